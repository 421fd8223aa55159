import {
  type GroupQuery,
  groupQueryParameters,
  type ManifestColumn,
  MEASURES,
  PAGE_SIZE,
  parseGroupQuery,
  parseRowQuery,
  type RowQuery,
  rowQueryParameters,
  strangeParameters,
} from '../../../capabilities/tables/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Bounds } from '../../components/chart-map.tsx';
import { TABLE_PAGE_SIZE } from '../dataset/dataset-view.ts';

/** Ways to look at one table. */
export const EXPLORER_VIEWS = ['table', 'groups', 'chart', 'map'] as const;
export type ExplorerViewName = (typeof EXPLORER_VIEWS)[number];

/** Charts a person chooses from; `bars` stand up along time and lie by name. */
export const CHART_CHOICES = ['bars', 'line', 'share'] as const;
export type ChartChoice = (typeof CHART_CHOICES)[number];

/** Everything the address says of a table: nothing of what is seen is kept elsewhere. */
export interface ExplorerState {
  readonly view: ExplorerViewName;
  /** Conditions, chosen columns, rows a page; order and page of the rows. */
  readonly query: RowQuery;
  /** Keys, measures, order and page of the groups; null where none were asked for. Conditions are those of `query`. */
  readonly group: GroupQuery | null;
  /** Name of the column whose profile is open. */
  readonly profile: string | null;
  /** Null: the one that suits the columns. */
  readonly chart: ChartChoice | null;
  /** Column of the groups that the chart draws; null: the first measure. */
  readonly measure: string | null;
  /** The part of the map looked at; null: all of it. */
  readonly bounds: Bounds | null;
}

/** Parameters of the page itself: no conditions. `r` is the resource, `theme` and `part` are of embeds and of parts of the page. */
const OWN = ['r', 'view', 'chart', 'measure', 'profile', 'bounds', 'also', 'theme', 'lang', 'soon'];
const OF_ROWS = ['q', 'sort', 'columns', 'page', 'page_size', 'cursor'];
const OF_GROUPS = ['group', ...MEASURES];

/**
 * Understands the address of a table. `columns` are all of the table; only open ones can be named.
 * Throws RequestError `invalid` naming what was not understood.
 */
export function readExplorerState(columns: readonly ManifestColumn[], parameters: URLSearchParams): ExplorerState {
  const view = oneOf(EXPLORER_VIEWS, parameters.get('view')) ?? 'table';
  const grouped = view === 'groups' || view === 'chart';
  const ofRows = grouped ? without(parameters, ['sort', 'page', 'page_size', 'cursor']) : parameters;
  const strange = strangeParameters(columns, parameters, [...OWN, ...OF_GROUPS, ...OF_ROWS]);
  const parsed = parseRowQuery(columns, ofRows, [...OWN, ...OF_GROUPS, ...strange, 'cursor']);
  const ignored = [...OWN, ...strange, 'columns', 'cursor'];
  const group = grouped ? parseGroupQuery(columns, withMeasures(parameters), ignored) : null;
  const open = columns.filter((column) => column.sensitivity === 'open');
  const profile = parameters.get('profile');
  if (profile !== null && profile !== '' && !open.some(({ name }) => name === profile)) throw noSuchColumn(profile);
  return {
    view,
    query: {
      ...parsed,
      columns: isWhole(parsed.columns, open) ? [] : parsed.columns,
      size: ofRows.has('page_size') ? parsed.size : TABLE_PAGE_SIZE,
    },
    group: group && { ...group, size: parameters.has('page_size') ? group.size : TABLE_PAGE_SIZE },
    profile: profile || null,
    chart: oneOf(CHART_CHOICES, parameters.get('chart')),
    measure: parameters.get('measure'),
    bounds: readBounds(parameters.get('bounds')),
  };
}

function oneOf<T extends string>(all: readonly T[], word: string | null): T | null {
  return all.find((one) => one === word) ?? null;
}

function without(parameters: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...parameters].filter(([name]) => !names.includes(name)));
}

/** A form says a measure in one choice, `also=sum:amount`. */
function withMeasures(parameters: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(parameters);
  for (const choice of parameters.getAll('also')) {
    const [measure = '', column = ''] = choice.split(':');
    if (column && MEASURES.some((one) => one === measure)) all.append(measure, column);
  }
  return all;
}

/** All columns in their own order are no choice. */
function isWhole(chosen: readonly string[], open: readonly ManifestColumn[]): boolean {
  return chosen.length === open.length && chosen.every((name, at) => name === open[at]?.name);
}

function readBounds(written: string | null): Bounds | null {
  const [west, south, east, north] = (written ?? '').split(',').map(Number);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  const sound = west < east && south < north && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  return sound && Math.abs(west) <= 180 && Math.abs(east) <= 180 ? [west, south, east, north] : null;
}

function noSuchColumn(name: string): RequestError {
  return new RequestError('invalid', 'no-such-column', {
    uk: `Стовпця «${name}» у таблиці немає.`,
    en: `The table has no column "${name}".`,
  });
}

/** The parameters that `readExplorerState` reads as this state. Leaves out what is the default. */
export function explorerParameters(state: ExplorerState): URLSearchParams {
  const { view, query, group } = state;
  const grouped = view === 'groups' || view === 'chart';
  const parameters = new URLSearchParams();
  if (view !== 'table') parameters.set('view', view);
  const ofRows = { ...query, size: PAGE_SIZE, cursor: null, ...(grouped ? { sort: [], page: 1 } : {}) };
  append(parameters, rowQueryParameters(ofRows));
  if (grouped && group) {
    append(parameters, groupQueryParameters({ ...group, filters: [], search: '', size: PAGE_SIZE }));
  }
  const size = grouped ? group?.size : query.size;
  if (size !== undefined && size !== TABLE_PAGE_SIZE) parameters.set('page_size', String(size));
  if (view === 'chart' && state.chart) parameters.set('chart', state.chart);
  if (view === 'chart' && state.measure) parameters.set('measure', state.measure);
  if (view === 'map' && state.bounds) parameters.set('bounds', state.bounds.map((one) => one.toFixed(5)).join(','));
  if (state.profile) parameters.set('profile', state.profile);
  return parameters;
}

function append(parameters: URLSearchParams, more: URLSearchParams): void {
  for (const [name, value] of more) parameters.append(name, value);
}
