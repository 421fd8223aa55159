import type { FacetValue, FoundCards } from '../../../capabilities/catalog/index.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { portalTexts } from '../../../locales/portal.ts';
import {
  type Chip,
  Chips,
  href,
  Icon,
  LinkButton,
  Notice,
  Page,
  Pager,
  SearchBox,
  type Visit,
} from '../../components/index.ts';
import { queryStems } from '../words.tsx';
import { DatasetRow, themeName } from './dataset-row.tsx';
import { type SearchState, searchHref } from './search-address.ts';

interface SearchView {
  readonly state: SearchState;
  readonly found: FoundCards;
}

type FacetName = 'unit' | 'theme' | 'format';

const FACET_SHOWN = 8;

/** The catalog: what was asked, how many there are, ways to narrow down, datasets. */
export function SearchPage({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = portalTexts[visit.language].search;
  const { state, found } = view;
  const stems = queryStems(state.q);
  return (
    <Page visit={visit} title={heading(visit, view)} search={false}>
      <div class="search-head">
        <h1>{heading(visit, view)}</h1>
        <SearchBox visit={visit} value={state.q} keep={kept(state)} />
        <Chosen visit={visit} view={view} />
      </div>
      {found.total === 0 ? (
        <NothingFound visit={visit} view={view} />
      ) : (
        <div class="columns columns-start">
          <Facets visit={visit} view={view} />
          <section aria-label={texts.results}>
            {found.matched === 'any' && state.q && (
              <Notice kind="info" language={visit.language}>
                <p>{texts.anyWord}</p>
              </Notice>
            )}
            <ul class="plain dataset-list">
              {found.items.map((card) => (
                <DatasetRow key={card.datasetId} card={card} visit={visit} stems={stems} level={2} />
              ))}
            </ul>
            <Pager
              visit={visit}
              page={found.page}
              pages={pageCount(found)}
              hrefFor={(page) => searchHref(visit, { ...state, page })}
            />
          </section>
        </div>
      )}
    </Page>
  );
}

function heading(visit: Visit, { state, found }: SearchView): string {
  const texts = portalTexts[visit.language].search;
  if (found.total > 0) return state.q ? texts.headingAbout(found.total, state.q) : texts.headingAll(found.total);
  if (state.q) return texts.headingNone(state.q);
  return state.unit || state.theme || state.format ? texts.headingNoneFiltered : texts.headingAll(0);
}

/** Facets survive a new question typed into the box. */
function kept(state: SearchState): [string, string][] {
  return (['unit', 'theme', 'format'] as const).flatMap((name): [string, string][] =>
    state[name] ? [[name, state[name]]] : [],
  );
}

function facetTitle(visit: Visit, name: FacetName, value: FacetValue): string {
  return name === 'theme' ? themeName(value.value, visit.language) : value.title;
}

function facetsOf({ found }: SearchView): Record<FacetName, readonly FacetValue[]> {
  return { unit: found.facets.units, theme: found.facets.themes, format: found.facets.formats };
}

/** What narrows the search, each with a way to take it back. */
function Chosen({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = portalTexts[visit.language].search;
  const facets = facetsOf(view);
  const chips = kept(view.state).map(([name, value]): Chip => {
    const facet = name as FacetName;
    const known = facets[facet].find((one) => one.value === value) ?? { value, title: value, count: 0 };
    return {
      label: facetTitle(visit, facet, known),
      href: searchHref(visit, { ...view.state, [facet]: '', page: 1 }),
      removeLabel: texts.remove,
    };
  });
  return chips.length === 0 ? null : <Chips items={chips} label={texts.chosen} />;
}

function Facets({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = portalTexts[visit.language].search;
  const lists = facetsOf(view);
  const content = (['theme', 'unit', 'format'] as const).map((name) => (
    <Facet key={name} visit={visit} view={view} name={name} title={texts[name]} values={lists[name]} />
  ));
  return (
    <nav class="facets" aria-label={texts.facets}>
      <details class="facets-drawer">
        <summary>
          <Icon name="filter" />
          {texts.facets}
        </summary>
        {content}
      </details>
      <div class="facets-side">{content}</div>
    </nav>
  );
}

function Facet(props: {
  visit: Visit;
  view: SearchView;
  name: FacetName;
  title: string;
  values: readonly FacetValue[];
}) {
  const { visit, view, name, title, values } = props;
  if (values.length === 0) return null;
  const link = (value: FacetValue) => {
    const chosen = view.state[name] === value.value;
    return (
      <li key={value.value}>
        <a
          href={searchHref(visit, { ...view.state, [name]: chosen ? '' : value.value, page: 1 })}
          aria-current={chosen ? 'true' : undefined}
          rel="nofollow"
        >
          <span>{facetTitle(visit, name, value)}</span>
          <span class="count figures">{formatNumber(value.count, visit.language)}</span>
        </a>
      </li>
    );
  };
  return (
    <div class="facet">
      <h2>{title}</h2>
      <ul class="plain">{values.slice(0, FACET_SHOWN).map(link)}</ul>
      {values.length > FACET_SHOWN && (
        <details>
          <summary>
            <Icon name="next" turn />
            {portalTexts[visit.language].search.more}
          </summary>
          <ul class="plain">{values.slice(FACET_SHOWN).map(link)}</ul>
        </details>
      )}
    </div>
  );
}

/** No result: what was understood, near queries, ways on. */
function NothingFound({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = portalTexts[visit.language].search;
  const { state, found } = view;
  const narrowed = kept(state).length > 0;
  const email = visit.profile?.email;
  return (
    <div class="nothing stack-l">
      {state.q && (
        <p>
          {texts.understood} {texts.understoodWords(state.q)}.
        </p>
      )}
      {found.near.length > 0 && (
        <section class="stack">
          <h2>{texts.near}</h2>
          <Chips items={found.near.map((q) => ({ label: q, href: searchHref(visit, { q }) }))} label={texts.near} />
        </section>
      )}
      <section class="stack">
        <h2>{texts.wayOut}</h2>
        {state.q.split(/\s+/).length > 2 && <p>{texts.wayOutFewer}</p>}
        {email && (
          <p>
            {texts.wayOutWrite} <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        <p class="row">
          {narrowed && <LinkButton href={searchHref(visit, { q: state.q })}>{texts.clear}</LinkButton>}
          <LinkButton kind={narrowed ? 'quiet' : 'secondary'} href={href(visit, '/datasets')}>
            {texts.wayOutAll}
          </LinkButton>
        </p>
      </section>
    </div>
  );
}
