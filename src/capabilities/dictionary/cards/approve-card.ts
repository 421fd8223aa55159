import { nameOfActor } from '../../../kernel/actor.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { deleteApproval, putApproval, type StoredApproval, selectApprovals } from './card-store.ts';
import { loadCard } from './read-cards.ts';
import type { ListedCard } from './technical-card.ts';

const subjectOf = ({ datasetId, title, unitId }: ListedCard) => ({
  kind: 'dataset',
  id: datasetId,
  name: title,
  unitId,
});

/** Approves the cards of these datasets as they are now. Gives how many; those approved already are passed over. Throws `forbidden`, `not-found`. */
export function approveCards(ctx: Context, datasetIds: readonly string[], note = ''): Promise<number> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    let approved = 0;
    for (const id of new Set(datasetIds)) {
      const card = await loadCard(inner, id);
      if (card.state === 'approved') continue;
      const [before] = await selectApprovals(inner.db, [id]);
      await putApproval(inner.db, {
        datasetId: id,
        content: card.present,
        note: note.trim().slice(0, 1000),
        approvedBy: nameOfActor(inner.actor),
        approvedAt: inner.clock.now(),
        previous: before ? plain(before) : null,
      });
      const values = { ...(card.approval ? { before: card.approval.content } : {}), after: card.present };
      await record(inner, { deed: 'technical-card.approved', subject: subjectOf(card), ...values, note: note.trim() });
      approved += 1;
    }
    return approved;
  });
}

function plain({ content, note, approvedBy, approvedAt }: StoredApproval): StoredApproval['previous'] {
  return { content, note, approvedBy, approvedAt: approvedAt.toISOString() };
}

/** Takes the last approval of a card back: what was approved before it counts again, or nothing. Throws `forbidden`, `not-found`. */
export function takeApprovalBack(ctx: Context, datasetId: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const card = await loadCard(inner, datasetId);
    const [stored] = await selectApprovals(inner.db, [datasetId]);
    if (!stored) return;
    const { previous } = stored;
    if (previous === null) await deleteApproval(inner.db, datasetId);
    else
      await putApproval(inner.db, {
        ...previous,
        datasetId,
        approvedAt: new Date(previous.approvedAt),
        previous: null,
      });
    await record(inner, { deed: 'technical-card.taken-back', subject: subjectOf(card), before: stored.content });
  });
}
