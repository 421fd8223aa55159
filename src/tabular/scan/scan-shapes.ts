import { clean } from './clean.ts';
import type { CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn, familyMark } from './guards.ts';
import { bit, countOpen, type OpenShape, SHAPES_A_STATEMENT } from './open-predicates.ts';
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

/** Shapes of a column are counted each by itself where that costs less than asking them which of them answer alike: so few, or so few times rows. */
const FEW_SHAPES = 3;
const FEW_COMPARISONS = 2_500_000;
/** Each regex has to be made ready: of a wide table there would be too many. */
const FEW_REGEXES = 200;
/** Columns gone through in one statement. */
const COLUMNS_TOGETHER = 25;

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

/** Columns of the way `shapes`. */
export interface ShapedColumns {
  readonly plans: readonly ColumnPlan[];
  /** All columns of the table. */
  readonly columns: readonly AskedColumn[];
  /** What each shape leaves open. */
  readonly left: ReadonlyMap<string, OpenShape>;
}

/** What each shape answers to the predicates that are blind to digits, a letter for each, after one for «nothing but spaces»; of columns of more than a few shapes. */
async function answersOf(
  input: ScanInput,
  plans: readonly ColumnPlan[],
): Promise<{ readonly blind: readonly Predicate[]; readonly answers: ReadonlyMap<string, string> }> {
  const shapes = [...new Set(plans.flatMap(({ shapes }) => shapes))];
  const answers = new Map<string, string>();
  if (shapes.length === 0) return { blind: [], answers };
  const values = shapes.map((shape) => `(${sqlText(shape)})`);
  const blind = (await worthAsking(input, values)).filter(({ digits }) => digits === 'blind');
  const list = [bit('k IS NULL'), ...blind.map((one) => bit(one.sql(one.of === 'raw' ? 'v' : 'k')))];
  for (const some of inGroups(values, SHAPES_A_STATEMENT)) {
    const rows = await input.session.rows(
      `SELECT v, ${list.join(' || ')} AS yes FROM (SELECT v, ${clean('v')} AS k FROM (VALUES ${some.join(', ')}) shapes(v))`,
    );
    for (const { v, yes } of rows) answers.set(String(v), String(yes));
  }
  return { blind, answers };
}

/** Joins those shapes of a column that answer alike. */
async function groupShapes(input: ScanInput, { plans, columns, left }: ShapedColumns): Promise<ShapeGroup[]> {
  const regexes = plans.reduce((sum, { shapes }) => sum + shapes.length, 0);
  const areFew = ({ shapes }: ColumnPlan) =>
    shapes.length <= FEW_SHAPES || (regexes <= FEW_REGEXES && shapes.length * input.rows <= FEW_COMPARISONS);
  const { blind, answers } = await answersOf(
    input,
    plans.filter((plan) => !areFew(plan)),
  );
  return plans.flatMap((plan) => {
    const column = columns[plan.index];
    if (column === undefined) return [];
    const asks = [true, ...blind.map((one) => asksColumn(one, column))];
    const groups = new Map<string, ShapeGroup & { shapes: string[] }>();
    for (const shape of plan.shapes) {
      const { open = [], untidy = true } = left.get(shape) ?? {};
      const mine = open.filter((one) => asksColumn(one, column));
      const yes = areFew(plan) ? shape : asks.map((asked, at) => (asked ? answers.get(shape)?.[at] : '')).join('');
      const key = [yes, untidy, ...mine.map(({ code }) => code)].join('|');
      const group = groups.get(key) ?? { column: plan.index, shapes: [], open: mine, untidy };
      group.shapes.push(shape);
      groups.set(key, group);
    }
    return [...groups.values()];
  });
}

/** What one column is asked in the pass over its rows. */
interface ColumnQuestions {
  readonly index: number;
  readonly groups: readonly ShapeGroup[];
  readonly open: readonly Predicate[];
}

function questionsOf(groups: readonly ShapeGroup[]): ColumnQuestions[] {
  return [...Map.groupBy(groups, ({ column }) => column)].map(([index, mine]) => ({
    index,
    groups: mine,
    open: [...new Set(mine.flatMap(({ open }) => open))],
  }));
}

/** SQL: the number of the group a value's shape is of; NULL where the sample did not have it. A shape is of one group only. */
function groupOf({ index, groups }: ColumnQuestions): string {
  const cases = groups.map(({ shapes }, at) => `WHEN regexp_full_match(c${index}, ${regexOf(shapes)}) THEN ${at}`);
  return `CASE ${cases.join(' ')} END AS g${index}`;
}

