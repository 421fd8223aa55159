import { PAGE_SIZE, type RowFilter, type RowQuery, rowQueryParameters } from '../../../capabilities/tables/index.ts';
import { href, type Visit } from '../../components/index.ts';
import { type DatasetView, datasetPath, TABLE_PAGE_SIZE } from '../dataset/dataset-view.ts';

/** Addresses of one table in all its states; every state of the table is in the address bar. */
export interface TableAddress {
  readonly base: string;
  readonly resourceId: string | null;
}

/** The resource is named only when the page has others too. */
export function tableAddress(visit: Visit, view: DatasetView): TableAddress {
  const first = view.resources[0];
  return {
    base: href(visit, datasetPath(view)),
    resourceId: view.resource && view.resource.id !== first?.id ? view.resource.id : null,
  };
}

/** Address of the table answering that question. */
export function tableHref(address: TableAddress, query: RowQuery): string {
  const parameters = rowQueryParameters({ ...query, size: query.size === TABLE_PAGE_SIZE ? PAGE_SIZE : query.size });
  if (address.resourceId) parameters.set('r', address.resourceId);
  const text = parameters.toString();
  return `${address.base}${text ? `?${text}` : ''}#table`;
}

/** The order after a click on a column's header: up, down, as in the file. */
export function nextSort(query: RowQuery, column: string): { query: RowQuery; goes: 'up' | 'down' | 'off' } {
  const present = query.sort[0];
  const page = 1;
  if (present?.column !== column)
    return { query: { ...query, page, sort: [{ column, descending: false }] }, goes: 'up' };
  if (!present.descending) return { query: { ...query, page, sort: [{ column, descending: true }] }, goes: 'down' };
  return { query: { ...query, page, sort: [] }, goes: 'off' };
}

/** The same question without one of its conditions. */
export function withoutFilter(query: RowQuery, filter: RowFilter): RowQuery {
  return { ...query, page: 1, filters: query.filters.filter((one) => one !== filter) };
}

/** The address of exactly these rows in the row API. */
export function rowsApiAddress(origin: string, tableId: string, query: RowQuery): string {
  const text = rowQueryParameters(query).toString();
  return `${origin}/api/rows/${tableId}${text ? `?${text}` : ''}`;
}
