import { clean } from './clean.ts';
import { inGroups } from './plan.ts';
import { type Predicate, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';
import { asText, textOf } from './whole-text.ts';

/** What a shape leaves to be asked of its values. */
export interface OpenShape {
  /** Predicates that look at digits and could be true of a value of the shape. */
  readonly open: readonly Predicate[];
  /** Cleaning changes the shape. */
  readonly untidy: boolean;
}

/** Shapes a statement. */
export const SHAPES_A_STATEMENT = 3_000;

/** SQL: one letter, 1 where the condition holds. */
export const bit = (sql: string): string => `CASE WHEN coalesce((${sql}), false) THEN '1' ELSE '0' END`;

/** Asks shapes which predicates that look at digits they leave open; whatever the column. */
export async function openByShape(
  { session, set }: ScanInput,
  shapes: readonly string[],
): Promise<Map<string, OpenShape>> {
  const looking = set.all.flatMap((one) => (one.digits === 'blind' ? [] : [{ one, shape: one.digits.shape }]));
  const maybes = looking.map(({ one, shape }) =>
    bit(`regexp_full_match(${one.of === 'raw' ? 'v' : 'k'}, ${sqlText(shape)})`),
  );
  const found = new Map<string, OpenShape>();
  for (const some of inGroups([...new Set(shapes)], SHAPES_A_STATEMENT)) {
    const values = some.map((shape) => `(${sqlText(shape)})`).join(', ');
    const rows = await session.rows(
      `SELECT ${asText('v')}, untidy, maybe FROM (SELECT v, k IS DISTINCT FROM v AS untidy, ${maybes.join(' || ') || "''"} AS maybe
       FROM (SELECT v, ${clean('v')} AS k FROM (VALUES ${values}) shapes(v)))`,
    );
    for (const { v, untidy, maybe } of rows) {
      const bits = String(maybe);
      const open = looking.flatMap(({ one }, at) => (bits[at] === '1' ? [one] : []));
      found.set(textOf(v) ?? '', { open, untidy: untidy === true });
    }
  }
  return found;
}

/** Values of a column with how often they stand there (v and n), collected in a table. */
interface CollectedValues {
  readonly table: 'many' | 'outside';
  readonly column: number;
  /** False where cleaning changes none of them. */
  readonly untidy: boolean;
}

/** Asks collected values the predicates that their shapes left open. @returns counts by predicate */
export async function countOpen(
  { session }: ScanInput,
  { table, column, untidy }: CollectedValues,
  asked: readonly Predicate[],
): Promise<Map<string, number>> {
  if (asked.length === 0) return new Map();
  const list = asked.map((one, at) => {
    const value = one.of === 'raw' ? 'v' : 'k';
    return `coalesce(sum(n) FILTER (WHERE ${one.sql(value)}), 0)::BIGINT AS p${at}`;
  });
  const from = `(SELECT v, ${untidy ? clean('v') : 'v'} AS k, n FROM ${table} WHERE col = ${column})`;
  const row = (await session.rows(`SELECT ${list.join(', ')} FROM ${from}`))[0] ?? {};
  return new Map(asked.map(({ code }, at) => [code, Number(row[`p${at}`] ?? 0)]));
}
