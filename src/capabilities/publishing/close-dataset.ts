import type { Context } from '../../platform/context.ts';
import { closeOpen } from '../review/index.ts';
import { changePublication } from './change-publication.ts';
import type { Archiving, Publication, Suspension, Withdrawal } from './publication.ts';
import { parseArchiving, parseSuspension, parseWithdrawal } from './publication-rules.ts';
import { archivedDataset, closedDataset } from './refusals.ts';

/**
 * Closes the data for a time: the page stays and says why, by which order and until when it is reviewed. Needs `dataset.close`.
 * Throws `invalid` with field faults, `conflict` when it was withdrawn or never published.
 */
export async function suspendDataset(ctx: Context, datasetId: string, form: Suspension): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.close',
    deed: 'dataset.suspended',
    change(publication) {
      const { reason, order, reviewOn } = parseSuspension(form, ctx.clock.now());
      if (publication.state === 'withdrawn') throw closedDataset('withdrawn');
      if (publication.archive) throw archivedDataset();
      const was = publication.closure;
      if (was && was.reason === reason && was.order === order && was.reviewOn === reviewOn) return publication;
      const at = was?.at ?? ctx.clock.now().toISOString();
      return { ...publication, state: 'suspended', closure: { reason, order, reviewOn, at } };
    },
    after: (tx) => closeReview(tx, datasetId, 'призупинено', form.reason),
  });
}

/** Opens a suspended dataset again. Needs `dataset.close`. Opening an open one changes nothing. */
export async function reopenDataset(ctx: Context, datasetId: string): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.close',
    deed: 'dataset.reopened',
    change(publication) {
      if (publication.state === 'withdrawn') throw closedDataset('withdrawn');
      return publication.state === 'published' ? publication : { ...publication, state: 'published', closure: null };
    },
  });
}

/**
 * Puts a dataset into the archive: page and data stay, it says that it is updated no more, and nobody is reminded. Needs `dataset.close`.
 * Throws `invalid` with field faults, `conflict` while it is closed.
 */
export async function archiveDataset(ctx: Context, datasetId: string, form: Archiving): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.close',
    deed: 'dataset.archived',
    change(publication) {
      const { reason, order } = parseArchiving(form);
      if (publication.state !== 'published') throw closedDataset(publication.state);
      if (publication.archive) return publication;
      return { ...publication, archive: { reason, order, at: ctx.clock.now().toISOString() } };
    },
    after: (tx) => closeReview(tx, datasetId, 'перенесено до архіву', form.reason),
  });
}

/** Brings a dataset back from the archive. Needs `dataset.close`. */
export async function unarchiveDataset(ctx: Context, datasetId: string): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.close',
    deed: 'dataset.unarchived',
    change: (publication) => (publication.archive ? { ...publication, archive: null } : publication),
  });
}

/**
 * Takes a dataset away for good: a tombstone with reason and order stays at its address, data of all versions are served no more; their
 * bytes are kept restricted (job `publishing.remove-withdrawn`). Needs `dataset.close`.
 */
export async function withdrawDataset(ctx: Context, datasetId: string, form: Withdrawal): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.close',
    deed: 'dataset.withdrawn',
    change(publication) {
      const { reason, order } = parseWithdrawal(form);
      if (publication.state === 'withdrawn') return publication;
      const at = ctx.clock.now().toISOString();
      return { ...publication, state: 'withdrawn', archive: null, closure: { reason, order, reviewOn: null, at } };
    },
    async after(tx) {
      await closeReview(tx, datasetId, 'знято з оприлюднення', form.reason);
      await tx.emit(tx.db, { name: 'dataset-withdrawn', datasetId });
    },
  });
}

/** What waited for a decision or for its instant waits no more, and its author is told why. */
async function closeReview(tx: Context, datasetId: string, what: string, reason: string): Promise<void> {
  await closeOpen(tx, datasetId, `Набір ${what}: ${reason.trim()}`);
}
