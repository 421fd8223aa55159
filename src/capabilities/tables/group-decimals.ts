import type { Context } from '../../platform/context.ts';
import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { remembered } from './query-memory.ts';
import type { Statement } from './row-condition.ts';
import type { OpenTable } from './table.ts';
import { source } from './table-source.ts';

/**
 * How a column of numbers is summed without a digit too many. Decimals are kept as DOUBLE, where 0.1 + 0.2 is 0.30000000000000004; but each value
 * stands for the decimal that was in the file. `scaled`: all values have at most `scale` digits after the point and are small enough, so they are
 * summed as whole numbers of that unit: exactly. `floating`: others are summed with the error carried along (Kahan), then shown
 * with 15 digits. `native`: DuckDB keeps whole numbers or decimals itself.
 */
export interface SumMethod {
  readonly kind: 'native' | 'scaled' | 'floating';
  readonly scale: number;
}

/** Most digits after the point that are summed exactly. */
const MOST_DIGITS = 9;
/** Up to here every whole number is a DOUBLE. */
const EXACT = 2 ** 53;

/** Rows looked at to guess how many digits there are. */
const LOOKED = 2048;

const asDouble = (column: ManifestColumn) => `CAST(${identifier(column.parquetColumn)} AS DOUBLE)`;

/** DuckDB's type, and digits after the point: of all values, or of the first ones. */
function digitsStatement(table: OpenTable, column: ManifestColumn, among: 'all' | 'first'): Statement {
  const name = identifier(column.parquetColumn);
  const value = asDouble(column);
  const digits = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => `WHEN ${value} = round(${value}, ${i}) THEN ${i}`);
  const from = `(SELECT ${name} FROM ${source(table.paths)}${among === 'first' ? ` LIMIT ${LOOKED}` : ''})`;
  return {
    sql: `SELECT any_value(typeof(${name})) AS type, max(CASE WHEN ${name} IS NULL THEN 0 ${digits.join(' ')} ELSE 99 END) AS digits FROM ${from}`,
    values: [],
  };
}

/** Least and greatest value: told by the statistics of the file. */
function rangeStatement(table: OpenTable, column: ManifestColumn): Statement {
  const value = asDouble(column);
  return { sql: `SELECT min(${value}) AS least, max(${value}) AS most FROM ${source(table.paths)}`, values: [] };
}

/** A row where some value has more digits than `scale`; it is what `round(value, scale)` does, without a power for every value. */
function finerStatement(table: OpenTable, column: ManifestColumn, scale: number): Statement {
  const value = asDouble(column);
  const rounded = scale === 0 ? `round(${value})` : `round(${value} * 1e${scale}) / 1e${scale}`;
  return { sql: `SELECT 1 AS finer FROM ${source(table.paths)} WHERE ${rounded} <> ${value} LIMIT 1`, values: [] };
}

/** How sums of this column are made; looked up once a table. */
export function sumMethod(ctx: Context, table: OpenTable, column: ManifestColumn): Promise<SumMethod> {
  if (column.type === 'integer') return Promise.resolve({ kind: 'native', scale: 0 });
  return remembered(ctx, ['scale', table.mark, column.name], async () => {
    const [first] = await ctx.duckdb.query(digitsStatement(table, column, 'first'));
    const decimal = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(String(first?.type));
    if (decimal) return { kind: 'native', scale: Number(decimal[1]) };
    const [range] = await ctx.duckdb.query(rangeStatement(table, column));
    const greatest = Math.max(Math.abs(Number(range?.least ?? 0)), Math.abs(Number(range?.most ?? 0)));
    const fits = (scale: number) => scale <= MOST_DIGITS && greatest * 10 ** scale < EXACT;
    const scale = await allDigits(ctx, table, column, Number(first?.digits ?? 0), fits);
    return fits(scale) ? { kind: 'scaled', scale } : { kind: 'floating', scale: 0 };
  });
}

/** Digits after the point of all values; the first ones mostly tell. Where even theirs are too many the others need not be asked. */
async function allDigits(
  ctx: Context,
  table: OpenTable,
  column: ManifestColumn,
  ofFirst: number,
  fits: (scale: number) => boolean,
): Promise<number> {
  if (!fits(ofFirst)) return ofFirst;
  if ((await ctx.duckdb.query(finerStatement(table, column, ofFirst))).length === 0) return ofFirst;
  const [all] = await ctx.duckdb.query(digitsStatement(table, column, 'all'));
  return Number(all?.digits ?? 0);
}

/** SQL of the sum as it is sorted by; `sumText` makes the number to show of it. */
export function sumOf(name: string, method: SumMethod): string {
  switch (method.kind) {
    case 'native':
      return `sum(${name})`;
    case 'scaled':
      return `sum(CAST(round(${name} * 1e${method.scale}) AS BIGINT))`;
    case 'floating':
      return `fsum(${name})`;
  }
}

/** SQL of the average, a DOUBLE. */
export function averageOf(name: string, method: SumMethod): string {
  const unit = method.kind === 'scaled' && method.scale > 0 ? ` / 1e${method.scale}` : '';
  return `CAST(${sumOf(name, method)} AS DOUBLE) / count(${name})${unit}`;
}

/** The sum as digits: `1.20` never, `1.2`; with 15 digits where it was summed as a floating number. */
export function sumText(value: string | number | boolean | null, method: SumMethod): string | null {
  if (value === null) return null;
  if (method.kind === 'floating') return plain(Number(value));
  const text = String(value);
  if (method.kind === 'native') return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  if (method.scale === 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace('-', '').padStart(method.scale + 1, '0');
  const fraction = digits.slice(-method.scale).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -method.scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A floating number with the 15 digits that are sure. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}
