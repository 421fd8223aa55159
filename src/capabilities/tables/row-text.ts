import { identifier } from '../../platform/duckdb/duckdb.ts';
import { valueText } from '../../tabular/writers/index.ts';
import type { ManifestColumn } from './manifest.ts';

/** SQL: a column's values as text in the form the API and files show them. */
export function textOf(column: ManifestColumn): string {
  return valueText(identifier(column.parquetColumn), column.type);
}

/** SQL: a column's value as `shownValue` of row-value.ts expects it. */
export function answerOf(column: ManifestColumn): string {
  return column.type === 'text' || column.type === 'integer' || column.type === 'decimal' || column.type === 'boolean'
    ? identifier(column.parquetColumn)
    : textOf(column);
}
