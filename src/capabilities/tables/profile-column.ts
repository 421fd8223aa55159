import type { Context } from '../../platform/context.ts';
import { identifier } from '../../platform/duckdb/duckdb.ts';
import { plain, sumMethod } from './group-decimals.ts';
import type { ManifestColumn } from './manifest.ts';
import type { ColumnSummary, SpreadBin, ValueCount } from './profile.ts';
import { dateBins, filledBins, numberBins } from './profile-bins.ts';
import { binsStatement, endsStatement, factsStatement, likelyStatement, valuesStatement } from './profile-statement.ts';
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
  return remembered(ctx, ['profile', table.id, column, narrowingParameters(query).toString()], () =>
    makeProfile(ctx, table, query, found),
  );
}

async function makeProfile(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
): Promise<ColumnSummary> {
  const numbers = column.type === 'integer' || column.type === 'decimal';
  const method = numbers ? await sumMethod(ctx, table, column) : null;
  const [facts] = await ctx.duckdb.query(factsStatement(table, query, column, method));
  const rows = Number(facts?.n ?? 0);
  const filled = Number(facts?.filled ?? 0);
  const about = Number(facts?.about ?? 0);
  const ends = filled === 0 ? NO_ENDS : await endsOf(ctx, table, query, column, about, facts);
  const values = await frequentValues(ctx, table, query, column, about, { limit: FREQUENT });
  const average = facts?.average ?? null;
  return {
    column: openColumn(column),
    rows,
    blanks: rows - filled,
    distinct: values.distinct ?? Math.min(about, filled),
    distinctExact: values.distinct !== null,
    least: shownValue(column.type, ends.least),
    most: shownValue(column.type, ends.most),
    average: average === null ? null : Number(plain(Number(average))),
    frequent: values.values,
    spread: ends.least === null || ends.most === null ? [] : await spreadOf(ctx, table, query, column, ends),
  };
}

interface Ends {
  readonly least: string | null;
  readonly most: string | null;
}

const NO_ENDS: Ends = { least: null, most: null };

async function endsOf(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
  about: number,
  facts: Readonly<Record<string, unknown>> | undefined,
): Promise<Ends> {
  if (column.type === 'boolean' || (column.type === 'text' && about > SORTED_TEXTS)) return NO_ENDS;
  const found =
    column.type === 'text' ? (await ctx.duckdb.query(endsStatement(table, query, column)))[0] : (facts ?? {});
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return { least: text(found?.least), most: text(found?.most) };
}

async function spreadOf(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
  { least, most }: Ends,
): Promise<SpreadBin[]> {
  if (least === null || most === null) return [];
  let bins: ReturnType<typeof numberBins>;
  if (column.type === 'integer' || column.type === 'decimal') {
    if (!Number.isFinite(Number(most) - Number(least))) return [];
    const { kind, scale } = await sumMethod(ctx, table, column);
    bins = numberBins(Number(least), Number(most), kind === 'floating' ? FINEST : scale);
  } else if (column.type === 'date' || column.type === 'datetime') {
    bins = dateBins(least, most, column.type === 'datetime');
  } else {
    return [];
  }
  const counted = await ctx.duckdb.query(
    binsStatement(table, query, column, bins.sql(identifier(column.parquetColumn))),
  );
  return filledBins(bins, new Map(counted.map(({ b, n }) => [Number(b), Number(n)])));
}

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
  const question = ['values', table.id, column, startsWith, String(limit), narrowingParameters(query).toString()];
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
  return remembered(ctx, ['about', table.id, column.name, narrowingParameters(query).toString()], async () => {
    const [facts] = await ctx.duckdb.query(factsStatement(table, query, column, null));
    return Number(facts?.about ?? 0);
  });
}

async function frequentValues(
  ctx: Context,
  table: OpenTable,
  query: Narrowing,
  column: ManifestColumn,
  about: number,
  options: { readonly startsWith?: string; readonly limit: number },
): Promise<{ values: ValueCount[]; distinct: number | null }> {
  const exact = about <= (column.type === 'text' ? COUNTED.text : COUNTED.other);
  const found = await ctx.duckdb.query((exact ? valuesStatement : likelyStatement)(table, query, column, options));
  const values = found.map(({ v, n }) => ({ value: shownAs(column, v ?? null), count: Number(n) }));
  return { values, distinct: exact ? Number(found[0]?.d ?? 0) : null };
}

function shownAs(column: ManifestColumn, value: string | number | boolean | null): ValueCount['value'] {
  if (column.type === 'boolean') return value === null ? null : String(value) === 'true';
  return shownValue(column.type, value === null ? null : String(value));
}
