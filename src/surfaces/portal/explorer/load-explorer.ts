import type { CardResource } from '../../../capabilities/catalog/index.ts';
import {
  type GroupQuery,
  hasPlaces,
  type OpenTable,
  openTable,
  profileColumn,
  queryEarly,
  queryGroups,
  queryOpenTable,
  queryPoints,
  type RowPage,
  type RowQuery,
  rowQueryParameters,
  shapeColumn,
} from '../../../capabilities/tables/index.ts';
import { isRequestError, type RequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';
import { questionColumns, TABLE_PAGE_SIZE } from '../dataset/dataset-view.ts';
import type { RecentAnswers } from '../recent-answers.ts';
import { columnChoices } from './column-choices.ts';
import { type ExplorerState, readExplorerState } from './explorer-state.ts';
import { type ColumnChoices, openShownColumns, type TableState, type ViewFacts } from './explorer-view.ts';
import { defaultKeys } from './group-choice.ts';
import { onMap } from './map-conditions.ts';

/** Cells in a row of a map: marks of neighbours hardly cover each other. */
const MAP_CELLS = 20;
/** Groups fetched for a chart: those of a page of the table below it, at least enough for a line. */
const CHART_GROUPS = 200;

/** What scripts ask for `soon` waits so long for the number of all rows, milliseconds; they ask again for the number. */
const COUNTING_PATIENCE = 120;

/** Pages of rows that were asked for lately, by table and question. */
export type RowMemory = RecentAnswers<RowPage>;

/**
 * Answers what the address asks of a table. A bad condition or a busy moment costs the rows, not the page about them: it is given as
 * `refused`.
 */
export async function loadExplorer(
  visit: Pick<Visit, 'ctx' | 'query'>,
  memory: RowMemory,
  resource: CardResource,
  tableId: string,
): Promise<TableState> {
  try {
    const columns = questionColumns(resource);
    const asked = readExplorerState(columns, visit.query);
    // no place in the columns, no map: the table is shown, and its tab and addresses say so
    const state: ExplorerState = asked.view === 'map' && !hasPlaces(columns) ? { ...asked, view: 'table' } : asked;
    const table = await openTable(visit.ctx, tableId);
    const { ctx } = visit;
    const choices = await columnChoices(ctx, table);
    const [shown, profile] = await Promise.all([
      loadView(visit, memory, { state, table, choices, resource }),
      state.profile === null ? null : profileColumn(ctx, table, state.query, state.profile),
    ]);
    const { page, facts, grouped } = shown;
    return {
      kind: 'rows',
      query: state.query,
      page,
      explorer: {
        state: grouped ? { ...state, group: grouped } : state,
        choices,
        profile,
        shown: facts,
        placed: hasPlaces(table.columns),
      },
    };
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const understood = error.kind === 'invalid' ? withoutFaults(visit.query, error) : null;
    if (understood === null) return { kind: 'refused', error };
    const without = await loadExplorer({ ctx: visit.ctx, query: understood }, memory, resource, tableId);
    return without.kind === 'rows' ? { kind: 'refused', error, without } : { kind: 'refused', error };
  }
}

/** The parameters that were understood; null where none of them can be left out. */
function withoutFaults(query: URLSearchParams, error: RequestError): URLSearchParams | null {
  const faulty = new Set(error.fields.map(({ field }) => field));
  if (faulty.size === 0) faulty.add('profile');
  const rest = new URLSearchParams([...query].filter(([name]) => !faulty.has(name)));
  return rest.size < query.size ? rest : null;
}

interface Asked {
  readonly state: ExplorerState;
  readonly table: OpenTable;
  readonly choices: ColumnChoices;
  readonly resource: CardResource;
}

interface Answer {
  readonly page: RowPage;
  readonly facts: ViewFacts;
  /** The groups shown, also where nobody asked for these. */
  readonly grouped: GroupQuery | null;
}

async function loadView(visit: Pick<Visit, 'ctx' | 'query'>, memory: RowMemory, asked: Asked): Promise<Answer> {
  const { state, table } = asked;
  if (state.view === 'groups' || state.view === 'chart') return loadGroups(visit, asked);
  if (state.view === 'map' && hasPlaces(table.columns)) return loadMap(visit, memory, asked);
  if (visit.query.has('soon')) {
    const early = await queryEarly(visit.ctx, table, withoutShape(table, state.query), COUNTING_PATIENCE);
    return { page: early, facts: { view: 'table', counted: early.counted }, grouped: null };
  }
  const page = await loadRows(visit, memory, table, state.query);
  return { page, facts: { view: 'table' }, grouped: null };
}

/** A geometry may be megabytes of numbers: it is shown on the map, and in the table only to whoever asks for its column. */
function withoutShape(table: OpenTable, query: RowQuery): RowQuery {
  if (query.columns.length > 0 || shapeColumn(table.columns) === null) return query;
  const columns = table.columns.filter(({ geometry }) => geometry !== 'shape').map(({ name }) => name);
  return { ...query, columns };
}

function loadRows(visit: Pick<Visit, 'ctx'>, memory: RowMemory, table: OpenTable, query: RowQuery): Promise<RowPage> {
  const asked = withoutShape(table, query);
  const question = `${table.mark}?${rowQueryParameters(asked)}`;
  return memory.answer(question, () => queryOpenTable(visit.ctx, table, asked));
}

async function loadGroups(visit: Pick<Visit, 'ctx'>, { state, table, choices, resource }: Asked): Promise<Answer> {
  const { filters, search, size } = state.query;
  const suited = defaultKeys(openShownColumns(resource), choices);
  if (!state.group && suited.length === 0) {
    return { page: noRows(state.query, 0), facts: { view: 'groupless' }, grouped: null };
  }
  const query: GroupQuery = state.group ?? {
    filters,
    search,
    keys: suited,
    measures: [],
    sort: [],
    page: 1,
    size: size === TABLE_PAGE_SIZE ? TABLE_PAGE_SIZE : size,
  };
  const ordered = { ...query, sort: query.sort.length > 0 ? query.sort : naturalOrder(query) };
  const asked =
    state.view === 'chart' && query.page === 1 ? { ...ordered, size: Math.max(query.size, CHART_GROUPS) } : ordered;
  const groups = await queryGroups(visit.ctx, table, asked);
  return {
    page: noRows(state.query, groups.matched),
    facts: { view: state.view === 'chart' ? 'chart' : 'groups', query: ordered, groups },
    grouped: query,
  };
}

/** Time goes forward, names go from the most rows to the least. */
function naturalOrder({ keys }: GroupQuery): GroupQuery['sort'] {
  return keys.some(({ part }) => part !== 'value') ? [] : [{ column: 'count', descending: true }];
}

async function loadMap(visit: Pick<Visit, 'ctx'>, memory: RowMemory, asked: Asked): Promise<Answer> {
  const { state, table } = asked;
  const bounds = state.bounds;
  const [points, page] = await Promise.all([
    queryPoints(visit.ctx, table, state.query, { ...(bounds ? { bounds } : {}), cells: MAP_CELLS }),
    loadRows(visit, memory, table, {
      ...state.query,
      filters: [...state.query.filters, ...onMap(table.columns, state.bounds)],
    }),
  ]);
  return points === null
    ? { page, facts: { view: 'table' }, grouped: null }
    : { page, facts: { view: 'map', points, bounds }, grouped: null };
}

function noRows(query: RowQuery, total: number): RowPage {
  return { columns: [], rows: [], total, page: 1, size: query.size, cursor: null };
}
