import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';

/** SQL: a column's values as text in the form the API and files show them. */
export function textOf(column: ManifestColumn): string {
  const name = identifier(column.parquetColumn);
  if (column.type === 'text') return name;
  if (column.type === 'decimal') {
    // 20, not 20.0: decimals may be kept as DOUBLE
    const whole = `${name} = trunc(${name}) AND abs(${name}) < 1e15`;
    return `CASE WHEN ${whole} THEN CAST(CAST(${name} AS BIGINT) AS VARCHAR) ELSE CAST(${name} AS VARCHAR) END`;
  }
  // milliseconds only where there are some
  if (column.type === 'datetime') return `regexp_replace(strftime(${name}, '%Y-%m-%dT%H:%M:%S.%g'), '\\.000$', '')`;
  return `CAST(${name} AS VARCHAR)`;
}

/** SQL: a column's value as `shownValue` of row-value.ts expects it. */
export function answerOf(column: ManifestColumn): string {
  return column.type === 'text' || column.type === 'integer' || column.type === 'decimal' || column.type === 'boolean'
    ? identifier(column.parquetColumn)
    : textOf(column);
}
