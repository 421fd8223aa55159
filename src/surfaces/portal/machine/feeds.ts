import type { CommunityProfile } from '../../../capabilities/accounts/index.ts';
import { xmlText } from '../../../kernel/xml.ts';
import { componentsTexts } from '../../../locales/components.ts';
import { MARK_PATH } from '../../components/index.ts';
import { darkTokens, lightTokens } from '../look/theme.ts';

const DEFAULT_COLOUR = '#17467d';

/** What robots may read: everything public; tables in all their orders and filters would be endless. */
export function robotsText(origin: string): string {
  return `User-agent: *
Disallow: /cabinet
Disallow: /sign-in
Disallow: /datasets/*?*sort=
Disallow: /datasets/*__
Disallow: /datasets/*/versions/*...
Disallow: /datasets/*/compare
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

/** OpenSearch 1.1: lets a browser search the portal from its own bar. Names are limited to 16 and 48 characters by the format. */
export function openSearch(profile: CommunityProfile | null, origin: string): string {
  const name = profile?.name ?? componentsTexts.uk.product;
  const shortened = name.length > 16 ? componentsTexts.uk.openData : name;
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(shortened)}</ShortName>
<LongName>${xmlText(`${name}: ${componentsTexts.uk.openData}`.slice(0, 48))}</LongName>
<Description>${xmlText(`${componentsTexts.uk.search.label}: ${name}`)}</Description>
<Language>uk</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>
<Image type="image/svg+xml">${xmlText(origin)}/favicon.svg</Image>
<Url type="text/html" template="${xmlText(origin)}/datasets?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${xmlText(origin)}/opensearch.xml"/>
</OpenSearchDescription>
`;
}
