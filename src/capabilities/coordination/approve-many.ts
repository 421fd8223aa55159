import { isRequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { approveSubmission, unapproveSubmission } from '../publishing/index.ts';
import { newestSubmissions, type Submission } from '../review/index.ts';
import { chosen, keepDeed } from './keep-deed.ts';
import { APPROVAL_MINUTES, type LeftAlone, type ManyDeed, type ManyDeedItem } from './many-deed.ts';

const NOT_WAITING = { uk: 'не чекає на перевірку', en: 'does not wait for a review' };
const TOO_LATE = { uk: 'уже оприлюднено', en: 'published already' };

/**
 * Approves what was submitted of these datasets. They are published in ten minutes, so that the deed can be undone, or when they asked for; looks after a publication
 * are approved at once. One's own submission is approved by its list, not here. Needs `dataset.coordinate` and `dataset.approve`.
 * Throws `invalid`, `forbidden`, `not-found`.
 */
export async function approveMany(ctx: Context, datasetIds: readonly string[]): Promise<ManyDeed> {
  return transaction(ctx, async (tx) => {
    const datasets = await chosen(tx, datasetIds);
    const submissions = await newestSubmissions(
      tx,
      datasets.map(({ id }) => id),
    );
    const publishAt = new Date(tx.clock.now().getTime() + APPROVAL_MINUTES * 60_000);
    const items: ManyDeedItem[] = [];
    const left: LeftAlone[] = [];
    for (const { id: datasetId, passport } of datasets) {
      const submission = submissions.get(datasetId);
      const why = submission?.state === 'waiting' ? await approveOne(tx, submission, publishAt) : NOT_WAITING;
      if (why === null)
        items.push({ datasetId, title: passport.title, before: {}, after: { submissionId: submission?.id ?? null } });
      else left.push({ datasetId, title: passport.title, why });
    }
    return keepDeed(tx, 'approval', { items, left });
  });
}

/** @returns why it was left; null when it was approved */
async function approveOne(tx: Context, { id, wantedAt }: Submission, soonest: Date): Promise<LeftAlone['why'] | null> {
  try {
    const publishAt = wantedAt && wantedAt > soonest ? wantedAt : soonest;
    await approveSubmission(tx, id, { ticked: [], publishAt });
    return null;
  } catch (error) {
    // stale, decided meanwhile, one's own: each is told by name and holds nobody else
    if (isRequestError(error) && error.kind !== 'internal') return error.text;
    throw error;
  }
}

/** The submission waits for a decision again, as long as it is not published. */
export async function takeApprovalsBack(ctx: Context, item: ManyDeedItem): Promise<LeftAlone | null> {
  const back = await unapproveSubmission(ctx, item.after.submissionId ?? '');
  return back ? null : { datasetId: item.datasetId, title: item.title, why: TOO_LATE };
}
