import { clean } from './clean.ts';
import { asksHeader, FAMILY_MARK } from './guards.ts';
import type { ColumnPlan } from './plan.ts';
import { type Predicate, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';

export type CountsByColumn = Map<number, Map<string, number>>;

const FAMILIES: readonly Predicate['family'][] = ['faults', 'forms', 'links'];

function countOf(predicate: Predicate, at: number): string {
  const value = predicate.of === 'raw' ? 'v' : 'k';
  return `coalesce(sum(n) FILTER (WHERE ${predicate.sql(value)}), 0)::BIGINT AS p${at}`;
}

/** Asks a collected table, one statement a family, each only of the values its guard found. */
async function askTable(
  input: ScanInput,
  table: string,
  predicates: readonly Predicate[],
  counts: CountsByColumn,
): Promise<void> {
  for (const family of FAMILIES) {
    const asked = predicates.filter((predicate) => predicate.family === family);
    if (asked.length === 0) continue;
    const where = family === 'faults' ? '' : `WHERE mark = ${FAMILY_MARK[family]}`;
    const rows = await input.session.rows(
      `SELECT col, ${asked.map(countOf).join(', ')} FROM ${table} ${where} GROUP BY col`,
    );
    for (const row of rows) {
      const column = counts.get(Number(row.col)) ?? new Map<string, number>();
      counts.set(Number(row.col), column);
      for (const [at, { code }] of asked.entries()) column.set(code, (column.get(code) ?? 0) + Number(row[`p${at}`]));
    }
  }
}

/**
 * The counts of all predicates. Those that are blind to digits are asked of shapes; the others of the values themselves, where the shape lets
 * them be true at all.
 * @param wholeColumn predicates already counted on every row, by column (columns of the way `shapes`)
 */
export async function askCollected(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  wholeColumn: CountsByColumn,
): Promise<CountsByColumn> {
  const { session, set, headers } = input;
  const counts: CountsByColumn = new Map(plans.map(({ index }) => [index, new Map<string, number>()]));
  const blind = set.all.filter(({ digits }) => digits === 'blind');
  const others = set.all.filter(({ digits }) => digits !== 'blind');
  await askTable(input, 'shaped', blind, counts);
  const spaces = await session.rows('SELECT col, sum(n)::BIGINT AS n FROM shaped WHERE k IS NULL GROUP BY 1');
  for (const row of spaces) counts.get(Number(row.col))?.set('only-spaces', Number(row.n));
  await session.run(
    `CREATE OR REPLACE TEMP TABLE exact AS SELECT * FROM (SELECT col, v, ${clean('v')} AS k, n, 1 AS mark FROM seen WHERE regexp_matches(v, '[0-9]')) WHERE regexp_matches(k, ${sqlText(set.guards.forms)})`,
  );
  await askTable(input, 'exact', others, counts);
  for (const [index, codes] of wholeColumn) for (const [code, n] of codes) counts.get(index)?.set(code, n);
  for (const [index, column] of counts) {
    for (const predicate of set.all) {
      if (!column.has(predicate.code) || !asksHeader(predicate, headers[index] ?? '')) column.set(predicate.code, 0);
    }
  }
  return counts;
}
