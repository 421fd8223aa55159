import { clean } from './clean.ts';
import type { CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn, familyMark } from './guards.ts';
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

/** Shapes a statement. */
const SHAPES_A_STATEMENT = 3_000;

const bit = (sql: string) => `CASE WHEN coalesce((${sql}), false) THEN '1' ELSE '0' END`;

/** Predicates that some of the shapes may answer yes to: guards of detectors are blind to digits, so a shape they do not find has none of it. */
async function worthAsking(input: ScanInput, shapes: readonly string[]): Promise<readonly Predicate[]> {
  const personal = input.set.all.filter(({ family }) => family === 'personal');
  if (personal.length === 0) return input.set.all;
  const guards = [...new Set(personal.map(({ guard }) => guard))];
  const found = new Set<string>();
  for (const some of inGroups(shapes, SHAPES_A_STATEMENT)) {
    const either = (guard: string) =>
      `bool_or(regexp_matches(v, ${sqlText(`(?s:${guard})`)}) OR coalesce(regexp_matches(k, ${sqlText(`(?s:${guard})`)}), false))`;
    const rows = await input.session.rows(
      `SELECT ${guards.map((guard, at) => `${either(guard)} AS g${at}`).join(', ')} FROM (SELECT v, ${clean('v')} AS k FROM (VALUES ${some.join(', ')}) shapes(v))`,
    );
    for (const [at, guard] of guards.entries()) if (rows[0]?.[`g${at}`] === true) found.add(guard);
  }
  return input.set.all.filter(({ family, guard }) => family !== 'personal' || found.has(guard));
}

/** Asks the shapes of columns what they can answer and joins those of a column that answer alike. */
async function groupShapes(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  columns: readonly AskedColumn[],
): Promise<ShapeGroup[]> {
  const values = plans.flatMap(({ index, shapes }) => shapes.map((shape) => `(${index}, ${sqlText(shape)})`));
  if (values.length === 0) return [];
  const different = [...new Set(plans.flatMap(({ shapes }) => shapes))];
  const asked = await worthAsking(
    input,
    different.map((shape) => `(${sqlText(shape)})`),
  );
  const blind = asked.filter(({ digits }) => digits === 'blind');
  const open = asked.flatMap((one) => (one.digits === 'blind' ? [] : [{ one, shape: one.digits.shape }]));
  const answers = blind.map((one) => bit(one.sql(one.of === 'raw' ? 'v' : 'k')));
  const maybes = open.map(({ one, shape }) =>
    bit(`regexp_full_match(${one.of === 'raw' ? 'v' : 'k'}, ${sqlText(shape)})`),
  );
  const groups = new Map<string, { column: number; shapes: string[]; maybe: string; untidy: boolean }>();
  for (const some of inGroups(values, SHAPES_A_STATEMENT)) {
    const rows = await input.session.rows(
      `SELECT col, v, k IS DISTINCT FROM v AS untidy, ${answers.join(' || ') || "''"} AS yes, ${maybes.join(' || ') || "''"} AS maybe
       FROM (SELECT col, v, ${clean('v')} AS k FROM (VALUES ${some.join(', ')}) shapes(col, v))`,
    );
    for (const row of rows) {
      const column = columns[Number(row.col)];
      if (column === undefined) continue;
      const mine = (bits: unknown, of: readonly Predicate[]) =>
        of.map((one, at) => (asksColumn(one, column) ? String(bits)[at] : '0')).join('');
      const maybe = mine(
        row.maybe,
        open.map(({ one }) => one),
      );
      const key = `${row.col}|${mine(row.yes, blind)}|${maybe}|${row.untidy}`;
      const group = groups.get(key) ?? { column: Number(row.col), shapes: [], maybe, untidy: row.untidy === true };
      group.shapes.push(String(row.v));
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ column, shapes, maybe, untidy }) => ({
    column,
    shapes,
    untidy,
    open: open.flatMap(({ one }, at) => (maybe[at] === '1' ? [one] : [])),
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
export async function scanShapes(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  columns: readonly AskedColumn[],
): Promise<CountsByColumn> {
  const groups = await groupShapes(input, plans, columns);
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
  const outside = await collectOutside(input, plans, counted);
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

/** Rows whose shape the sample did not have. Gives the columns where such a row is untidy. */
async function collectOutside(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  counted: ReadonlyMap<ShapeGroup, number>,
): Promise<ReadonlySet<number>> {
  const { session, path, rows } = input;
  const byColumn = new Map<number, number>();
  for (const [{ column }, n] of counted) byColumn.set(column, (byColumn.get(column) ?? 0) + n);
  await session.run('CREATE OR REPLACE TEMP TABLE outside (col INTEGER, v VARCHAR, n BIGINT)');
  for (const { index, nulls, shapes } of plans) {
    if (nulls >= 0 && (byColumn.get(index) ?? 0) === rows - nulls) continue;
    input.signal?.throwIfAborted();
    const name = `c${index}`;
    await session.run(
      `INSERT INTO outside SELECT ${index}, ${name}, count(*) FROM read_parquet(${sqlText(path)}) WHERE ${name} IS NOT NULL AND NOT regexp_full_match(${name}, ${regexOf(shapes)}) GROUP BY ${name}`,
    );
  }
  await session.run('INSERT INTO seen SELECT col, v, n FROM outside');
  await session.run(
    `INSERT INTO shaped SELECT col, v, k, ${familyMark('k', input.set)}, n FROM (SELECT col, v, ${clean('v')} AS k, n FROM outside)`,
  );
  const untidy = await session.rows(`SELECT DISTINCT col FROM outside WHERE ${clean('v')} IS DISTINCT FROM v`);
  return new Set(untidy.map(({ col }) => Number(col)));
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
