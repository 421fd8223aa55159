import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import { faultOfStep, isSameShape, safeRecipe, stepKey } from '../../tabular/index.ts';
import type { Inspection, Recipe } from '../../tabular/inspection.ts';
import { record } from '../history/index.ts';
import { loadForEditing } from './load-reading.ts';
import type { Reading } from './reading.ts';
import { isRead, wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

/** A recipe as a person or a program sends it. Parameters are read by the schema of their step. */
export const RecipeSteps = z
  .array(
    z
      .object({
        code: z.string().min(1).max(100),
        columnTitle: z.string().max(10_000).nullable(),
        parameters: z.record(z.string().max(100), z.unknown()).optional(),
      })
      .superRefine((step, issues) => {
        const fault = faultOfStep(step);
        if (fault !== null) issues.addIssue({ code: 'custom', path: ['parameters'], message: fault });
      }),
  )
  .max(50_000);

/** Every repair that can be done without asking, in the order it has to be done: what «Виправити все» accepts. */
export function offeredRepairs(inspection: Inspection): Recipe {
  return safeRecipe(inspection);
}

/**
 * Makes everything that can be mended without asking a repair of the file, beside what was accepted before: also what shows itself only after
 * other steps. The recipe is known when the work is done.
 */
export function acceptAllRepairs(ctx: Context, id: string): Promise<void> {
  return decide(ctx, id, (reading) => ({
    recipe: reading.recipeAccepted ? reading.recipe : [],
    accepted: true,
    rest: true,
  }));
}

/**
 * Makes these the repairs of the file, whole list at once (none is an answer too): the table is mended and written in the background, and
 * the next file of the resource is mended the same way without a click. Mended always from the table as read, so any step can be left out later.
 * @param options.rest also mend what can be mended without asking once these steps are done
 */
export async function acceptRepairs(
  ctx: Context,
  id: string,
  recipe: Recipe,
  { rest = false }: { readonly rest?: boolean } = {},
): Promise<void> {
  const steps = RecipeSteps.parse(recipe);
  await decide(ctx, id, () => ({ recipe: steps, accepted: true, rest }));
}

/** Takes the repairs back: the table is again as it was read, and the person is asked anew. */
export function undoRepairs(ctx: Context, id: string): Promise<void> {
  return decide(ctx, id, () => ({ recipe: [], accepted: false, rest: false }));
}

interface Decision {
  readonly recipe: Recipe;
  readonly accepted: boolean;
  readonly rest: boolean;
}

async function decide(ctx: Context, id: string, by: (reading: Reading) => Decision): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (!isRead(reading) || reading.publishedAt) throw wrongState(reading);
    const decision = by(reading);
    const { recipe, accepted, rest } = decision;
    if (accepted && isSame(reading, decision)) return;
    const revision = await changeReading(tx, id, {
      state: accepted ? 'mending' : 'checked',
      progress: null,
      recipe,
      recipeAccepted: accepted,
      mendRest: rest,
      // columns may stand elsewhere in a table of another shape
      ...(isSameShape(recipe, reading.recipe) ? {} : { types: {} }),
      mended: null,
      facts: null,
      mendedTable: null,
      typed: null,
    });
    await record(tx, {
      deed: accepted ? 'repairs.accepted' : 'repairs.undone',
      subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName, unitId: reading.unitId },
      before: toldSteps(reading.recipe),
      after: toldSteps(recipe),
    });
    if (accepted) await tx.emit(tx.db, { name: 'repairs-accepted', readingId: id, revision });
  });
}

/** What the history keeps of a recipe: parameters may hold values of cells (what is replaced by what), so only how many there are. */
function toldSteps(recipe: Recipe): object[] {
  return recipe.map(({ code, columnTitle, parameters }) => ({
    code,
    columnTitle,
    ...(parameters ? { parameters: Object.keys(parameters).length } : {}),
  }));
}

/** Pressed twice: the same repairs are done already or are being done. */
function isSame(reading: Reading, { recipe, rest }: Decision): boolean {
  const same = JSON.stringify(reading.recipe.map(stepKey)) === JSON.stringify(recipe.map(stepKey));
  return reading.recipeAccepted && reading.state !== 'checked' && reading.mendRest === rest && same;
}
