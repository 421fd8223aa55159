import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import { safeRecipe } from '../../tabular/index.ts';
import type { Inspection, Recipe } from '../../tabular/inspection.ts';
import { record } from '../history/index.ts';
import { loadForEditing } from './load-reading.ts';
import type { Reading } from './reading.ts';
import { isRead, wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

const Steps = z
  .array(z.object({ code: z.string().min(1).max(100), columnTitle: z.string().max(10_000).nullable() }))
  .max(50_000);

/** Every repair that can be done without asking, in the order it has to be done: what «Виправити все» accepts. */
export function offeredRepairs(inspection: Inspection): Recipe {
  return safeRecipe(inspection);
}

/**
 * Makes these the repairs of the file, whole list at once (none is an answer too): the table is mended and written in the background, and
 * the next file of the resource is mended the same way without a click. Mended always from the table as read, so any step can be left out later.
 */
export function acceptRepairs(ctx: Context, id: string, recipe: Recipe): Promise<void> {
  return decide(ctx, id, Steps.parse(recipe), true);
}

/** Takes the repairs back: the table is again as it was read, and the person is asked anew. */
export function undoRepairs(ctx: Context, id: string): Promise<void> {
  return decide(ctx, id, [], false);
}

async function decide(ctx: Context, id: string, recipe: Recipe, accepted: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (!isRead(reading) || reading.publishedAt) throw wrongState(reading);
    if (accepted && isSame(reading, recipe)) return;
    const revision = await changeReading(tx, id, {
      state: accepted ? 'mending' : 'checked',
      progress: null,
      recipe,
      recipeAccepted: accepted,
      mended: null,
      mendedTable: null,
      typed: null,
    });
    await record(tx, {
      deed: accepted ? 'repairs.accepted' : 'repairs.undone',
      subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName, unitId: reading.unitId },
      before: reading.recipe,
      after: recipe,
    });
    if (accepted) await tx.emit(tx.db, { name: 'repairs-accepted', readingId: id, revision });
  });
}

/** Pressed twice: the same repairs are done already or are being done. */
function isSame(reading: Reading, recipe: Recipe): boolean {
  return (
    reading.recipeAccepted && reading.state !== 'checked' && JSON.stringify(reading.recipe) === JSON.stringify(recipe)
  );
}
