import {
  CARD_ORDERS,
  type CardOrder,
  type CardSearch,
  FRESHNESS_CHOICES,
  type FreshnessChoice,
} from '../../../capabilities/catalog/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { href } from '../../components/index.ts';

/** What a search page shows, as its address says it; an empty string is nothing chosen. */
export interface SearchState {
  readonly q: string;
  readonly unit: string;
  readonly theme: string;
  readonly format: string;
  readonly keyword: string;
  readonly frequency: string;
  readonly freshness: string;
  readonly sort: string;
  /** `1`: the words as typed, nothing mended. */
  readonly exact: string;
  /** 1-based. */
  readonly page: number;
}

/** What narrows a search, in the order it is shown. */
export const FACETS = ['theme', 'unit', 'freshness', 'frequency', 'format', 'keyword'] as const;
export type FacetName = (typeof FACETS)[number];

export const SEARCH_PAGE_SIZE = 20;
const LAST_PAGE = 10_000;
const LONGEST_QUERY = 200;

/** Reads the address; what cannot be understood is as if it were not there, because a search never refuses. */
export function readSearchState(query: URLSearchParams): SearchState {
  const word = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST_QUERY);
  const page = Number(query.get('page') ?? '1');
  return {
    // marks alone, or what is left of broken bytes, ask nothing
    q: /[\p{L}\p{N}]/u.test(word('q')) ? word('q').replaceAll('\u0000', '') : '',
    unit: word('unit'),
    theme: word('theme'),
    format: word('format'),
    keyword: word('keyword'),
    frequency: word('frequency'),
    freshness: freshnessOf(word('freshness')) ?? '',
    sort: orderOf(word('sort')) ?? '',
    exact: word('exact') === '1' ? '1' : '',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

const freshnessOf = (word: string): FreshnessChoice | undefined => FRESHNESS_CHOICES.find((one) => one === word);
const orderOf = (word: string): CardOrder | undefined => CARD_ORDERS.find((one) => one === word);

/** The address's question to the catalog. */
export function searchOf(state: SearchState): CardSearch {
  return {
    q: state.q || undefined,
    unit: state.unit || undefined,
    theme: state.theme || undefined,
    format: state.format || undefined,
    keyword: state.keyword || undefined,
    frequency: state.frequency || undefined,
    freshness: freshnessOf(state.freshness),
    order: orderOf(state.sort),
    literal: state.exact === '1',
    page: state.page,
    size: SEARCH_PAGE_SIZE,
  };
}

const NAMES = ['q', 'unit', 'theme', 'format', 'keyword', 'frequency', 'freshness', 'sort', 'exact'] as const;

/** The address of a search; defaults are left out. */
export function searchHref(visit: { readonly language: Language }, state: Partial<SearchState>): string {
  const parameters = new URLSearchParams();
  for (const name of NAMES) {
    const value = state[name];
    if (value) parameters.set(name, value);
  }
  if (state.page && state.page > 1) parameters.set('page', String(state.page));
  const query = parameters.toString();
  return href(visit, '/datasets') + (query ? `?${query}` : '');
}

/** What narrows the search now. */
export function narrowing(state: SearchState): [FacetName, string][] {
  return FACETS.flatMap((name): [FacetName, string][] => (state[name] ? [[name, state[name]]] : []));
}
