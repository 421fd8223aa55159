import type { DuckDb, DuckRow, DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnProfile } from '../column.ts';
import type { RecipeStep } from '../inspection.ts';
import { composeProtection } from '../protecting/compose-protection.ts';
import { relationOf } from '../shaping/shape-table.ts';
import type { TextTable } from '../text-table.ts';
import { withWorkSession } from '../work-session.ts';
import { ENOUGH, type GroupSizes, isSafe, type Risk } from './risk.ts';
import { stepsThatHelp } from './steps-that-help.ts';

/** A text table, whatever file it was read from. */
type BareTable = Pick<TextTable, 'parquetPath' | 'headers' | 'rows'>;

/** Measured; each is a pass over the table. */
const MOST_TRIED = 8;
const MOST_PROPOSED = 3;

/**
 * How well the rows of a table hide behind one another by these columns, which column causes what, and what would help. Exact, over all rows. Aborts with
 * the signal's reason.
 * @param columns of the table as it would leave; at least one
 */
export async function riskOf(
  duckdb: DuckDb,
  table: BareTable,
  columns: readonly ColumnProfile[],
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Risk> {
  return withWorkSession(duckdb, { signal, columns: table.headers.length }, async (session) => {
    const { sql } = relationOf(table);
    const [all, ...without] = await groupSizes(session, sql, columns);
    const sizes = all ?? { smallest: 0, unique: 0, few: 0 };
    const causes = columns.flatMap(({ title }, at) => {
      const left = without[at];
      return left ? [{ column: title, ...left }] : [];
    });
    return {
      ...sizes,
      rows: table.rows,
      columns: columns.map(({ title }) => title),
      causes: causes.toSorted(better),
      proposals: table.rows === 0 || isSafe(sizes) ? [] : await proposals(session, table, columns),
    };
  });
}

/** Fewer rows without their like first, then the larger smallest group. */
const better = (a: GroupSizes, b: GroupSizes) => a.unique - b.unique || a.few - b.few || b.smallest - a.smallest;

const name = ({ index }: ColumnProfile) => `c${index}`;

/** Sizes of the groups by all columns, then by all but each. One scan. */
async function groupSizes(
  session: DuckSession,
  from: string,
  columns: readonly ColumnProfile[],
): Promise<GroupSizes[]> {
  const names = columns.map(name);
  const sets = [names, ...(names.length > 1 ? names.map((left) => names.filter((one) => one !== left)) : [])];
  const grouped = sets.map((set) => `(${set.join(', ')})`).join(', ');
  const rows = await session.rows(`SELECT g, min(n) AS smallest, count(*) FILTER (WHERE n = 1) AS one,
      coalesce(sum(n) FILTER (WHERE n < ${ENOUGH}), 0)::BIGINT AS few
    FROM (SELECT grouping(${names.join(', ')}) AS g, count(*) AS n FROM ${from} GROUP BY GROUPING SETS (${grouped})) GROUP BY g`);
  // a bit of `grouping` for each column that is left out, the first column's the highest
  const bits = [0, ...(names.length > 1 ? names.map((_, at) => 2 ** (names.length - 1 - at)) : [])];
  return bits.flatMap((bit) => {
    const row = rows.find(({ g }) => Number(g) === bit);
    return row ? [sizesOf(row)] : [];
  });
}

const sizesOf = ({ smallest, one, few }: DuckRow): GroupSizes => ({
  smallest: Number(smallest ?? 0),
  unique: Number(one ?? 0),
  few: Number(few ?? 0),
});

/** Each step that could help, tried on the table itself. */
async function proposals(
  session: DuckSession,
  table: BareTable,
  columns: readonly ColumnProfile[],
): Promise<Risk['proposals']> {
  const tried: { step: RecipeStep; smallest: number; unique: number; few: number }[] = [];
  const trial = async (step: RecipeStep) => {
    const { sql, removedColumns } = await composeProtection(session, relationOf(table), { steps: [step], key: null });
    const left = columns.filter(({ index }) => !removedColumns.includes(index));
    const [sizes] = left.length > 0 ? await groupSizes(session, sql, left) : [];
    return { step, ...(sizes ?? { smallest: table.rows, unique: 0, few: 0 }) };
  };
  for (const step of stepsThatHelp(columns).slice(0, MOST_TRIED)) tried.push(await trial(step));
  const best = tried.toSorted(better).slice(0, MOST_PROPOSED);
  if (best.some(isSafe)) return best;
  const rest = { columns: columns.map(({ title }) => title), atLeast: ENOUGH, way: 'empty' };
  return [...best, await trial({ code: 'protect-small-groups', columnTitle: null, parameters: rest })];
}
