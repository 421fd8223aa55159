import {
  type CardFacets,
  type DatasetPromise,
  type FacetValue,
  type FoundCards,
  FREQUENCIES,
  FREQUENCY_NAMES,
} from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { searchTexts } from '../../../locales/search.ts';
import { Icon, type Visit } from '../../components/index.ts';
import { formatName, themeName } from './dataset-row.tsx';
import { FACETS, type FacetName, narrowing, type SearchState, searchHref } from './search-address.ts';

export interface SearchView {
  readonly state: SearchState;
  readonly found: FoundCards;
  /** What is promised and answers the question. */
  readonly promised: { readonly items: readonly DatasetPromise[]; readonly total: number };
}

const FACET_SHOWN = 6;

const LISTS: Readonly<Record<FacetName, keyof CardFacets>> = {
  unit: 'units',
  theme: 'themes',
  format: 'formats',
  keyword: 'keywords',
  frequency: 'frequencies',
  freshness: 'freshness',
};

/** A choice in words. */
export function facetTitle(visit: Visit, name: FacetName, value: Pick<FacetValue, 'value' | 'title'>): string {
  switch (name) {
    case 'theme':
      return themeName(value.value, visit.language);
    case 'frequency': {
      const code = FREQUENCIES.find((frequency) => frequency === value.value);
      return code ? inLanguage(FREQUENCY_NAMES[code], visit.language) : value.value;
    }
    case 'freshness':
      return value.value === 'late'
        ? searchTexts[visit.language].freshness.late
        : searchTexts[visit.language].freshness['on-time'];
    case 'format':
      return formatName(value.title);
    default:
      return value.title;
  }
}

/** The choices of one facet, the chosen one first: it stays though nothing has it. */
export function valuesOf({ found, state }: SearchView, name: FacetName): readonly FacetValue[] {
  const values = found.facets[LISTS[name]];
  const chosen = state[name];
  if (chosen === '') return values;
  const known = values.find(({ value }) => value === chosen) ?? { value: chosen, title: chosen, count: 0 };
  return [known, ...values.filter(({ value }) => value !== chosen)];
}

/** Ways to narrow down with counts: at the side, on a phone in a drawer. */
export function SearchFacets({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const chosen = narrowing(view.state).length;
  const content = FACETS.map((name) => <Facet key={name} visit={visit} view={view} name={name} />);
  return (
    <nav class="facets" aria-label={texts.facets}>
      <details class="facets-drawer">
        <summary>
          <Icon name="filter" />
          {texts.facets}
          {chosen > 0 && <span class="count figures">{chosen}</span>}
        </summary>
        {content}
      </details>
      <div class="facets-side">{content}</div>
    </nav>
  );
}

function Facet({ visit, view, name }: { visit: Visit; view: SearchView; name: FacetName }) {
  const values = valuesOf(view, name);
  // one choice that all the answers have narrows nothing
  const only = values.length === 1 && view.state[name] === '' && values[0]?.count === view.found.total;
  if (values.length === 0 || only) return null;
  const texts = searchTexts[visit.language];
  const shown = values.length <= FACET_SHOWN + 1 ? values.length : FACET_SHOWN;
  return (
    <div class="facet">
      <h2>{texts.facet[name]}</h2>
      <ul class="plain">
        {values.slice(0, shown).map((value) => (
          <FacetLink key={value.value} visit={visit} view={view} name={name} value={value} />
        ))}
      </ul>
      {values.length > shown && (
        <details>
          <summary>
            <Icon name="next" turn />
            {texts.more}
          </summary>
          <ul class="plain">
            {values.slice(shown).map((value) => (
              <FacetLink key={value.value} visit={visit} view={view} name={name} value={value} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function FacetLink(props: { visit: Visit; view: SearchView; name: FacetName; value: FacetValue }) {
  const { visit, view, name, value } = props;
  const chosen = view.state[name] === value.value;
  return (
    <li>
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
}
