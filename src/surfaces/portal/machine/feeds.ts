import type { CommunityProfile } from '../../../capabilities/accounts/index.ts';
import type { Card } from '../../../capabilities/catalog/index.ts';
import { componentsTexts } from '../../../locales/components.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { MARK_PATH } from '../../components/index.ts';
import { darkTokens, lightTokens } from '../look/theme.ts';
import { firstSentence } from '../words.tsx';

const DEFAULT_COLOUR = '#17467d';

/** A text inside XML. */
export function xml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // XML 1.0 has no place for control characters
      .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  );
}

/** New and updated datasets as an Atom feed (RFC 4287). */
export function atomFeed(cards: readonly Card[], profile: CommunityProfile, origin: string): string {
  const updated = cards[0]?.changedAt ?? '1970-01-01T00:00:00Z';
  const entries = cards.map(
    (card) => `<entry><id>${origin}/datasets/${xml(card.slug)}#${card.versionNumber}</id>
<title>${xml(card.passport.title)}</title>
<link href="${origin}/datasets/${xml(card.slug)}"/>
<updated>${card.changedAt}</updated><published>${card.firstPublishedAt}</published>
<author><name>${xml(card.unit.name)}</name></author>
<summary>${xml(firstSentence(card.passport.description, 300))}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><id>${origin}/feed.atom</id>
<title>${xml(profile.name)}: ${xml(portalTexts.uk.home.newest)}</title>
<link rel="self" href="${origin}/feed.atom"/><link href="${origin}/"/>
<updated>${updated}</updated>
${entries.join('\n')}
</feed>
`;
}

/** Public pages for search engines; both languages of each. */
export function sitemap(paths: readonly string[], origin: string): string {
  const entries = paths.map((path) => {
    const uk = xml(`${origin}${path}`);
    const en = xml(`${origin}/en${path === '/' ? '' : path}`);
    return `<url><loc>${uk}</loc><xhtml:link rel="alternate" hreflang="uk" href="${uk}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/></url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

/** What robots may read: everything public; tables in all their orders and filters would be endless. */
export function robotsText(origin: string): string {
  return `User-agent: *
Disallow: /cabinet
Disallow: /sign-in
Disallow: /datasets/*?*sort=
Disallow: /datasets/*__
Sitemap: ${origin}/sitemap.xml
`;
}

/** The sign of the portal in the city's colour, light and dark. */
export function favicon(colour: string): string {
  const city = /^#[0-9a-f]{6}$/i.test(colour) ? colour : DEFAULT_COLOUR;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:${lightTokens(city).brand}}@media (prefers-color-scheme:dark){path{fill:${darkTokens(city).brand}}}</style><path d="${MARK_PATH}"/></svg>`;
}

/** Web app manifest: name, colours and sign of the portal. */
export function webManifest(profile: CommunityProfile | null) {
  const name = profile?.name ?? componentsTexts.uk.product;
  return {
    name: `${name}: ${componentsTexts.uk.openData}`,
    short_name: name,
    lang: 'uk',
    start_url: '/',
    display: 'browser',
    background_color: '#fdfcfa',
    theme_color: profile?.colour ?? DEFAULT_COLOUR,
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
