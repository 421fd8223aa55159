import type { Context } from '../../platform/context.ts';
import { type DuckRow, type DuckValue, identifier } from '../../platform/duckdb/duckdb.ts';
import { plain, sumMethod } from './group-decimals.ts';
import type { ManifestColumn } from './manifest.ts';
import type { ColumnSummary, SpreadBin, ValueCount } from './profile.ts';
import { type Bins, dateBins, filledBins, numberBins } from './profile-bins.ts';
import {
  type AlsoAsked,
  binsStatement,
  dictionariesStatement,
  factsStatement,
  likelyStatement,
  valuesStatement,
} from './profile-statement.ts';
import { remembered } from './query-memory.ts';
import { narrowingParameters } from './query-reading.ts';
import { columnNamed, type Narrowing } from './row-condition.ts';
import { openColumn, shownValue } from './row-value.ts';
import type { OpenTable } from './table.ts';

/** Different values up to which all are counted exactly. Texts take more memory. */
const COUNTED = { text: 1_000_000, other: 3_000_000 };
/** Different texts up to which the first and the last are found by the alphabet. */
const SORTED_TEXTS = 200_000;
const FREQUENT = 10;
/** Digits after the point of the finest bins of numbers whose digits are too many to count. */
const FINEST = 15;

/**
 * What one open column holds in the rows of a question. `column` is its name.
 * Refused as `too-large` where it takes too long.
 */
export function profileColumn(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: string,
): Promise<ColumnSummary> {
  const found = columnNamed(table.columns, column);
  const { smallest } = table.manifest;
  const asked = smallest === undefined ? query : WHOLE;
  return remembered(ctx, ['profile', table.mark, column, narrowingParameters(asked).toString()], async () => {
    const summary = await makeProfile(ctx, table, asked, found);
    return smallest === undefined ? summary : withoutSmall(summary, smallest);
  });
}

/** Where small groups are not shown, a column is told of over the whole table only. */
const WHOLE: Narrowing = { filters: [], search: '' };

/** Neither values of few rows nor the outermost ones, which are of one row each. */
function withoutSmall(summary: ColumnSummary, smallest: number): ColumnSummary {
  const small = (count: number) => count > 0 && count < smallest;
  return {
    ...summary,
    least: null,
    most: null,
    frequent: summary.frequent.filter(({ count }) => !small(count)),
    spread: summary.spread.some(({ count }) => small(count)) ? [] : summary.spread,
  };
}

async function makeProfile(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
): Promise<ColumnSummary> {
  const numbers = column.type === 'integer' || column.type === 'decimal';
  const method = numbers ? await sumMethod(ctx, table, column) : null;
  const most = await mostDistinct(ctx, table, column);
  const [facts] = await ctx.duckdb.query(factsStatement(table, query, column, method, most > SORTED_TEXTS));
  const rows = Number(facts?.n ?? 0);
  const filled = Number(facts?.filled ?? 0);
  const about = Number(facts?.about ?? most);
  const bins = await binsOf(ctx, table, column, endsIn(column, facts));
  const ends = column.type === 'text' && about <= SORTED_TEXTS;
  const also = { ends, ...(bins ? { bin: bins.sql } : {}) };
  const values = await frequentValues(ctx, table, query, column, about, { limit: FREQUENT }, also);
  const { least, most: greatest } = ends ? endsIn(column, values.found[0]) : endsIn(column, facts);
  const average = facts?.average ?? null;
  return {
    column: openColumn(column),
    rows,
    blanks: rows - filled,
    distinct: values.distinct ?? Math.min(about, filled),
    distinctExact: values.distinct !== null,
    least: shownValue(column.type, least),
    most: shownValue(column.type, greatest),
    average: average === null ? null : Number(plain(Number(average))),
    frequent: values.values,
    spread: bins ? await spreadOf(ctx, table, query, column, bins, values) : [],
  };
}

interface Ends {
  readonly least: string | null;
  readonly most: string | null;
}

function endsIn(column: ManifestColumn, found: DuckRow | undefined): Ends {
  if (column.type === 'boolean') return { least: null, most: null };
  const text = (value: DuckValue | undefined) => (value === null || value === undefined ? null : String(value));
  return { least: text(found?.least), most: text(found?.most) };
}

