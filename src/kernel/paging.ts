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

/** The number of pages, at least 1. */
export function pageCount(list: { total: number; size: number }): number {
  return Math.max(1, Math.ceil(list.total / list.size));
}
