import { matchColumn, openColumns } from './column-names.ts';
import type { ManifestColumn } from './manifest.ts';

/** What networks and mailing services add to a link that is passed on; it says nothing about the rows. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|gad_\w+|mc_[ce]id|_gl|_ga(?:_\w+)?|_hs(?:enc|mi)|(?:fb|g|y|dc|tt|tw)clid|msclkid|[gw]braid|igshid|igsh|li_fat_id|vero_id|_openstat|ref_src|srsltid)$/i;

/** Whether the parameter is only somebody's way to count who followed a link. A column of that name is asked for all the same. */
export function isTracking(columns: readonly ManifestColumn[], name: string): boolean {
  return TRACKING.test(name) && matchColumn(columns, name).kind === 'none';
}

/**
 * Names in the query string of a page that can be no condition: without `__` and no open column's name. A page leaves them out, since
 * links are passed on with all sorts of additions. `own` are names the question itself has.
 */
export function strangeParameters(
  columns: readonly ManifestColumn[],
  parameters: URLSearchParams,
  own: readonly string[],
): string[] {
  const open = openColumns(columns);
  return [...new Set(parameters.keys())].filter(
    (name) => !own.includes(name) && !name.includes('__') && matchColumn(open, name).kind === 'none',
  );
}
