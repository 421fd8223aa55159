import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import type { DeedStep, MandateDeed } from '../duties/deed.ts';
import { doDeed, doer } from '../duties/do-deed.ts';
import { lockAnswer } from '../duties/mandate-store.ts';
import { findItem } from '../lists/read-lists.ts';
import { noItem, nothingChosen } from '../refusals.ts';

/** A dataset and an item it answers, or does not. */
export interface SaidAnswer {
  readonly line: string;
  readonly datasetId: string;
  readonly answers: boolean;
}

/**
 * Says which datasets answer which items, many at once; the ground in the passport stays as it is. Needs `mandate.answer` for each
 * dataset's unit. Throws `invalid` (nothing chosen), `not-found`, `forbidden`. Null where nothing changed.
 */
export function sayAnswers(ctx: Context, said: readonly SaidAnswer[]): Promise<MandateDeed | null> {
  return transaction(ctx, async (tx) => {
    if (said.length === 0) throw nothingChosen();
    const by = doer(tx);
    const steps: DeedStep[] = [];
    for (const one of said) {
      const { unitId } = await loadDataset(tx, one.datasetId);
      await permit(tx, 'mandate.answer', unitId);
      if (!(await findItem(tx, one.line))) throw noItem();
      const before = await lockAnswer(tx.db, one.line, one.datasetId);
      const after = { ...one, saidAt: tx.clock.now().toISOString(), saidBy: by.name || by.id };
      steps.push({ what: 'answer', before, after: before?.answers === one.answers ? before : after });
    }
    return doDeed(tx, 'answered', steps, [...new Set(said.map(({ line }) => line))].slice(0, 5).join(', '));
  });
}
