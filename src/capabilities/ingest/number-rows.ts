import { join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import { type CarriedOut, findCompositeKey, foldTitle, keepNumbers } from '../../tabular/index.ts';
import { selectNumbers } from './number-store.ts';
import type { Reading, RowNumbers } from './reading.ts';

/** A table whose number column holds remembered numbers, and what is to be remembered of it once it is published. */
export interface NumberedTable {
  readonly parquetPath: string;
  readonly numbers: Omit<RowNumbers, 'memory'> & { readonly memoryPath: string };
}

/** The step that adds a column of numbers. */
export const NUMBER_STEP = 'shape-number';
const sameTitle = (a: string, b: string) => foldTitle(a) === foldTitle(b);

/**
 * Where the recipe added a column of numbers: gives rows the numbers they had in published files before, and others numbers nobody has had. What
 * tells a row is what the recipe names, what told it the last time, or the fewest columns that do; the whole row where none do. Null where no
 * column of numbers was added.
 */
export async function numberRows(
  ctx: Context,
  reading: Reading,
  carried: CarriedOut,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<NumberedTable | null> {
  const done = carried.steps.find(({ step, count }) => step.code === NUMBER_STEP && count > 0)?.step;
  const { title, by: named } = (done?.parameters ?? {}) as { title?: string; by?: readonly string[] };
  const { headers, parquetPath, rows } = carried.table;
  const numberColumn = title === undefined ? -1 : headers.findIndex((header) => sameTitle(header, title));
  if (numberColumn < 0) return null;
  const before = await selectNumbers(ctx.db, reading.resourceId);
  // a column that was removed for personal data tells rows apart no more
  const place = (wanted: string) =>
    headers.findIndex((header, at) => sameTitle(header, wanted) && !carried.removedColumns.includes(at));
  let by = (named ?? before?.by ?? []).map(place);
  if (by.includes(-1)) by = [];
  if (by.length === 0 && before === null) {
    const others = carried.inspection.columns.filter(({ index }) => index !== numberColumn);
    by = await findCompositeKey(ctx.duckdb, { parquetPath, rows }, others, signal);
  }
  const outPath = join(folder, 'numbered.parquet');
  const memoryPath = join(folder, 'numbers.parquet');
  const { memory } = await keepNumbers(ctx.duckdb, {
    parquetPath,
    columns: headers.length,
    numberColumn,
    by,
    before: before && { parquetPath: await ctx.objects.localPath(before.memory), next: before.next },
    outPath,
    memoryPath,
    signal,
  });
  return {
    parquetPath: outPath,
    numbers: { next: memory.next, by: by.map((at) => headers[at] ?? ''), memoryPath },
  };
}
