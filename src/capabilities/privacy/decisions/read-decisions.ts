import { type Context, once } from '../../../platform/context.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import type { Protection } from '../../../tabular/index.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import type { Decision } from './decision.ts';
import { decisionsQuestion, selectDecisionsOfDatasets, selectDecisionsOfResource } from './decision-store.ts';
import { protectionBy } from './file-rules.ts';

/** Decisions of a dataset that stand or wait for somebody. The caller has asked the right to see the draft. */
export function decisionsOf(ctx: Context, datasetId: string): Promise<readonly Decision[]> {
  return once(ctx, `privacy.decisions ${datasetId}`, () => askAlone(ctx, decisionsQuestion(datasetId)));
}

/** Decisions of several datasets that stand or wait, in one statement. The caller minds who may see them. */
export function decisionsOfDatasets(ctx: Context, datasetIds: readonly string[]): Promise<readonly Decision[]> {
  return selectDecisionsOfDatasets(ctx.db, datasetIds);
}

/** What is to be taken out of the files of a resource before anybody sees them: steps in the order they were decided. */
export async function protectionOf(ctx: Context, resourceId: string): Promise<readonly RecipeStep[]> {
  return protectionBy(await selectDecisionsOfResource(ctx.db, resourceId));
}

/** The same with the key of its dataset, as a table is written with it; null where nothing is to be taken out. */
export async function protectionFor(ctx: Context, resourceId: string): Promise<Protection | null> {
  const decisions = await selectDecisionsOfResource(ctx.db, resourceId);
  const [first] = decisions;
  const steps = protectionBy(decisions);
  return first && steps.length > 0 ? { steps, key: ctx.secrets.keyFor(`pseudonyms:${first.datasetId}`) } : null;
}
