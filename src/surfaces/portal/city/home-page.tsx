import type { Card, CardFacets, CatalogNumbers, DatasetPromise } from '../../../capabilities/catalog/index.ts';
import { relativeTime } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { cityTexts } from '../../../locales/city.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { Empty, href, LinkButton, Page, SearchBox, Snippet, type Visit } from '../../components/index.ts';
import { PromisedPart } from '../promises/promise-row.tsx';
import { DatasetRow, themeName } from '../search/dataset-row.tsx';
import { searchHref } from '../search/search-address.ts';

export interface HomeView {
  readonly numbers: CatalogNumbers;
  readonly newest: readonly Card[];
  readonly themes: CardFacets['themes'];
  readonly promised: { readonly items: readonly DatasetPromise[]; readonly total: number };
}

const THEMES_SHOWN = 6;
const NEWEST_SHOWN = 5;

/** A word as people type it: small letters, but names of offices and services keep their capitals (ЦНАП). */
function typed(word: string): string {
  return word === word.toLocaleUpperCase('uk') ? word : word.toLocaleLowerCase('uk');
}

/** Three real questions, of different themes where there are: keywords of what is here, so that each finds something. */
export function exampleQueries(cards: readonly Card[]): string[] {
  const tables = cards.filter((card) => card.resources.some((resource) => resource.kind === 'table'));
  const byTheme = new Map(tables.map((card) => [card.passport.themes[0] ?? card.slug, card]));
  const words = [...byTheme.values(), ...tables].map((card) =>
    card.passport.keywords.find((word) => word.length >= 4 && word.length <= 22),
  );
  return [...new Set(words.flatMap((word) => (word ? [typed(word)] : [])))].slice(0, 3);
}

/** The front page of the portal. */
export function HomePage({ visit, view }: { visit: Visit; view: HomeView }) {
  const texts = portalTexts[visit.language].home;
  const city = visit.profile?.name ?? '';
  return (
    <Page
      visit={visit}
      title={city}
      description={texts.sentence}
      hero={<Hero visit={visit} view={view} />}
      search={false}
      head={<link rel="alternate" type="application/atom+xml" href={href(visit, '/feed.atom')} title={texts.newest} />}
    >
      {view.numbers.datasets === 0 ? (
        <div class="stack-l">
          <Empty title={texts.emptyTitle}>
            <p>{texts.emptyText}</p>
            <p class="row">
              <LinkButton href={href(visit, '/about')}>{portalTexts[visit.language].dataset.about}</LinkButton>
              <LinkButton kind="quiet" href={href(visit, '/units')}>
                {portalTexts[visit.language].units.title}
              </LinkButton>
            </p>
          </Empty>
          <Promised visit={visit} view={view} />
        </div>
      ) : (
        <div class="home">
          <Themes visit={visit} themes={view.themes} />
          <section aria-labelledby="newest">
            <h2 id="newest">{texts.newest}</h2>
            <ul class="plain dataset-list">
              {view.newest.slice(0, NEWEST_SHOWN).map((card) => (
                <DatasetRow key={card.datasetId} card={card} visit={visit} brief />
              ))}
            </ul>
            <p class="home-more">
              <LinkButton href={href(visit, '/datasets')}>{texts.allDatasets}</LinkButton>
            </p>
          </section>
          <Promised visit={visit} view={view} />
          <Numbers visit={visit} numbers={view.numbers} />
          <Developers visit={visit} query={exampleQueries(view.newest)[0]} />
        </div>
      )}
    </Page>
  );
}

/** «Обіцяно»: the nearest terms. */
function Promised({ visit, view }: { visit: Visit; view: HomeView }) {
  return (
    <PromisedPart
      visit={visit}
      id="promised"
      title={promisesTexts[visit.language].title}
      promises={view.promised.items}
      total={view.promised.total}
      brief
    />
  );
}

function Hero({ visit, view }: { visit: Visit; view: HomeView }) {
  const texts = portalTexts[visit.language].home;
  const examples = exampleQueries(view.newest);
  return (
    <div class="hero">
      <div class="frame">
        <h1>{visit.profile?.name}</h1>
        <p class="hero-sentence">{texts.sentence}</p>
        <SearchBox visit={visit} large />
        {examples.length > 0 && (
          <p class="hero-examples">
            <span>{texts.try}</span>
            {examples.map((q) => (
              <a key={q} href={searchHref(visit, { q })}>
                {q}
              </a>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

function Themes({ visit, themes }: { visit: Visit; themes: CardFacets['themes'] }) {
  const texts = portalTexts[visit.language].home;
  if (themes.length === 0) return null;
  const shown = [...themes].sort((one, other) => other.count - one.count).slice(0, THEMES_SHOWN);
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{texts.themes}</h2>
      <ul class="plain themes">
        {shown.map((theme) => (
          <li key={theme.value}>
            <a href={href(visit, `/themes/${theme.value}`)}>
              <span>{themeName(theme.value, visit.language)}</span>
              <span class="count figures">{formatNumber(theme.count, visit.language)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="home-more">
        <a href={href(visit, '/themes')}>{cityTexts[visit.language].home.allThemes}</a>
      </p>
    </section>
  );
}

function Numbers({ visit, numbers }: { visit: Visit; numbers: CatalogNumbers }) {
  const texts = portalTexts[visit.language].home;
  return (
    <section aria-labelledby="numbers" class="home-numbers">
      <h2 id="numbers" class="unseen">
        {texts.numbersTitle}
      </h2>
      <p>
        {texts.numbers(numbers)}{' '}
        {numbers.changedAt &&
          texts.numbersChanged(relativeTime(new Date(numbers.changedAt), visit.ctx.clock.now(), visit.language))}
      </p>
    </section>
  );
}

/** For programmers: one line, and where the rest is. */
function Developers({ visit, query }: { visit: Visit; query: string | undefined }) {
  const texts = portalTexts[visit.language].home;
  const address = `${visit.origin}/api/1/datasets${query ? `?q=${encodeURIComponent(query)}` : ''}`;
  return (
    <section aria-labelledby="developers" class="part home-developers">
      <h2 id="developers">{texts.developers}</h2>
      <div class="part-body stack">
        <p>
          {texts.developersSentence} <a href={`${href(visit, '/about')}#api`}>{cityTexts[visit.language].home.docs}</a>
        </p>
        <Snippet code={`GET ${decodeURIComponent(address)}`} label="API" language={visit.language} />
      </div>
    </section>
  );
}

/** Before the set-up page was filled in there is nothing to show but the way to it. */
export function NotSetUpPage({ visit }: { visit: Visit }) {
  const texts = portalTexts[visit.language].home;
  return (
    <Page visit={visit} title={texts.setUpTitle}>
      <div class="error-page stack">
        <h1>{texts.setUpTitle}</h1>
        <p class="lead">{texts.setUpText}</p>
        <p>
          <LinkButton kind="primary" href={href(visit, '/setup')}>
            {texts.setUp}
          </LinkButton>
        </p>
      </div>
    </Page>
  );
}
