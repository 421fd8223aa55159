import { addDays, dayOf } from '../../kernel/dates.ts';
import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { takeApprovalsBack } from './approve-many.ts';
import { takeAssignmentBack } from './assign.ts';
import { restoreFrequency } from './change-frequencies.ts';
import { lockDeed, markUndone } from './deed-store.ts';
import { type LeftAlone, type ManyDeed, type ManyDeedItem, type ManyDeedKind, UNDO_DAYS } from './many-deed.ts';
import { noDeed, tooLateToUndo, undoneAlready } from './refusals.ts';
import { takeReminderBack } from './remind.ts';

/** Takes a deed back from one dataset; what it tells is why it could not. */
type Restore = (ctx: Context, item: ManyDeedItem) => Promise<LeftAlone | null>;

const RESTORE: Readonly<Record<ManyDeedKind, Restore>> = {
  frequency: restoreFrequency,
  assignment: takeAssignmentBack,
  reminder: takeReminderBack,
  approval: takeApprovalsBack,
};

/**
 * Takes a whole deed back. What somebody has changed since stays as they made it and is told. Needs `dataset.coordinate`.
 * Throws `not-found`, `conflict` (undone already; longer ago than UNDO_DAYS), `forbidden`.
 */
export function undoDeed(ctx: Context, id: string): Promise<ManyDeed> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'dataset.coordinate');
    const deed = isId(id) ? await lockDeed(tx.db, id) : null;
    if (deed === null) throw noDeed();
    if (deed.undoneAt !== null) throw undoneAlready();
    const now = tx.clock.now();
    if (dayOf(now) > addDays(dayOf(deed.doneAt), UNDO_DAYS)) throw tooLateToUndo();
    const left: LeftAlone[] = [];
    for (const item of deed.items) {
      const kept = await RESTORE[deed.kind](tx, item);
      if (kept) left.push(kept);
    }
    const back = deed.items.filter(({ datasetId }) => !left.some((one) => one.datasetId === datasetId));
    await markUndone(tx.db, id, { at: now, items: back, left });
    await record(tx, {
      deed: 'coordination.undone',
      subject: { kind: 'coordination', id, name: deed.kind },
      after: { datasets: back.length, leftAlone: left.length },
    });
    return { ...deed, items: back, left, undoneAt: now };
  });
}