/** The bins a column of numbers or dates is spread over; null for others and where there is nothing to spread. */
async function binsOf(
  ctx: Context,
  table: OpenTable,
  column: ManifestColumn,
  { least, most }: Ends,
): Promise<Bins | null> {
  if (least === null || most === null) return null;
  if (column.type === 'integer' || column.type === 'decimal') {
    if (!Number.isFinite(Number(most) - Number(least))) return null;
    const { kind, scale } = await sumMethod(ctx, table, column);
    return numberBins(Number(least), Number(most), kind === 'floating' ? FINEST : scale);
  }
  if (column.type !== 'date' && column.type !== 'datetime') return null;
  return dateBins(least, most, column.type === 'datetime');
}

/** Where all values were counted their bins are known with them. */
async function spreadOf(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
  bins: Bins,
  values: Frequent,
): Promise<SpreadBin[]> {
  const counted =
    values.distinct === null
      ? await ctx.duckdb.query(binsStatement(table, query, column, bins.sql(identifier(column.parquetColumn))))
      : values.found.filter(({ b }) => isThere(b));
  return filledBins(bins, new Map(counted.map(({ b, n }) => [Number(b), Number(n)])));
}

const isThere = (value: DuckValue | undefined) => value !== null && value !== undefined;

/**
 * The values of a column by how many rows of the question have them, the most frequent first; for the choices of a filter. Empty cells are
 * not among them. `startsWith` does not regard case. Of over a million different texts only likely ones are counted, each exactly.
 */
export async function distinctValues(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: string,
  options: { readonly startsWith?: string; readonly limit: number },
): Promise<readonly ValueCount[]> {
  const found = columnNamed(table.columns, column);
  const { startsWith = '', limit } = options;
  const question = ['values', table.mark, column, startsWith, String(limit), narrowingParameters(query).toString()];
  return remembered(ctx, question, async () => {
    const about = await aboutDistinct(ctx, table, query, found);
    return (await frequentValues(ctx, table, query, found, about, options)).values;
  });
}

/** About how many different values there are: tells which way to count them is possible. */
export function aboutDistinct(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
): Promise<number> {
  return remembered(ctx, ['about', table.mark, column.name, narrowingParameters(query).toString()], async () => {
    const most = await mostDistinct(ctx, table, column);
    if (most <= SORTED_TEXTS) return most;
    const [facts] = await ctx.duckdb.query(factsStatement(table, query, column, null, true));
    return Number(facts?.about ?? 0);
  });
}

/** So many different values a column has at most, as far as its files tell without being read. */
function mostDistinct(ctx: Context, table: OpenTable, column: ManifestColumn): Promise<number> {
  const { rows } = table.manifest;
  if (rows <= SORTED_TEXTS) return Promise.resolve(rows);
  return remembered(ctx, ['dictionaries', table.mark, column.name], async () => {
    const [found] = await ctx.duckdb.query(dictionariesStatement(table, column));
    const all = found !== undefined && Number(found.groups) > 0 && Number(found.groups) === Number(found.told);
    return all ? Math.min(rows, Number(found.d)) : rows;
  });
}

/** The most frequent values; `distinct` is null where not all were counted. */
interface Frequent {
  readonly values: ValueCount[];
  readonly distinct: number | null;
  readonly found: readonly DuckRow[];
}

async function frequentValues(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
  about: number,
  options: { readonly startsWith?: string; readonly limit: number },
  also: AlsoAsked = {},
): Promise<Frequent> {
  const exact = about <= (column.type === 'text' ? COUNTED.text : COUNTED.other);
  const statement = exact
    ? valuesStatement(table, query, column, options, also)
    : likelyStatement(table, query, column, options);
  const found = await ctx.duckdb.query(statement);
  const frequent = exact
    ? found.filter(({ at }) => isThere(at)).sort((one, other) => Number(one.at) - Number(other.at))
    : found;
  const values = frequent.map(({ v, n }) => ({ value: shownAs(column, v ?? null), count: Number(n) }));
  return {
    values,
    distinct: exact ? Number(frequent[0]?.d ?? 0) : null,
    found: exact ? [...frequent, ...found.filter(({ b }) => isThere(b))] : found,
  };
}

function shownAs(column: ManifestColumn, value: DuckValue): ValueCount['value'] {
  if (column.type === 'boolean') return value === null ? null : String(value) === 'true';
  return shownValue(column.type, value === null ? null : String(value));
}
