import type { Context } from '../../platform/context.ts';
import { foldTitle } from '../../tabular/index.ts';
import { NUMBER_STEP } from './number-rows.ts';
import { raiseNext } from './number-store.ts';
import type { Reading } from './reading.ts';

/** Place of the column of stable numbers among columns by their titles in the file; -1 where the recipe of the reading adds none. */
export function numberColumn({ mended }: Pick<Reading, 'mended'>, titles: readonly string[]): number {
  const done = mended?.counts.find(({ code, count }) => code === NUMBER_STEP && count > 0);
  const { title } = (done?.parameters ?? {}) as { title?: string };
  return title === undefined ? -1 : titles.findIndex((one) => foldTitle(one) === foldTitle(title));
}

/** Numbers up to `highest` are taken: rows came with them without a file. The next free number never goes back. */
export function raiseNumbers(ctx: Context, resourceId: string, highest: number): Promise<void> {
  return raiseNext(ctx.db, resourceId, highest + 1);
}
