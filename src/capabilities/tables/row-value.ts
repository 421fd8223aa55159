import type { DuckRow, DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { ManifestColumn } from './manifest.ts';
import type { OpenColumn, Row } from './row-query.ts';

/** A column as the public sees it. */
export function openColumn({ name, title, type }: ManifestColumn): OpenColumn {
  return { name, title, type };
}

/** A row of `v0`, `v1` … as values by column name. */
export function rowOf(values: DuckRow, columns: readonly Pick<OpenColumn, 'name' | 'type'>[]): Row {
  return Object.fromEntries(
    columns.map((column, i) => [column.name, shownValue(column.type, values[`v${i}`] ?? null)]),
  );
}

/** Numbers come from DuckDB as text; they become numbers unless a digit would be lost. */
export function shownValue(type: ColumnType, value: DuckValue): DuckValue {
  if (typeof value !== 'string') return value;
  if (type === 'integer') {
    const whole = Number(value);
    return Number.isSafeInteger(whole) ? whole : value;
  }
  if (type === 'decimal') return value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value;
  return value;
}
