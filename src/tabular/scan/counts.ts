import type { Predicate } from './predicate.ts';

/** How many values answer yes, by column and code of predicate. */
export type CountsByColumn = Map<number, Map<string, number>>;

/** Adds a row of counts: `col` and `p0`, `p1` … in the order of the predicates. */
export function addCounts(
  counts: CountsByColumn,
  row: Readonly<Record<string, unknown>>,
  asked: readonly Predicate[],
): void {
  const column = counts.get(Number(row.col)) ?? new Map<string, number>();
  counts.set(Number(row.col), column);
  for (const [at, { code }] of asked.entries()) column.set(code, (column.get(code) ?? 0) + Number(row[`p${at}`]));
}

/** Nought for every predicate of every column. */
export function countedNothing(
  predicates: readonly Predicate[],
  columns: readonly { readonly index: number }[],
): CountsByColumn {
  return new Map(columns.map(({ index }) => [index, new Map(predicates.map(({ code }) => [code, 0]))]));
}
