import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { clean } from './clean.ts';
import { type AskedColumn, asksColumn, type PredicateSet } from './guards.ts';
import { inGroups } from './plan.ts';
import { sqlText } from './predicate.ts';

/**
 * Counts by asking every predicate of every value: what the planned scan has to agree with. Slow; for tests and the bench.
 * @returns counts by predicate, for each column
 */
export async function countNaively(
  session: DuckSession,
  path: string,
  asked: readonly AskedColumn[],
  set: PredicateSet,
): Promise<Map<string, number>[]> {
  const columns: Map<string, number>[] = [];
  for (const [index, column] of asked.entries()) {
    const counts = new Map<string, number>();
    for (const some of inGroups(set.all, 12)) {
      const list = some.map((predicate, at) => {
        const sql = asksColumn(predicate, column) ? predicate.sql(predicate.of === 'raw' ? 'v' : 'k') : 'false';
        return `count_if(${sql}) AS p${at}`;
      });
      const source = `SELECT c${index} AS v, ${clean(`c${index}`)} AS k FROM read_parquet(${sqlText(path)})`;
      const row = (await session.rows(`SELECT ${list.join(', ')} FROM (${source})`))[0] ?? {};
      for (const [at, { code }] of some.entries()) counts.set(code, Number(row[`p${at}`] ?? 0));
    }
    columns.push(counts);
  }
  return columns;
}

/** Where two counts differ, in words; empty when they agree. */
export function differences(
  planned: readonly { readonly index: number; readonly counts: ReadonlyMap<string, number> }[],
  naive: readonly ReadonlyMap<string, number>[],
): string[] {
  return planned.flatMap(({ index, counts }) =>
    [...(naive[index] ?? [])].flatMap(([code, n]) =>
      counts.get(code) === n ? [] : [`c${index} ${code}: planned ${counts.get(code)}, naive ${n}`],
    ),
  );
}
