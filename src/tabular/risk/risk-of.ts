import type { DuckDb, DuckRow, DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnProfile } from '../column.ts';
import type { RecipeStep } from '../inspection.ts';
import { composeProtection } from '../protecting/compose-protection.ts';
import { relationOf } from '../shaping/shape-table.ts';
import type { TextTable } from '../text-table.ts';
import { withWorkSession } from '../work-session.ts';
import { ENOUGH, type GroupSizes, isSafe, type Risk, type RiskProposal } from './risk.ts';
import { nextSteps } from './steps-that-help.ts';

/** A text table, whatever file it was read from. */
type BareTable = Pick<TextTable, 'parquetPath' | 'headers' | 'rows'>;

/** Measured; each is a pass over the table. */
const MOST_TRIED = 16;
const MOST_PROPOSED = 4;
/** So small a part of the rows is better hidden than everything else made coarser still. */
const FEW_LEFT = 0.05;

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

/** Steps found one after another on the table itself. */
async function proposals(
  session: DuckSession,
  table: BareTable,
  columns: readonly ColumnProfile[],
): Promise<RiskProposal[]> {
  const chosen: RiskProposal[] = [];
  const steps = () => chosen.map(({ step }) => step);
  const trial = (step: RecipeStep) => tryStep(session, { table, columns }, steps(), step);
  for (let tried = 0; chosen.length < MOST_PROPOSED; ) {
    const last = chosen.at(-1);
    if (last && (isSafe(last) || last.few <= table.rows * FEW_LEFT)) break;
    const candidates = nextSteps(columns, steps()).slice(0, MOST_TRIED - tried);
    const outcomes: RiskProposal[] = [];
    for (const step of candidates) outcomes.push(await trial(step));
    tried += candidates.length;
    const [best] = outcomes.toSorted(better);
    if (!best) break;
    chosen.push(best);
  }
  if (chosen.some(isSafe)) return lastOfColumns(chosen);
  const rest = { columns: columns.map(({ title }) => title), atLeast: ENOUGH, way: 'empty' };
  const hidden = await trial({ code: 'protect-small-groups', columnTitle: null, parameters: rest });
  const last = chosen.at(-1);
  // a table of fewer rows than a group wants is not helped by hiding
  const helps = hidden.few < (last?.few ?? table.rows) || hidden.smallest > (last?.smallest ?? 0);
  return helps ? [...lastOfColumns(chosen), hidden] : lastOfColumns(chosen);
}

/** Of several steps on one column the last says it all: a decade makes the five years before it needless. */
function lastOfColumns(chosen: readonly RiskProposal[]): RiskProposal[] {
  const column = ({ step }: RiskProposal) => step.columnTitle;
  return chosen.filter((one, at) => !chosen.slice(at + 1).some((later) => column(later) === column(one)));
}

async function tryStep(
  session: DuckSession,
  { table, columns }: { readonly table: BareTable; readonly columns: readonly ColumnProfile[] },
  before: readonly RecipeStep[],
  step: RecipeStep,
): Promise<RiskProposal> {
  const steps = [...before, step];
  const {
    sql,
    removedColumns,
    steps: done,
  } = await composeProtection(session, relationOf(table), { steps, key: null });
  const left = columns.filter(({ index }) => !removedColumns.includes(index));
  const [sizes] = left.length > 0 ? await groupSizes(session, sql, left) : [];
  const changed =
    done.find(({ code, columnTitle }) => code === step.code && columnTitle === step.columnTitle)?.count ?? 0;
  return { step, changed, ...(sizes ?? { smallest: table.rows, unique: 0, few: 0 }) };
}
