import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import { composeShape, shapeSteps } from '../../tabular/index.ts';
import type { Recipe } from '../../tabular/inspection.ts';
import {
  matchStandard,
  type Recognised,
  type RecogniseOptions,
  recogniseStructure,
  type Standard,
  stepsToStandard,
  structureOfRecipe,
  type ToStandard,
  withAnswers,
  withoutStandard,
} from '../../tabular/standards/index.ts';
import { acceptRepairs } from './accept-repairs.ts';
import { loadForLooking, loadReading } from './load-reading.ts';
import type { PreviewPage, Reading } from './reading.ts';
import { columnsOfReading, wrongState } from './reading-rules.ts';

/** Structures a file looks like, the likeliest first; none once it was brought to one. */
export function structuresOf(reading: Reading, options: RecogniseOptions): Recognised[] {
  if (reading.kind !== 'table' || structureOfRecipe(reading.recipe) !== null) return [];
  return recogniseStructure(columnsOfReading(reading), options);
}

/** What a person says of the way to a structure. */
export interface StandardWish {
  readonly standard: Standard;
  /** Column of the table → name of a field; '' = none. Columns that are not here are as recognised. */
  readonly answers: ReadonlyMap<number, string>;
  readonly addMissing: boolean;
}

/** A file beside a structure, and the recipe that would bring it there. */
export interface WayToStandard extends ToStandard {
  readonly recognised: Recognised;
  readonly columns: readonly ColumnProfile[];
}

/** How a file would be brought to a structure. */
export function wayToStandard(reading: Reading, { standard, answers, addMissing }: StandardWish): WayToStandard {
  const columns = columnsOfReading(reading);
  const recognised = withAnswers(matchStandard(columns, standard), answers);
  const before = reading.recipeAccepted ? withoutStandard(reading.recipe) : [];
  return { ...stepsToStandard(columns, recognised, before, { addMissing }), recognised, columns };
}

/**
 * Brings a file to a structure: the steps are put into its recipe, beside what was accepted before, and all that can be mended without asking
 * is mended under the new titles. The next file goes the same way. Throws as `acceptRepairs` does.
 */
export async function bringToStandard(ctx: Context, id: string, wish: StandardWish): Promise<void> {
  const reading = await loadReading(ctx, id);
  await acceptRepairs(ctx, id, wayToStandard(reading, wish).recipe, { rest: true });
}

/** Leaves the structure again: the recipe goes on without its steps. */
export async function leaveStandard(ctx: Context, id: string): Promise<void> {
  const reading = await loadReading(ctx, id);
  await acceptRepairs(ctx, id, withoutStandard(reading.recipe));
}

/** The first rows as a recipe would shape them; nothing is written. */
export async function previewShape(ctx: Context, id: string, recipe: Recipe, count: number): Promise<PreviewPage> {
  const { reading } = await loadForLooking(ctx, id);
  if (reading.textTable === null || !reading.source) throw wrongState(reading);
  const path = literal(await ctx.objects.localPath(reading.textTable));
  const columns = reading.source.headers.map((_, index) => `c${index}`).join(', ');
  const ask = (sql: string) => ctx.duckdb.query({ sql, values: [] });
  const start = {
    sql: `(SELECT ${columns} FROM read_parquet(${path}) LIMIT ${count})`,
    headers: reading.source.headers,
  };
  const { sql, headers } = await composeShape(start, shapeSteps(recipe), ask);
  const rows = await ask(`SELECT * FROM ${sql}`);
  return {
    headers,
    total: rows.length,
    rows: rows.map((cells, at) => ({
      row: at + 1,
      values: headers.map((_, column) => {
        const cell = cells[`c${column}`] ?? null;
        return cell === null ? null : String(cell);
      }),
    })),
  };
}
