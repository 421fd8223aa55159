import { type RowFilter, type RowQuery, rowQueryParameters } from '../../../capabilities/tables/index.ts';
import { href, type Visit } from '../../components/index.ts';
import { type DatasetView, datasetPath } from '../dataset/dataset-view.ts';
import { type ExplorerState, explorerParameters } from './explorer-state.ts';

/** Addresses of one table in all its states; every state of the table is in the address bar. */
export interface TableAddress {
  readonly base: string;
  readonly resourceId: string | null;
}

/** The resource is named only when the page has others too. */
export function tableAddress(
  visit: Visit,
  view: Pick<DatasetView, 'card' | 'old' | 'resources' | 'resource'>,
): TableAddress {
  const first = view.resources[0];
  return {
    base: href(visit, datasetPath(view)),
    resourceId: view.resource && view.resource.id !== first?.id ? view.resource.id : null,
  };
}

/** Parameters of that state, with the resource's. */
export function stateParameters(address: TableAddress, state: ExplorerState): URLSearchParams {
  const parameters = explorerParameters(state);
  if (address.resourceId) parameters.set('r', address.resourceId);
  return parameters;
}

/** Address of the table in that state. */
export function stateHref(address: TableAddress, state: ExplorerState): string {
  const text = stateParameters(address, state).toString();
  return `${address.base}${text ? `?${text}` : ''}#table`;
}

/** The same state with other rows; the first page of them unless the change says which. */
export function withQuery(state: ExplorerState, change: Partial<RowQuery>): ExplorerState {
  const { group } = state;
  const filters = change.filters ?? state.query.filters;
  const search = change.search ?? state.query.search;
  return {
    ...state,
    query: { ...state.query, page: 1, ...change },
    group: group && { ...group, filters, search, page: 1 },
  };
}

/** The order after a click on a column's header: up, down, as in the file. */
export function nextSort(state: ExplorerState, column: string): { state: ExplorerState; goes: 'up' | 'down' | 'off' } {
  const present = state.query.sort[0];
  if (present?.column !== column) {
    return { state: withQuery(state, { sort: [{ column, descending: false }] }), goes: 'up' };
  }
  if (!present.descending) return { state: withQuery(state, { sort: [{ column, descending: true }] }), goes: 'down' };
  return { state: withQuery(state, { sort: [] }), goes: 'off' };
}

/** The same question with that condition alone on its column and operator. */
export function withFilter(state: ExplorerState, filter: RowFilter): ExplorerState {
  const others = state.query.filters.filter(
    (one) => one.column !== filter.column || (one.operator !== filter.operator && filter.operator !== 'isnull'),
  );
  return withQuery(state, { filters: [...others, filter] });
}

/** The same question without one of its conditions. */
export function withoutFilter(state: ExplorerState, filter: RowFilter): ExplorerState {
  return withQuery(state, { filters: state.query.filters.filter((one) => one !== filter) });
}

/** The address of exactly these rows in the row API. */
export function rowsApiAddress(origin: string, tableId: string, query: RowQuery): string {
  const text = rowQueryParameters(query).toString();
  return `${origin}/api/rows/${tableId}${text ? `?${text}` : ''}`;
}
