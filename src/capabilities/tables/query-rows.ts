import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import type { DuckRow } from '../../platform/duckdb/duckdb.ts';
import { type Place, placeOf, writeCursor } from './cursor-rules.ts';
import { livePositions } from './live-positions.ts';
import type { ManifestColumn } from './manifest.ts';
import { openTable } from './open-table.ts';
import { positionOf } from './placed-rows.ts';
import { remembered } from './query-memory.ts';
import { narrowingParameters } from './query-reading.ts';
import type { Narrowing } from './row-condition.ts';
import type { OrderPlace } from './row-order.ts';
import type { Operator, RowPage, RowQuery } from './row-query.ts';
import { badCursor, badRowQuery, cursorOfOtherTable } from './row-query-faults.ts';
import {
  countStatement,
  keysStatement,
  type Position,
  positionsStatement,
  type Stretch,
  stretchStatement,
} from './row-statement.ts';
import { firstTexts } from './row-text-order.ts';
import { openColumn, rowOf } from './row-value.ts';
import type { OpenTable } from './table.ts';
import { isPatched } from './table-source.ts';

/**
 * Answers a row query: one page of rows and the exact number of all that match. Carried out by the query process; too long or too
 * large a question is refused as `too-large`, a cursor of another table as `invalid`.
 */
export async function queryRows(ctx: Context, tableId: string, query: RowQuery): Promise<RowPage> {
  return queryOpenTable(ctx, await openTable(ctx, tableId), query);
}

/** The same for a table that is open already. */
export async function queryOpenTable(ctx: Context, table: OpenTable, query: RowQuery): Promise<RowPage> {
  return pageOf(ctx, table, query, (found) => totalOf(ctx, table, query, found));
}

/** A page of rows that did not wait for the number of all. `counted` false: `total` is only what is known to be there. */
export interface EarlyRowPage extends RowPage {
  readonly counted: boolean;
}

/**
 * The same, but waits for the number of all rows only so many milliseconds: the rows of a search in a large table are found long before the
 * last of them is counted. The counting goes on, and asking again gives its answer.
 */
export async function queryEarly(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  patience: number,
): Promise<EarlyRowPage> {
  let counted = true;
  const page = await pageOf(ctx, table, query, async (found) => {
    const total = totalOf(ctx, table, query, found);
    // whoever asks next is told what went wrong
    total.catch(() => {});
    const known = await Promise.race([total, pause(patience, null, { ref: false })]);
    counted = known !== null;
    return known ?? (query.page - 1) * query.size + found + (found === query.size ? 1 : 0);
  });
  return { ...page, counted };
}

async function pageOf(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  count: (found: number) => Promise<number>,
): Promise<RowPage> {
  const columns =
    query.columns.length === 0
      ? table.columns
      : query.columns.flatMap((name) => table.columns.filter((column) => column.name === name));
  const answer = columns.length === 0 ? NO_ROWS : await rowsAsked(ctx, table, query, columns);
  const total = await count(answer.rows.length);
  const more = query.cursor === null ? query.page * query.size < total : answer.more;
  return {
    columns: columns.map(openColumn),
    rows: answer.rows.map((row) => rowOf(row, columns)),
    total,
    page: query.page,
    size: query.size,
    cursor: more ? cursorAfter(table, query, answer.rows.at(-1)) : null,
  };
}

const NO_ROWS = { rows: [] as DuckRow[], more: false };

/** The rows of the page; by cursor one more is looked for, to know whether the page is the last. */
async function rowsAsked(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  columns: readonly ManifestColumn[],
): Promise<{ rows: DuckRow[]; more: boolean }> {
  if (query.cursor === null) {
    const skip = (query.page - 1) * query.size;
    return {
      rows: await loadStretch(ctx, table, query, columns, { skip, most: query.size, after: null }),
      more: false,
    };
  }
  const place = placeOf(query);
  const after = place === null ? null : await orderPlace(ctx, table, query, place);
  const found = await loadStretch(ctx, table, query, columns, { skip: 0, most: query.size + 1, after });
  return { rows: found.slice(0, query.size), more: found.length > query.size };
}

/** In tables of more rows an order is found by its keys alone, and only then the rows themselves are read. */
const LARGE = 100_000;
/** So many first positions of an order are found at once and remembered: the next pages, and other columns, come from them. */
const FIRST = 1_000;

/**
 * From such a part of the rows on, two more looks over the whole column and the alphabet asked once a text are quicker than asking it once
 * a row: measured over 5M rows with 90,000 texts.
 */
const MOST_ROWS = 1 / 3;
/** Conditions that look into every text. */
const COSTLY: ReadonlySet<Operator> = new Set(['contains', 'startswith']);

