import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { type KindSurvey, surveyValues } from '../kinds/survey-values.ts';
import { shapeOf, sqlText } from './predicate.ts';

/** How a column's values are gone through: each different value once, by shapes, or as text behind guards. */
export interface ColumnPlan {
  readonly index: number;
  readonly way: 'values' | 'shapes' | 'text';
  /** Shapes seen in the sample; only for `shapes`. */
  readonly shapes: readonly string[];
  /** The first few different values. */
  readonly examples: readonly string[];
  /** What the sample says of the column's kind. */
  readonly survey: KindSurvey;
  /** Cells that are NULL, over the whole table. */
  readonly nulls: number;
  /** About how many different values; absent where they are counted exactly on the way. */
  readonly about?: number;
}

const SAMPLE_CELLS = 1_000_000;
const MOST_SHAPES = 64;
/** RE2 counts no further than to a thousand; a longer value is asked as text. */
const LONGEST_SHAPE = 1_000;
/** Each stretch costs the reading of a row group. */
const MOST_STRETCHES = 10;
/** In a table this small every different value is looked at. */
const SMALL = 3_000;
const EXAMPLES = 5;
/** So many different values, each of them standing four times or more, are gone through as values: asking them costs less than the rows. */
const MOST_VALUES = 120_000;
/** In a table so large a quarter of the rows is asked first how many different values a column has; the whole costs three times as much. */
const LARGE = 500_000;
/** Columns a statement: wide statements grow faster than linearly. */
export const COLUMNS_A_STATEMENT = 100;

/** Parts of a list, `size` items each. */
export function inGroups<T>(items: readonly T[], size = COLUMNS_A_STATEMENT): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}

/** The number of rows and, for each column, of NULL cells; from the file's own statistics. */
async function readStatistics(session: DuckSession, path: string): Promise<Map<string, number>> {
  const rows = await session.rows(
    `SELECT path_in_schema AS name, sum(coalesce(stats_null_count, -1e15))::BIGINT AS nulls FROM parquet_metadata(${sqlText(path)}) GROUP BY 1`,
  );
  return new Map(rows.map((row) => [String(row.name), Number(row.nulls)]));
}

/** Stretches of rows spread over the table, as a condition on its row number. */
function sampleCondition(rows: number, columns: number): string {
  const wanted = Math.max(200, Math.min(6_000, Math.floor(SAMPLE_CELLS / Math.max(1, columns))));
  if (rows <= wanted) return 'true';
  const stretches = Math.min(MOST_STRETCHES, Math.max(1, Math.floor(wanted / 100)));
  const length = Math.floor(wanted / stretches);
  const starts = Array.from({ length: stretches }, (_, at) =>
    Math.floor((at * (rows - length)) / Math.max(1, stretches - 1)),
  );
  return starts.map((start) => `file_row_number BETWEEN ${start} AND ${start + length - 1}`).join(' OR ');
}

function planOf(
  { index, header }: { index: number; header: string },
  values: readonly (string | null)[],
  rows: number,
  nulls: number,
): ColumnPlan {
  const different = new Set<string>();
  const shapes = new Set<string>();
  let filled = 0;
  for (const value of values) {
    if (value === null) continue;
    filled += 1;
    if (different.has(value)) continue;
    different.add(value);
    if (shapes.size <= MOST_SHAPES) shapes.add(shapeOf(value));
  }
  const examples = [...different].filter((value) => value.trim() !== '').slice(0, EXAMPLES);
  const few = rows <= SMALL || different.size * 8 <= filled || filled === 0;
  const areShapes = shapes.size <= MOST_SHAPES && [...shapes].every((shape) => shape.length <= LONGEST_SHAPE);
  const way = few ? 'values' : areShapes ? 'shapes' : 'text';
  return {
    index,
    way,
    shapes: way === 'shapes' ? [...shapes] : [],
    examples,
    nulls,
    survey: surveyValues(header, [...different]),
  };
}

/** A quarter of the rows, in four stretches: a column may be empty, or hold one value, in all of its beginning. */
function quarterOf(rows: number): string {
  const starts = [0, 1, 2, 3].map((at) => Math.floor((at * rows) / 4));
  return starts
    .map((start) => `file_row_number BETWEEN ${start} AND ${start + Math.floor(rows / 16) - 1}`)
    .join(' OR ');
}

/** Columns that are not surely of few values by the sample are counted, approximately, over the whole table. */
async function countApproximately(
  session: DuckSession,
  path: string,
  rows: number,
  plans: readonly ColumnPlan[],
): Promise<ColumnPlan[]> {
  const unsure = plans.flatMap(({ way, index }) => (way === 'values' ? [] : [index]));
  const source = `read_parquet(${sqlText(path)}, file_row_number = true)`;
  const few = (about: number) => about <= MOST_VALUES && about * 4 <= rows;
  const distinct = new Map<number, number>();
  if (rows >= LARGE) {
    // few of them in a quarter say enough; were there many more elsewhere, it would only take longer
    const quarter = await distinctOf(session, `${source} WHERE ${quarterOf(rows)}`, unsure);
    for (const [index, about] of quarter) if (few(about * 2)) distinct.set(index, about * 2);
  }
  const rest = await distinctOf(
    session,
    source,
    unsure.filter((index) => !distinct.has(index)),
  );
  for (const [index, about] of rest) distinct.set(index, about);
  return plans.map((plan) => {
    const about = distinct.get(plan.index);
    if (about === undefined) return plan;
    return few(about) ? { ...plan, way: 'values' as const, shapes: [], about } : { ...plan, about };
  });
}

/** About how many different values stand in columns of a relation. */
async function distinctOf(
  session: DuckSession,
  relation: string,
  columns: readonly number[],
): Promise<Map<number, number>> {
  const distinct = new Map<number, number>();
  for (const group of inGroups(columns)) {
    const list = group.map((index) => `approx_count_distinct(c${index}) AS c${index}`).join(', ');
    const row = (await session.rows(`SELECT ${list} FROM ${relation}`))[0] ?? {};
    for (const index of group) distinct.set(index, Number(row[`c${index}`] ?? 0));
  }
  return distinct;
}

/** Looks at a spread sample and decides for each column how to go through it. The answer changes the time, never the counts. */
export async function planColumns(
  session: DuckSession,
  path: string,
  rows: number,
  headers: readonly string[],
): Promise<ColumnPlan[]> {
  const columns = headers.length;
  const nulls = await readStatistics(session, path);
  const plans: ColumnPlan[] = [];
  const condition = sampleCondition(rows, columns);
  for (const group of inGroups(Array.from({ length: columns }, (_, index) => index))) {
    const values: (string | null)[][] = group.map(() => []);
    const names = group.map((index) => `c${index}`).join(', ');
    const chunks = session.chunks(
      `SELECT ${names} FROM read_parquet(${sqlText(path)}, file_row_number = true) WHERE ${condition}`,
    );
    for await (const chunk of chunks) {
      for (const row of chunk)
        for (const [at, value] of row.entries()) values[at]?.push(value === null ? null : String(value));
    }
    for (const [at, index] of group.entries()) {
      plans.push(
        planOf(
          { index, header: headers[index] ?? '' },
          values[at] ?? [],
          rows,
          Math.max(-1, nulls.get(`c${index}`) ?? -1),
        ),
      );
    }
  }
  return countApproximately(session, path, rows, plans);
}
