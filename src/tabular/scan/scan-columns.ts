import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnKind } from '../column.ts';
import { type KindSurvey, possibleKinds } from '../kinds/survey-values.ts';
import { askCollected } from './ask-collected.ts';
import { clean } from './clean.ts';
import { collectTexts } from './collect-texts.ts';
import { type AskedColumn, familyMark, type PredicateSet } from './guards.ts';
import { openByShape } from './open-predicates.ts';
import { type ColumnPlan, inGroups, planColumns } from './plan.ts';
import { sqlText } from './predicate.ts';
import { type FewCounts, scanFew } from './scan-few.ts';
import { MANY_VALUES, scanMany, shapesOfMany } from './scan-many.ts';
import { scanShapes } from './scan-shapes.ts';

/** Exact counts of one column over the whole table. */
export interface ColumnScan {
  readonly index: number;
  /** Cells that are NULL or hold only spaces. */
  readonly blanks: number;
  readonly distinct: number;
  readonly examples: readonly string[];
  /** What a sample says of its kind. */
  readonly survey: KindSurvey;
  /** What decided which predicates were asked. */
  readonly asked: AskedColumn;
  /** How many values answer yes, by predicate. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface ScanInput {
  readonly session: DuckSession;
  readonly path: string;
  readonly rows: number;
  /** Headers decide only which predicates bound to headers and kinds are asked. */
  readonly headers: readonly string[];
  readonly set: PredicateSet;
  /** Kinds that a person chose, by index; null: the column has none. */
  readonly kinds?: ReadonlyMap<number, ColumnKind | null>;
  readonly signal?: AbortSignal;
  /** Told the parts of the scan as they end; for the bench. */
  readonly lap?: (part: string) => void;
  /** Told columns done. */
  readonly progress?: (done: number) => void;
}

/** How far a count of different values is exact. */
const EXACT_DISTINCT = 100_000;

/**
 * Values worth asking are collected: in `many` those of columns of many different values (how often each), till their shapes have told what is to be
 * asked of them; and in two tables: `seen` (a value as it is, how often) for predicates that look at digits, and `shaped`
 * (a value or its shape, how often) for those that do not. `mark` is the family whose predicates the value is to be asked.
 */
async function makeTables(session: DuckSession): Promise<void> {
  await session.run('CREATE OR REPLACE TEMP TABLE seen (col INTEGER, v VARCHAR, n BIGINT)');
  await session.run('CREATE OR REPLACE TEMP TABLE many (col INTEGER, v VARCHAR, n BIGINT)');
  await session.run('CREATE OR REPLACE TEMP TABLE shaped (col INTEGER, v VARCHAR, k VARCHAR, mark UTINYINT, n BIGINT)');
}

/** (a) A column of few different values: each of them once, with how often it stands there. */
async function collectValues(input: ScanInput, plan: ColumnPlan): Promise<void> {
  const column = `c${plan.index}`;
  const table = (plan.about ?? 0) > MANY_VALUES ? 'many' : 'seen';
  await input.session.run(
    `INSERT INTO ${table} SELECT ${plan.index}, v, n FROM (SELECT ${column} AS v, count(*) AS n FROM read_parquet(${sqlText(input.path)}) WHERE ${column} IS NOT NULL GROUP BY 1)`,
  );
}

/** From values to `shaped`: values that differ by digits only become one. */
async function collectShapes(input: ScanInput): Promise<void> {
  const v = `translate(v, '123456789', '000000000')`;
  await input.session.run(
    `INSERT INTO shaped SELECT col, v, k, ${familyMark('k', input.set)}, n FROM (SELECT col, v, ${clean('v')} AS k, n FROM (SELECT col, ${v} AS v, sum(n)::BIGINT AS n FROM (FROM seen UNION ALL FROM many) GROUP BY ALL))`,
  );
}

