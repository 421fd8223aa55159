import type { Context } from '../../platform/context.ts';
import type { DuckRow } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import type { Row } from './row-query.ts';
import { positionsStatement } from './row-statement.ts';
import { rowOf } from './row-value.ts';
import type { OpenTable } from './table.ts';

/** The key of a row's place: its part of the table, null where there is one part, and its place in it from 0. */
export function positionOf(part: unknown, row: unknown): string {
  return `${Number(part ?? 0)} ${Number(row)}`;
}

/** The rows whose positions (`part_at`, `row_at`) these records tell, by position. */
export async function placedRows(
  ctx: Context,
  table: OpenTable,
  columns: readonly ManifestColumn[],
  records: readonly DuckRow[],
): Promise<Map<string, Row>> {
  if (records.length === 0 || columns.length === 0) return new Map();
  const positions = records.map(({ part_at, row_at }) => ({ part: Number(part_at), row: Number(row_at) }));
  const found = await ctx.duckdb.query(positionsStatement(table, columns, positions));
  return new Map(found.map((row) => [positionOf(row.part, row.file_row_number), rowOf(row, columns)]));
}
