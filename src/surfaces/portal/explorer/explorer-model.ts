import type { CardResource } from '../../../capabilities/catalog/index.ts';
import type { DownloadFormatFacts, RowPage, RowQuery } from '../../../capabilities/tables/index.ts';
import type { Visit } from '../../components/index.ts';
import type { DatasetView } from '../dataset/dataset-view.ts';
import type { ExplorerState } from './explorer-state.ts';
import { type ExplorerFacts, openShownColumns, shownColumns, type TableState } from './explorer-view.ts';
import { stateHref, type TableAddress, tableAddress } from './table-address.ts';
import type { ShownColumn } from './table-cell.tsx';

/** What every part of the explorer is drawn from. */
export interface ExplorerModel {
  readonly visit: Visit;
  readonly resource: CardResource;
  readonly tableId: string;
  readonly address: TableAddress;
  readonly query: RowQuery;
  readonly page: RowPage;
  readonly facts: ExplorerFacts;
  /** All open columns. */
  readonly columns: readonly ShownColumn[];
  /** Columns of the rows, in the order asked for. */
  readonly shown: readonly ShownColumn[];
  /** Formats the rows can be taken away in. */
  readonly formats: readonly DownloadFormatFacts[];
  /** Address of another state of the same table. */
  href(state: ExplorerState): string;
}

/** The part of a dataset's page the explorer is made from. */
export type ExplorerSource = Pick<DatasetView, 'card' | 'old' | 'resources' | 'resource' | 'table' | 'offer'>;

type Rows = Extract<TableState, { kind: 'rows' }>;

/** Puts together what the parts of the explorer need; `table` are the rows of the view. */
export function explorerModel(
  visit: Visit,
  view: ExplorerSource,
  table: Rows,
  address = tableAddress(visit, view),
): ExplorerModel | null {
  const { resource } = view;
  if (!resource?.tableId) return null;
  return {
    visit,
    resource,
    tableId: resource.tableId,
    address,
    query: table.query,
    page: table.page,
    facts: table.explorer ?? plainFacts(table),
    columns: openShownColumns(resource),
    shown: shownColumns(resource, table.page.columns),
    formats: view.offer?.formats ?? [],
    href: (state) => stateHref(address, state),
  };
}

function plainFacts({ query }: Rows): ExplorerFacts {
  const state: ExplorerState = {
    view: 'table',
    query,
    group: null,
    profile: null,
    chart: null,
    measure: null,
    bounds: null,
  };
  return { state, choices: new Map(), profile: null, shown: { view: 'table' }, placed: false };
}
