import { system } from '../../../kernel/actor.ts';
import { actingAs, type Context } from '../../../platform/context.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import { stepKey } from '../../../tabular/index.ts';
import { may } from '../../accounts/index.ts';
import { changePassport, loadDataset } from '../../catalog/index.ts';
import { protectAgain } from '../../ingest/index.ts';
import type { Decision } from './decision.ts';
import { decisionsQuestion, selectDecisionsOfResource } from './decision-store.ts';
import { protectionBy } from './file-rules.ts';
import { withheldAfter } from './withheld-rules.ts';

/** Decisions of a dataset as they stand in the transaction. */
export function decisionsNow(tx: Context, datasetId: string): Promise<Decision[]> {
  return askAlone(tx, decisionsQuestion(datasetId));
}

/**
 * What follows a change of decisions in its transaction: where other things are to be taken out of a file now, its table is written anew, and the
 * passport of the working copy says what is withheld (element 3).
 * @param before decisions of the dataset before the change
 */
export async function followDecisions(
  tx: Context,
  of: { readonly datasetId: string; readonly resourceId: string },
  before: readonly Decision[],
): Promise<void> {
  const keys = (decisions: readonly Decision[]) => JSON.stringify(protectionBy(decisions).map(stepKey));
  const was = before.filter(({ resourceId }) => resourceId === of.resourceId);
  const now = await selectDecisionsOfResource(tx.db, of.resourceId);
  if (keys(was) !== keys(now)) await protectAgain(tx, of.resourceId);
  const dataset = await loadDataset(tx, of.datasetId);
  const { passport } = dataset;
  const withheld = withheldAfter(passport, before, await decisionsNow(tx, of.datasetId));
  if (JSON.stringify(withheld) === JSON.stringify(passport.withheld ?? [])) return;
  // who decides about personal data may have no right to edit the rest of the passport
  const writer = (await may(tx, 'dataset.edit', dataset)) ? tx : actingAs(tx, system('privacy'));
  await changePassport(writer, dataset.id, { ...passport, withheld });
}
