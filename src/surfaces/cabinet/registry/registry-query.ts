import { ENTRY_ORDERS, ENTRY_STATES, type EntryFilter, type EntryOrder } from '../../../capabilities/registry/index.ts';
import { isDay } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import { href, type Visit } from '../../components/index.ts';

/** Columns beside the ten fields. */
export const MORE_COLUMNS = ['state', 'disclosure', 'item', 'fresh', 'due', 'relations'] as const;
export type MoreColumn = (typeof MORE_COLUMNS)[number];

/** Where a registry stands: staff or the public. */
export const STAFF_PATH = '/cabinet/city/registry';
export const PUBLIC_PATH = '/open-data/registry';

/** What the registry of an address shows. */
export interface RegistryQuery {
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  readonly columns: readonly MoreColumn[];
  /** 1-based. */
  readonly page: number;
}

/** Reads the conditions; what makes no sense does not narrow. */
export function readRegistryQuery(query: URLSearchParams): RegistryQuery {
  const one = (name: string) => query.get(name)?.trim() ?? '';
  const state = ENTRY_STATES.find((each) => each === one('state'));
  const format = /^[A-Z0-9]{1,10}$/.test(one('format')) ? one('format') : undefined;
  const columns = query.getAll('columns');
  return {
    filter: {
      ...(one('q') ? { q: one('q').slice(0, 200) } : {}),
      ...(isId(one('unit')) ? { unitId: one('unit') } : {}),
      ...(isId(one('legal')) ? { legalUnitId: one('legal') } : {}),
      ...(state ? { state } : {}),
      ...(format ? { format } : {}),
      ...(isDay(one('on')) ? { on: one('on') } : {}),
      ...(one('incomplete') === '1' ? { incomplete: true } : {}),
    },
    order: ENTRY_ORDERS.find((each) => each === one('order')) ?? 'title',
    columns: MORE_COLUMNS.filter((column) => columns.includes(column)),
    page: Math.min(10_000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  };
}

/** The query string of the same conditions. */
export function registryParameters({ filter, order, columns }: Omit<RegistryQuery, 'page'>): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (filter.unitId) query.set('unit', filter.unitId);
  if (filter.legalUnitId) query.set('legal', filter.legalUnitId);
  if (filter.state) query.set('state', filter.state);
  if (filter.format) query.set('format', filter.format);
  if (filter.on) query.set('on', filter.on);
  if (filter.incomplete) query.set('incomplete', '1');
  if (order !== 'title') query.set('order', order);
  for (const column of columns) query.append('columns', column);
  return query;
}

/** The address of a registry (or of a file beside it, by `ending`) with these conditions and what is added. */
export function registryHref(
  visit: Pick<Visit, 'language'>,
  path: string,
  query: Omit<RegistryQuery, 'page'>,
  added: Readonly<Record<string, string>> = {},
): string {
  const parameters = registryParameters(query);
  for (const [name, value] of Object.entries(added)) parameters.set(name, value);
  const text = parameters.toString();
  return `${href(visit, path)}${text ? `?${text}` : ''}`;
}