/** SQL: the answer of a predicate to a cell of the shapes, asked no more than its shape leaves open. */
function answerOf(predicate: Predicate, { index, groups }: ColumnQuestions): string {
  const cell = `c${index}`;
  const left = (predicate.digits !== 'blind' && predicate.digits.left) || predicate.sql;
  const cases = groups.flatMap(({ open, untidy }, at) =>
    open.includes(predicate)
      ? [`WHEN g${index} = ${at} THEN ${left(untidy && predicate.of === 'clean' ? `(${clean(cell)})` : cell)}`]
      : [],
  );
  return `CASE ${cases.join(' ')} ELSE false END`;
}

/** One pass over all rows: how many values are of each group, and the counts among them of the predicates that the shapes left open. */
async function countRows(
  input: ScanInput,
  groups: readonly ShapeGroup[],
): Promise<{ readonly counted: Map<ShapeGroup, number>; readonly counts: CountsByColumn }> {
  const counted = new Map<ShapeGroup, number>();
  const counts: CountsByColumn = new Map();
  for (const some of inGroups(questionsOf(groups), COLUMNS_TOGETHER)) {
    input.signal?.throwIfAborted();
    const list = some.flatMap((column) => [
      ...column.groups.map((_, at) => `count_if(g${column.index} = ${at}) AS n${column.index}_${at}`),
      ...column.open.map((one, at) => `count_if(${answerOf(one, column)}) AS p${column.index}_${at}`),
    ]);
    const cells = some.flatMap((column) => [`c${column.index}`, groupOf(column)]);
    const from = `(SELECT ${cells.join(', ')} FROM read_parquet(${sqlText(input.path)}))`;
    const row = (await input.session.rows(`SELECT ${list.join(', ')} FROM ${from}`))[0] ?? {};
    for (const { index, groups: mine, open } of some) {
      for (const [at, group] of mine.entries()) counted.set(group, Number(row[`n${index}_${at}`] ?? 0));
      counts.set(index, new Map(open.map(({ code }, at) => [code, Number(row[`p${index}_${at}`] ?? 0)])));
    }
  }
  return { counted, counts };
}

/**
 * (b) Columns of numbers, dates and codes: shapes learnt on the sample are verified on all rows by one regex a group, and rows outside them
 * are collected. Gives the counts of predicates that had to be asked of every row; the rest is put into `shaped` and `seen`.
 */
export async function scanShapes(input: ScanInput, asked: ShapedColumns): Promise<CountsByColumn> {
  const { plans } = asked;
  const groups = await groupShapes(input, asked);
  const { counted, counts } = await countRows(input, groups);
  await keepShapes(input, counted);
  await collectOutside(input, plans, counted);
  return withOutside(input, questionsOf(groups), counts);
}

async function keepShapes(input: ScanInput, counted: ReadonlyMap<ShapeGroup, number>): Promise<void> {
  const values = [...counted].map(([group, n]) => `(${group.column}, ${sqlText(group.shapes[0] ?? '')}, ${n})`);
  for (const some of inGroups(values, 500)) {
    await input.session.run(
      `INSERT INTO shaped SELECT col, v, k, ${familyMark('k', input.set)}, n FROM (SELECT col, v, ${clean('v')} AS k, n FROM (VALUES ${some.join(', ')}) shapes(col, v, n))`,
    );
  }
}

/** Adds what values outside the shapes answer, where there are any. */
async function withOutside(
  input: ScanInput,
  questions: readonly ColumnQuestions[],
  counts: CountsByColumn,
): Promise<CountsByColumn> {
  const rows = await input.session.rows('SELECT DISTINCT col FROM outside');
  const columns = new Set(rows.map(({ col }) => Number(col)));
  for (const { index, open } of questions) {
    const mine = counts.get(index);
    if (mine === undefined || !columns.has(index)) continue;
    const more = await countOpen(input, { table: 'outside', column: index, untidy: true }, open);
    for (const [code, n] of more) mine.set(code, (mine.get(code) ?? 0) + n);
  }
  return counts;
}

/** Rows whose shape the sample did not have. */
async function collectOutside(
  input: ScanInput,
  plans: readonly ColumnPlan[],
  counted: ReadonlyMap<ShapeGroup, number>,
): Promise<void> {
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
}
