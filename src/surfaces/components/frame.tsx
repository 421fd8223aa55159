import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { helpTexts } from '../../locales/help.ts';
import { openDataTexts } from '../../locales/open-data.ts';
import { responsibleTexts } from '../../locales/responsible.ts';
import { islandUrl, preloadedFonts, styleUrl } from './assets.ts';
import { Icon, Mark } from './icons.tsx';
import { href, type Visit } from './visit.ts';

/** The same page in the other language. */
export function otherLanguageHref(visit: Pick<Visit, 'language' | 'path' | 'query'>): string {
  const other: Language = visit.language === 'uk' ? 'en' : 'uk';
  const query = visit.query.toString();
  return href({ language: other }, visit.path) + (query ? `?${query}` : '');
}

/** `<html>` with its head: the same for portal and cabinet. */
export function Document(props: {
  visit: Visit;
  title: string;
  description?: string;
  islands?: readonly string[];
  head?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { visit, title, description, islands = [], head, children } = props;
  const city = visit.profile?.name ?? componentsTexts[visit.language].product;
  const scripts = ['enhance', ...islands].flatMap((name) => islandUrl(name) ?? []);
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === city ? `${city}: ${componentsTexts[visit.language].openData}` : `${title} · ${city}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        {preloadedFonts().map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={styleUrl()} />
        <link rel="stylesheet" href={`/theme.css?c=${(visit.profile?.colour ?? '').replace('#', '')}`} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={city} />
        <meta name="color-scheme" content="light dark" />
        {head}
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}

/** Skip link, mark and city name, navigation, language and sign-in. */
export function SiteHeader({ visit, wide }: { visit: Visit; wide?: boolean }) {
  const texts = componentsTexts[visit.language];
  const places = [
    { path: '/datasets', label: texts.nav.datasets },
    { path: '/themes', label: texts.nav.themes },
    { path: '/units', label: texts.nav.units },
    { path: '/about', label: texts.nav.about },
  ];
  return (
    <>
      <a class="skip-link" href="#content">
        {texts.skip}
      </a>
      <header class="site-header">
        <div class={wide ? 'frame frame-wide' : 'frame'}>
          <a class="wordmark" href={href(visit, '/')}>
            <Mark />
            <span>
              <span class="wordmark-city">{visit.profile?.name ?? texts.product}</span>
              <span class="wordmark-kind">{texts.openData}</span>
            </span>
          </a>
          {visit.profile && (
            <nav class="site-nav" aria-label={texts.nav.label}>
              <ul>
                {places.map(({ path, label }) => (
                  <li key={path}>
                    <a href={href(visit, path)} aria-current={currentState(visit.path, path)}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <SiteTools visit={visit} />
        </div>
      </header>
    </>
  );
}

function SiteTools({ visit }: { visit: Visit }) {
  const texts = componentsTexts[visit.language];
  const other: Language = visit.language === 'uk' ? 'en' : 'uk';
  const door = doorOf(visit);
  return (
    <ul class="site-tools plain">
      <li>
        <a href={otherLanguageHref(visit)} lang={other} hreflang={other}>
          <span class="tool-word">{componentsTexts[other].thisLanguage}</span>
          <span class="tool-short" aria-hidden="true">
            {componentsTexts[other].thisLanguageShort}
          </span>
        </a>
      </li>
      {visit.profile && (
        <li>
          <a href={href(visit, door.path)} aria-current={currentState(visit.path, door.path)}>
            <Icon name="person" />
            <span class="tool-word">{texts[door.label]}</span>
          </a>
        </li>
      )}
    </ul>
  );
}

/** Where the person's sign leads: to sign in, from the portal to the desk, from the cabinet to the own account. */
function doorOf(visit: Visit): { path: string; label: 'signIn' | 'desk' | 'account' } {
  if (visit.person === null) return { path: '/sign-in', label: 'signIn' };
  if (currentState(visit.path, '/cabinet')) return { path: '/cabinet/account', label: 'account' };
  return { path: '/cabinet', label: 'desk' };
}

/** Exactly this page, a page below it, or neither. */
export function currentState(path: string, place: string): 'page' | 'true' | undefined {
  if (path === place) return 'page';
  return path.startsWith(`${place}/`) ? 'true' : undefined;
}

/** Who publishes, terms in a sentence, ways on. */
export function SiteFooter({ visit }: { visit: Visit }) {
  const texts = componentsTexts[visit.language];
  const { profile } = visit;
  return (
    <footer class="site-footer">
      <div class="frame">
        <div class="stack">
          <p>
            <strong>{profile?.name ?? texts.product}</strong>
            {profile?.edrpou && (
              <span class="soft">
                {' '}
                · {texts.edrpou} {profile.edrpou}
              </span>
            )}
          </p>
          <p>{texts.reuse}</p>
          <p class="row contacts">
            {profile?.email && <a href={`mailto:${profile.email}`}>{profile.email}</a>}
            {profile?.site && <a href={profile.site}>{profile.site.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>}
          </p>
        </div>
        <FooterLinks
          links={[
            [href(visit, '/datasets'), texts.nav.datasets],
            [href(visit, '/themes'), texts.nav.themes],
            [href(visit, '/units'), texts.nav.units],
            [href(visit, '/open-data'), openDataTexts[visit.language].title],
            [href(visit, '/responsible'), responsibleTexts[visit.language].title],
            [href(visit, '/messages'), texts.nav.messages],
          ]}
        />
        <FooterLinks
          links={[
            [href(visit, '/about'), texts.nav.about],
            [`${href(visit, '/about')}#api`, 'API'],
            [href(visit, '/feed.atom'), texts.feed],
            [href(visit, '/accessibility'), texts.accessibility],
            ...(visit.person ? [[href(visit, '/guide/clerk'), helpTexts[visit.language].link] as const] : []),
          ]}
        />
      </div>
    </footer>
  );
}

function FooterLinks({ links }: { links: readonly (readonly [address: string, label: string])[] }) {
  return (
    <ul class="footer-links">
      {links.map(([address, label]) => (
        <li key={address}>
          <a href={address}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
