/** A page of a list: 1-based `page`, `size` items a page. */
export interface Page {
  readonly page: number;
  readonly size: number;
}

/** One page of items and how many there are in all. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** More than any list here has: a number beyond it is no page, and the database would not count so far. */
const LAST_PAGE = 100_000;

/** The page asked for in an address: 1 when nothing sensible is asked, never beyond what a list can have. */
export function pageAsked(query: URLSearchParams): number {
  return Math.min(LAST_PAGE, Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1));
}

/** The number of pages, at least 1. */
export function pageCount(list: { total: number; size: number }): number {
  return Math.max(1, Math.ceil(list.total / list.size));
}
