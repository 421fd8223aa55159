import type { Language } from '../../../kernel/text.ts';
import { href } from '../../components/index.ts';

/** What a search page shows, as its address says it. */
export interface SearchState {
  readonly q: string;
  readonly unit: string;
  readonly theme: string;
  readonly format: string;
  /** 1-based. */
  readonly page: number;
}

export const SEARCH_PAGE_SIZE = 20;
const LONGEST_QUERY = 200;

/** Reads the address; what cannot be understood is as if it were not there, because a search never refuses. */
export function readSearchState(query: URLSearchParams): SearchState {
  const word = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST_QUERY);
  const page = Number(query.get('page') ?? '1');
  return {
    q: word('q'),
    unit: word('unit'),
    theme: word('theme'),
    format: word('format'),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of a search; defaults are left out. */
export function searchHref(visit: { readonly language: Language }, state: Partial<SearchState>): string {
  const parameters = new URLSearchParams();
  for (const name of ['q', 'unit', 'theme', 'format'] as const) {
    const value = state[name];
    if (value) parameters.set(name, value);
  }
  if (state.page && state.page > 1) parameters.set('page', String(state.page));
  const query = parameters.toString();
  return href(visit, '/datasets') + (query ? `?${query}` : '');
}
