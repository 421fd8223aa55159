import type { Context } from '../../platform/context.ts';
import { composeShape, type RecipeStep, relationOf, type ShapedRelation } from '../../tabular/index.ts';
import { loadUnprotected } from './load-reading.ts';
import type { PreviewPage } from './reading.ts';
import { wrongState } from './reading-rules.ts';

const SHOWN = 8;

/** Real rows before and after a change of shape; `count` as its words say it, null where the table has not the columns it needs. */
export interface StepPreview {
  readonly before: PreviewPage;
  readonly after: PreviewPage;
  readonly count: number | null;
}

/**
 * Shows what a change of shape would do to the table as read, after the recipe's own changes of shape; nothing is written.
 * @param from 1-based row at which to look
 * Throws `too-large` where the table is too large to be tried while a person waits.
 */
export async function previewStep(ctx: Context, id: string, step: RecipeStep, from = 1): Promise<StepPreview> {
  const { reading } = await loadUnprotected(ctx, id);
  if (reading.textTable === null || !reading.source) throw wrongState(reading);
  const parquetPath = await ctx.objects.localPath(reading.textTable);
  const ask = (sql: string) => ctx.duckdb.query({ sql, values: [] });
  const before = await composeShape(relationOf({ parquetPath, headers: reading.source.headers }), reading.recipe, ask);
  const after = await composeShape(before, [step], ask);
  const first = Math.max(1, from - 2);
  return {
    before: await rowsOf(before, first, ask),
    after: await rowsOf(after, first, ask),
    count: after.missed.length > 0 ? null : (after.steps[0]?.count ?? 0),
  };
}

async function rowsOf(
  { sql, headers }: ShapedRelation,
  first: number,
  ask: (sql: string) => ReturnType<Context['duckdb']['query']>,
): Promise<PreviewPage> {
  const rows = await ask(`SELECT * FROM ${sql} LIMIT ${SHOWN} OFFSET ${first - 1}`);
  return {
    headers,
    total: first - 1 + rows.length,
    rows: rows.map((cells, at) => ({
      row: first + at,
      values: headers.map((_, column) => (cells[`c${column}`] == null ? null : String(cells[`c${column}`]))),
    })),
  };
}
