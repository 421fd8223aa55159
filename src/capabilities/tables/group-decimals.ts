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

/** One look over a column: DuckDB's type, the greatest absolute value, digits after the point. */
function scaleStatement(table: OpenTable, column: ManifestColumn): Statement {
  const name = identifier(column.parquetColumn);
  const value = `CAST(${name} AS DOUBLE)`;
  const digits = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => `WHEN ${value} = round(${value}, ${i}) THEN ${i}`);
  return {
    sql: `SELECT any_value(typeof(${name})) AS type, max(abs(${value})) AS greatest,
      max(CASE WHEN ${name} IS NULL THEN 0 ${digits.join(' ')} ELSE 99 END) AS digits FROM ${source(table.paths)}`,
    values: [],
  };
}

/** How sums of this column are made; looked up once a table. */
export function sumMethod(ctx: Context, table: OpenTable, column: ManifestColumn): Promise<SumMethod> {
  if (column.type === 'integer') return Promise.resolve({ kind: 'native', scale: 0 });
  return remembered(ctx, ['scale', table.id, column.name], async () => {
    const [found] = await ctx.duckdb.query(scaleStatement(table, column));
    const decimal = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(String(found?.type));
    if (decimal) return { kind: 'native', scale: Number(decimal[1]) };
    const scale = Number(found?.digits ?? 0);
    const fits = scale <= MOST_DIGITS && Number(found?.greatest ?? 0) * 10 ** scale < EXACT;
    return fits ? { kind: 'scaled', scale } : { kind: 'floating', scale: 0 };
  });
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
