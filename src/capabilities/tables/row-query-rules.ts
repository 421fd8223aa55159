import type { ManifestColumn } from './manifest.ts';
import type { RowQuery } from './row-query.ts';

/**
 * Understands the query string of the row API and of a dataset page. `ignored` names parameters that are the page's own.
 * Throws RequestError `invalid` naming every fault and listing what exists.
 */
export function parseRowQuery(
  _columns: readonly ManifestColumn[],
  _parameters: URLSearchParams,
  _ignored: readonly string[] = [],
): RowQuery {
  throw new Error('not built yet');
}

/** The query string that parses to this query: for links to other pages and sort orders. Leaves out what is the default. */
export function rowQueryParameters(_query: RowQuery): URLSearchParams {
  throw new Error('not built yet');
}
