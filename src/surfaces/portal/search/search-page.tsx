import { CARD_ORDERS } from '../../../capabilities/catalog/index.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { searchTexts } from '../../../locales/search.ts';
import { type Chip, Chips, Notice, Page, Pager, SearchBox, type Visit } from '../../components/index.ts';
import { PromisedPart } from '../promises/promise-row.tsx';
import { DatasetRow } from './dataset-row.tsx';
import { NothingFound } from './nothing-found.tsx';
import { narrowing, searchHref } from './search-address.ts';
import { facetTitle, SearchFacets, type SearchView, valuesOf } from './search-facets.tsx';

/** The catalog: what was asked, how many there are, ways to narrow down, datasets. */
export function SearchPage({ visit, view }: { visit: Visit; view: SearchView }) {
  const { state, found } = view;
  const title = heading(visit, view);
  return (
    <Page visit={visit} title={title} search={false} head={crawling(view)}>
      <div class="search-head">
        <h1>{title}</h1>
        <SearchBox visit={visit} value={state.q} keep={kept(view)} />
        <Chosen visit={visit} view={view} />
      </div>
      {found.total === 0 ? <NothingFound visit={visit} view={view} /> : <Results visit={visit} view={view} />}
      <PromisedPart
        visit={visit}
        id="promised"
        title={promisesTexts[visit.language].found(view.promised.total)}
        promises={view.promised.items}
        total={view.promised.total}
      />
    </Page>
  );
}

/** Search engines need one list of everything, not each combination of choices. */
function crawling({ state }: SearchView) {
  const chosen = state.q !== '' || state.sort !== '' || narrowing(state).length > 1;
  return chosen ? <meta name="robots" content="noindex, follow" /> : undefined;
}

function heading(visit: Visit, { state, found }: SearchView): string {
  const texts = searchTexts[visit.language];
  // «дані» alone asks for everything
  const q = found.matched === 'none' ? '' : (found.understood ?? state.q);
  if (found.total > 0) return q ? texts.headingAbout(found.total, q) : texts.headingAll(found.total);
  if (narrowing(state).length > 0) return texts.headingNoneFiltered;
  return q ? texts.headingNone(q) : texts.headingAll(0);
}

/** Choices survive a new question typed into the box; taking words as typed does not. */
function kept({ state }: SearchView): [string, string][] {
  return [...narrowing(state), ...(state.sort ? [['sort', state.sort] as [string, string]] : [])];
}

/** What narrows the search, each with a way to take it back. */
function Chosen({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const chips = narrowing(view.state).map(([name, value]): Chip => {
    const known = valuesOf(view, name).find((one) => one.value === value) ?? { value, title: value };
    return {
      label: facetTitle(visit, name, known),
      href: searchHref(visit, { ...view.state, [name]: '', page: 1 }),
      removeLabel: texts.remove,
    };
  });
  return chips.length === 0 ? null : <Chips items={chips} label={texts.chosen} />;
}

function Results({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const { state, found } = view;
  const stems = new Set(found.stems);
  return (
    <div class="columns columns-start">
      <SearchFacets visit={visit} view={view} />
      <section aria-label={texts.results}>
        <Understood visit={visit} view={view} />
        <Orders visit={visit} view={view} />
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
  );
}

/** How the question was read, where that was not as typed, with the way back to the words themselves. */
function Understood({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const { state, found } = view;
  const partly = found.matched === 'any' && state.q !== '';
  if (found.understood === null && !partly) return null;
  return (
    <Notice kind="info" language={visit.language}>
      {found.understood !== null && (
        <p>
          {texts.corrected(found.understood)}{' '}
          <a href={searchHref(visit, { ...state, exact: '1', page: 1 })} rel="nofollow">
            {texts.literally(state.q)}
          </a>
        </p>
      )}
      {partly && (
        <p>{found.missing.length > 0 ? `${texts.missing(found.missing)} ${texts.otherWords}` : texts.anyWord}</p>
      )}
    </Notice>
  );
}

/** In which order the answers come, as links. */
function Orders({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const { state, found } = view;
  if (found.total < 2) return null;
  const asked = state.q !== '' && found.matched !== 'none';
  const [first, ...others] = CARD_ORDERS.filter((order) => asked || order !== 'meaning');
  const now = CARD_ORDERS.find((order) => order === state.sort && (asked || order !== 'meaning')) ?? first;
  return (
    <nav class="orders" aria-label={texts.order}>
      <span aria-hidden="true">{texts.order}:</span>
      <ul class="plain">
        {[first, ...others].map(
          (order) =>
            order && (
              <li key={order}>
                <a
                  href={searchHref(visit, { ...state, sort: order === first ? '' : order, page: 1 })}
                  aria-current={order === now ? 'true' : undefined}
                  rel="nofollow"
                >
                  {texts.orders[order]}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