async function loadStretch(
  ctx: Context,
  table: OpenTable,
  query: RowQuery,
  columns: readonly ManifestColumn[],
  stretch: Stretch,
): Promise<DuckRow[]> {
  const inOrder = query.sort.length === 0 && !isNarrowed(query);
  if (inOrder && isPatched(table.paths)) return rowsAt(ctx, table, columns, await livePositions(ctx, table, stretch));
  if (query.sort.length === 0 || table.manifest.rows <= LARGE) {
    return ctx.duckdb.query(stretchStatement(table, query, columns, stretch));
  }
  const { skip, most, after } = stretch;
  const first = after === null && skip + most <= FIRST;
  const positions = first
    ? (await firstPositions(ctx, table, query)).slice(skip, skip + most)
    : await findPositions(ctx, table, query, stretch);
  return rowsAt(ctx, table, columns, positions);
}

/** The rows at these places, in their order. All are known to be there, so nobody asks which are no more. */
async function rowsAt(
  ctx: Context,
  table: OpenTable,
  columns: readonly ManifestColumn[],
  positions: readonly Position[],
): Promise<DuckRow[]> {
  if (positions.length === 0) return [];
  const paths = table.paths.map(({ path }) => ({ path, removed: null }));
  const found = await ctx.duckdb.query(positionsStatement({ columns: table.columns, paths }, columns, positions));
  const rows = new Map(found.map((row) => [positionOf(row.part, row.file_row_number), row]));
  return positions.map(({ part, row }) => rows.get(positionOf(part, row))).filter((row) => row !== undefined);
}

function firstPositions(ctx: Context, table: OpenTable, query: RowQuery): Promise<Position[]> {
  const question = ['order', table.mark, narrowingParameters(query).toString(), JSON.stringify(query.sort)];
  return remembered(ctx, question, async () => {
    const among = (await areMany(ctx, table, query)) ? await firstTexts(ctx, table, query, FIRST) : null;
    return findPositions(ctx, table, query, { skip: 0, most: FIRST, after: null, among });
  });
}

/**
 * Whether so many of the rows are put in order that it pays to look for the first texts before. The number of rows is wanted anyway; a costly
 * question is not asked a second time for it.
 */
async function areMany(ctx: Context, table: OpenTable, query: RowQuery): Promise<boolean> {
  if (query.search !== '' || query.filters.some(({ operator }) => COSTLY.has(operator))) return false;
  return (await countMatching(ctx, table, query)) >= table.manifest.rows * MOST_ROWS;
}

async function findPositions(ctx: Context, table: OpenTable, query: RowQuery, stretch: Stretch): Promise<Position[]> {
  const found = await ctx.duckdb.query(stretchStatement(table, query, [], stretch));
  return found.map((row) => ({ part: Number(row.part ?? 0), row: Number(row.file_row_number) }));
}

/** The keys of the row a cursor names. Its text is all a cursor holds of the table, so it is checked against the table here. */
async function orderPlace(ctx: Context, table: OpenTable, query: RowQuery, place: Place): Promise<OrderPlace> {
  if (place.tableId !== table.id) throw badRowQuery([cursorOfOtherTable()]);
  if (place.row >= (table.manifest.parts[place.part]?.rows ?? 0)) throw badRowQuery([badCursor('damaged')]);
  if (query.sort.length === 0) return { ...place, keys: [] };
  const [row] = await ctx.duckdb.query(keysStatement(table, query.sort, place));
  const keys = query.sort.map((_, i) => {
    const text = row?.[`v${i}`] ?? null;
    return { type: String(row?.[`t${i}`] ?? ''), text: text === null ? null : String(text) };
  });
  return { ...place, keys };
}

function cursorAfter(table: OpenTable, query: RowQuery, last: DuckRow | undefined): string | null {
  if (last === undefined) return null;
  const place = { tableId: table.id, part: Number(last.part ?? 0), row: Number(last.file_row_number) };
  return writeCursor(place, query);
}

/** Counts only what the page itself does not tell: a rare word is looked for once, not twice. */
async function totalOf(ctx: Context, table: OpenTable, query: RowQuery, found: number): Promise<number> {
  const numbered = query.cursor === null;
  if (numbered && isNarrowed(query) && found < query.size && (found > 0 || query.page === 1)) {
    return (query.page - 1) * query.size + found;
  }
  if (query.cursor === '' && isNarrowed(query) && found < query.size) return found;
  return countMatching(ctx, table, query);
}

function isNarrowed(query: Narrowing): boolean {
  return query.filters.length > 0 || query.search !== '';
}

/** How many rows meet the conditions, exactly; a count is made once for all pages and orders of the same rows. */
export async function countMatching(ctx: Context, table: OpenTable, query: Narrowing): Promise<number> {
  if (!isNarrowed(query)) return table.manifest.rows;
  return remembered(ctx, ['count', table.mark, narrowingParameters(query).toString()], async () => {
    const [counted] = await ctx.duckdb.query(countStatement(table, query));
    return Number(counted?.total ?? 0);
  });
}
