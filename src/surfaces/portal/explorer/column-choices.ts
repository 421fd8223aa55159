import {
  distinctValues,
  EVERY_ROW,
  type OpenTable,
  queryOpenTable,
  type ValueCount,
} from '../../../capabilities/tables/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { RecentAnswers } from '../recent-answers.ts';
import type { ColumnChoices } from './explorer-view.ts';

/** More values are no list but a search. */
export const MOST_CHOICES = 40;
/** Rows looked at to tell which columns may have few values: a whole count of every column would cost more than the page. */
const SAMPLE = 500;
/** Columns counted at most: a table of a thousand columns shows none of its filters at a glance. */
const MOST_COLUMNS = 24;
/** A longer value is a sentence, not a name. */
const LONGEST = 80;
const TABLES_KEPT = 500;

/** By the store the tables lie in, as the tables' own memory. */
const MEMORIES = new WeakMap<object, RecentAnswers<ColumnChoices>>();

/**
 * The values of columns that have few of them, each with its number of rows in the whole table. A table is immutable, so they are counted
 * once; a refusal (a busy moment) gives none and is not remembered.
 */
export async function columnChoices(ctx: Context, table: OpenTable): Promise<ColumnChoices> {
  let memory = MEMORIES.get(ctx.objects);
  if (!memory) {
    memory = new RecentAnswers(TABLES_KEPT);
    MEMORIES.set(ctx.objects, memory);
  }
  try {
    return await memory.answer(table.mark, () => countChoices(ctx, table));
  } catch (error) {
    if (isRequestError(error)) return new Map();
    throw error;
  }
}

async function countChoices(ctx: Context, table: OpenTable): Promise<ColumnChoices> {
  const likely = await likelyColumns(ctx, table);
  const answers = await Promise.all(
    likely.map(async (name): Promise<readonly [string, readonly ValueCount[]]> => {
      return [name, await distinctValues(ctx, table, EVERY_ROW, name, { limit: MOST_CHOICES + 1 })];
    }),
  );
  return new Map(answers.filter(([, values]) => values.length > 1 && values.length <= MOST_CHOICES));
}

/** Columns of text with few values both at the beginning and in the middle of the table. */
async function likelyColumns(ctx: Context, table: OpenTable): Promise<string[]> {
  const texts = table.columns
    .filter(({ type, identifier, geometry }) => type === 'text' && !identifier && geometry === null)
    .map(({ name }) => name);
  if (texts.length === 0) return [];
  const columns = texts.slice(0, MOST_COLUMNS);
  const middle = Math.max(2, Math.floor(table.manifest.rows / SAMPLE / 2) + 1);
  const pages = table.manifest.rows <= SAMPLE ? [1] : [1, middle];
  const samples = await Promise.all(
    pages.map((page) => queryOpenTable(ctx, table, { ...EVERY_ROW, columns, page, size: SAMPLE })),
  );
  return columns.filter((name) => {
    const values = samples.flatMap(({ rows }) => rows.map((row) => row[name] ?? null));
    const different = new Set(values.filter((value) => value !== null));
    const short = [...different].every((value) => String(value).length <= LONGEST);
    // as many values as rows is a list of names, however short the table
    return short && different.size <= MOST_CHOICES && (values.length < 12 || different.size <= values.length / 2);
  });
}
