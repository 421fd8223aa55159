import type { CountsByColumn } from './ask-collected.ts';
import { clean } from './clean.ts';
import { asksHeader, familyMark } from './guards.ts';
import { type ColumnPlan, inGroups } from './plan.ts';
import { type Predicate, shapeRegex, sqlText } from './predicate.ts';
import type { ScanInput } from './scan-columns.ts';

/** Shapes of one column that answer every predicate alike, so that one count serves them all. */
interface ShapeGroup {
  readonly column: number;
  readonly shapes: readonly string[];
  /** Predicates that look at digits and could be true of a value of these shapes. */
  readonly open: readonly Predicate[];
  readonly untidy: boolean;
}

const regexOf = (shapes: readonly string[]) => sqlText(`(?s:${shapes.map(shapeRegex).join('|')})`);

/** Asks the shapes of a column what they can answer and joins those that answer alike. */
async function groupShapes(input: ScanInput, plan: ColumnPlan): Promise<ShapeGroup[]> {
  const blind = input.set.all.filter(({ digits }) => digits === 'blind');
  const header = input.headers[plan.index] ?? '';
  const others = input.set.all.filter((one) => one.digits !== 'blind' && asksHeader(one, header));
  const answers = blind.map(
    (one) => `CASE WHEN coalesce(${one.sql(one.of === 'raw' ? 'v' : 'k')}, false) THEN '1' ELSE '0' END`,
  );
  const maybes = others.map(
    (one) =>
      `CASE WHEN coalesce(regexp_full_match(k, ${sqlText(one.digits === 'blind' ? '' : one.digits.shape)}), false) THEN '1' ELSE '0' END`,
  );
  const values = plan.shapes.map((shape) => `(${sqlText(shape)})`).join(', ');
  const rows = await input.session.rows(
    `SELECT v, k IS DISTINCT FROM v AS untidy, ${answers.join(' || ') || "''"} AS yes, ${maybes.join(' || ') || "''"} AS maybe FROM (SELECT v, ${clean('v')} AS k FROM (VALUES ${values}) shapes(v))`,
  );
  const groups = new Map<string, { shapes: string[]; maybe: string; untidy: boolean }>();
  for (const row of rows) {
    const key = `${row.yes}|${row.maybe}|${row.untidy}`;
    const group = groups.get(key) ?? { shapes: [], maybe: String(row.maybe), untidy: row.untidy === true };
    group.shapes.push(String(row.v));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ shapes, maybe, untidy }) => ({
    column: plan.index,
    shapes,
    untidy,
    open: others.filter((_, at) => maybe[at] === '1'),
  }));
}

interface OpenPredicate {
  readonly column: number;
  readonly predicate: Predicate;
  readonly untidy: boolean;
}

/** Predicates that have to be counted on every row of a column: its shapes leave them open. */
function openPredicates(groups: readonly ShapeGroup[]): OpenPredicate[] {
  const open = new Map<string, OpenPredicate>();
  for (const group of groups) {
    for (const predicate of group.open) {
      open.set(`${group.column} ${predicate.code}`, { column: group.column, predicate, untidy: true });
    }
  }
  const tidy = new Set(groups.map(({ column }) => column));
  for (const group of groups) if (group.untidy) tidy.delete(group.column);
  return [...open.values()].map((one) => ({ ...one, untidy: !tidy.has(one.column) }));
}

/**
 * (b) Columns of numbers, dates and codes: shapes learnt on the sample are verified on all rows by one regex a group, and rows outside them
 * are collected. Gives the counts of predicates that had to be asked of every row; the rest is put into `shaped` and `seen`.
 */
export async function scanShapes(input: ScanInput, plans: readonly ColumnPlan[]): Promise<CountsByColumn> {
  const groups: ShapeGroup[] = [];
  for (const plan of plans) groups.push(...(await groupShapes(input, plan)));
  const counted = new Map<ShapeGroup, number>();
  for (const some of inGroups(groups)) {
    input.signal?.throwIfAborted();
    const list = some
      .map((group, at) => `count_if(regexp_full_match(c${group.column}, ${regexOf(group.shapes)})) AS g${at}`)
      .join(', ');
    const row = (await input.session.rows(`SELECT ${list} FROM read_parquet(${sqlText(input.path)})`))[0] ?? {};
    for (const [at, group] of some.entries()) counted.set(group, Number(row[`g${at}`] ?? 0));
  }
  await keepShapes(input, counted);
  const outside = await collectOutside(input, plans, groups, counted);
  return countOpen(input, openPredicates(groups), outside);
}

async function keepShapes(input: ScanInput, counted: ReadonlyMap<ShapeGroup, number>): Promise<void> {
  const values = [...counted].map(([group, n]) => `(${group.column}, ${sqlText(group.shapes[0] ?? '')}, ${n})`);
  for (const some of inGroups(values, 500)) {
    await input.session.run(
      `INSERT INTO shaped SELECT col, v, k, ${familyMark('k', input.set)}, n FROM (SELECT col, v, ${clean('v')} AS k, n FROM (VALUES ${some.join(', ')}) shapes(col, v, n))`,
    );
  }
}

/** Rows whose shape the sample did not have. Gives the columns that have such rows. */
async function collectOutside(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  groups: readonly ShapeGroup[],
  counted: ReadonlyMap<ShapeGroup, number>,
): Promise<ReadonlySet<number>> {
  const outside = new Set<number>();
  for (const plan of plans) {
    const mine = groups.filter(({ column }) => column === plan.index);
    const known = mine.reduce((sum, group) => sum + (counted.get(group) ?? 0), 0);
    if (plan.nulls >= 0 && known === input.rows - plan.nulls) continue;
    outside.add(plan.index);
    const column = `c${plan.index}`;
    const any = regexOf(plan.shapes);
    const rest = `SELECT ${plan.index} AS col, ${column} AS v FROM read_parquet(${sqlText(input.path)}) WHERE ${column} IS NOT NULL AND NOT regexp_full_match(${column}, ${any})`;
    await input.session.run(
      `CREATE OR REPLACE TEMP TABLE outside AS SELECT col, v, count(*) AS n FROM (${rest}) GROUP BY ALL`,
    );
    await input.session.run('INSERT INTO seen SELECT col, v, n FROM outside');
    await input.session.run(
      `INSERT INTO shaped SELECT col, v, k, ${familyMark('k', input.set)}, n FROM (SELECT col, v, ${clean('v')} AS k, n FROM outside)`,
    );
  }
  return outside;
}

async function countOpen(
  input: ScanInput,
  open: readonly OpenPredicate[],
  outside: ReadonlySet<number>,
): Promise<CountsByColumn> {
  const counts: CountsByColumn = new Map();
  for (const some of inGroups(open, 50)) {
    input.signal?.throwIfAborted();
    const list = some.map(({ column, predicate, untidy }, at) => {
      // a value outside the shapes may be untidy where the shapes are not
      const value =
        predicate.of === 'clean' && (untidy || outside.has(column)) ? `(${clean(`c${column}`)})` : `c${column}`;
      return `count_if(${predicate.sql(value)}) AS p${at}`;
    });
    const row =
      (await input.session.rows(`SELECT ${list.join(', ')} FROM read_parquet(${sqlText(input.path)})`))[0] ?? {};
    for (const [at, { column, predicate }] of some.entries()) {
      const mine = counts.get(column) ?? new Map<string, number>();
      mine.set(predicate.code, Number(row[`p${at}`] ?? 0));
      counts.set(column, mine);
    }
  }
  return counts;
}
