import { nameOfActor, personId } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit, permitAny } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { latestReading } from '../../ingest/index.ts';
import { selectWithdrawnDigests } from '../consents/withdrawal-store.ts';
import { evidenceOf, titlesOf } from './decide.ts';
import type { Decision } from './decision.ts';
import {
  confirmDecision,
  endDecision,
  lockDecision,
  makeDecisionCount,
  type StoredDecision,
  selectDecision,
} from './decision-store.ts';
import { decisionsNow, followDecisions } from './follow-decisions.ts';
import { noSuchDecision } from './refusals.ts';

/**
 * Takes a decision back: the one it took the place of counts again, or the column waits for a decision;
 * so it does where the one before would publish people who took their consent back. Nothing that is published changes. Needs
 * `privacy.protect` or `privacy.keep`. Throws `not-found` where it is undone already.
 */
export function undoDecision(ctx: Context, id: string): Promise<Decision> {
  return transaction(ctx, async (tx) => {
    const { decision, subject } = await load(tx, id);
    await permitAny(tx, ['privacy.protect', 'privacy.keep'], { id: decision.datasetId, unitId: subject.unitId });
    if (decision.state === 'undone') throw noSuchDecision();
    const before = await decisionsNow(tx, decision.datasetId);
    await endDecision(tx.db, id, nameOfActor(tx.actor), tx.clock.now());
    if (decision.replaces !== null && !(await bringsPeopleBack(tx, decision.replaces)))
      await makeDecisionCount(tx.db, decision.replaces);
    await record(tx, { deed: 'personal-data.undone', subject, before: evidenceOf(decision) });
    await followDecisions(tx, decision, before);
    return decision;
  });
}

/** Confirms a decision to publish that somebody without the right proposed. Needs `privacy.keep`. Throws `not-found` where it does not wait. */
export function confirmProposed(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { decision, subject } = await load(tx, id);
    await permit(tx, 'privacy.keep', { id: decision.datasetId, unitId: subject.unitId });
    if (decision.state !== 'waiting') throw noSuchDecision();
    const { actor } = tx;
    await confirmDecision(tx.db, id, { name: nameOfActor(actor), personId: personId(actor), at: tx.clock.now() });
    await record(tx, { deed: 'personal-data.decided', subject, after: evidenceOf(decision) });
  });
}

/**
 * The decision before this one publishes people who took their consent back since: it does not return by an undo. A withdrawal is undone by itself
 * (`undoWithdrawal`).
 */
async function bringsPeopleBack(tx: Context, id: string): Promise<boolean> {
  const before = await selectDecision(tx.db, id);
  if (before?.way !== 'keep' || before.condition !== 'consent') return false;
  const { resourceId, columnTitle } = before;
  const reading = await latestReading(tx, resourceId);
  const titles = reading ? [...titlesOf(reading)] : [columnTitle];
  const withdrawn = await selectWithdrawnDigests(tx.db, resourceId, columnTitle, titles);
  const omits = before.step?.code === 'protect-omit-rows' ? JSON.stringify(before.step.parameters) : '';
  return withdrawn.some((digest) => !omits.includes(digest));
}

async function load(tx: Context, id: string) {
  const decision: StoredDecision | null = isId(id) ? await lockDecision(tx.db, id) : null;
  if (!decision) throw noSuchDecision();
  const dataset = await loadDataset(tx, decision.datasetId);
  const subject = { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId };
  return { decision, subject };
}