async function countDistinct(input: ScanInput, plans: readonly ColumnPlan[]): Promise<Map<number, number>> {
  const { session, path, rows } = input;
  const distinct = new Map<number, number>();
  const valued = await session.rows('SELECT col, count(*) AS n FROM (FROM seen UNION ALL FROM many) GROUP BY 1');
  const byValues = new Set(plans.filter(({ way }) => way === 'values').map(({ index }) => index));
  for (const row of valued) if (byValues.has(Number(row.col))) distinct.set(Number(row.col), Number(row.n));
  for (const { index, way, about = 0 } of plans) if (way !== 'values') distinct.set(index, about);
  const exact = plans.filter(({ way, about = 0 }) => way !== 'values' && about <= EXACT_DISTINCT * 1.1);
  for (const some of inGroups(exact, rows > EXACT_DISTINCT ? 1 : 20)) {
    const list = some.map(({ index }) => `count(DISTINCT c${index}) AS c${index}`).join(', ');
    const row = (await session.rows(`SELECT ${list} FROM read_parquet(${sqlText(path)})`))[0] ?? {};
    for (const { index } of some) distinct.set(index, Number(row[`c${index}`] ?? 0));
  }
  return distinct;
}

function askedOf({ headers, kinds }: ScanInput, { index, survey }: ColumnPlan): AskedColumn {
  const said = kinds?.get(index);
  return {
    header: headers[index] ?? '',
    kinds: said === undefined ? possibleKinds(survey) : new Set(said === null ? [] : [said]),
  };
}

/** Counts every predicate over every row of every column, exactly, without asking most of the values. */
export async function scanColumns(input: ScanInput): Promise<ColumnScan[]> {
  const { session, path, rows, headers } = input;
  const plans = await planColumns(session, path, rows, headers);
  const columns = plans.map((plan) => ({ index: plan.index, ...askedOf(input, plan) }));
  input.lap?.('plan');
  const few = await scanFew(input, columns);
  input.lap?.('few values');
  if (few !== null) {
    input.progress?.(plans.length);
    return plans.map((plan, at) => scanOf(input, plan, { asked: columns[at], ...few }));
  }
  await makeTables(session);
  let done = 0;
  for (const plan of plans) {
    input.signal?.throwIfAborted();
    if (plan.way === 'values') await collectValues(input, plan);
    done += 1;
    input.progress?.(done);
  }
  const text = new Set(plans.filter(({ way }) => way === 'text').map(({ index }) => index));
  const texts = await collectTexts(
    input,
    columns.filter(({ index }) => text.has(index)),
  );
  input.lap?.('collect');
  const distinct = await countDistinct(input, plans);
  input.lap?.('distinct');
  await collectShapes(input);
  const byShapes = plans.filter(({ way }) => way === 'shapes');
  const shapes = await shapesOfMany(input);
  const left = await openByShape(input, [...[...shapes.values()].flat(), ...byShapes.flatMap((plan) => plan.shapes)]);
  const ofMany = await scanMany(input, columns, { shapes, left });
  input.lap?.('shapes of values');
  const ofShapes = await scanShapes(input, { plans: byShapes, columns, left });
  const wholeColumn = new Map([...ofMany, ...ofShapes]);
  input.lap?.('shapes');
  const counts = await askCollected(input, columns, { wholeColumn, texts });
  input.lap?.('ask');
  return plans.map((plan, at) => scanOf(input, plan, { asked: columns[at], counts, distinct }));
}

function scanOf(
  input: ScanInput,
  plan: ColumnPlan,
  { asked, counts, distinct }: FewCounts & { readonly asked: AskedColumn | undefined },
): ColumnScan {
  const column = counts.get(plan.index) ?? new Map<string, number>();
  return {
    index: plan.index,
    blanks: Math.max(0, plan.nulls) + (column.get('only-spaces') ?? 0),
    distinct: distinct.get(plan.index) ?? 0,
    examples: plan.examples,
    survey: plan.survey,
    asked: asked ?? askedOf(input, plan),
    counts: column,
  };
}
