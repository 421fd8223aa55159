import { z } from 'zod';
import { isRequestError } from '../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { diskFull, isDiskFull } from '../../platform/objects/disk-full.ts';
import { isUnderWay, type PublicationRefusal } from './publication-request.ts';
import { publishDataset } from './publish-dataset.ts';
import { notPublished } from './refusals.ts';
import { failRequest, finishRequest, moveRequest, selectRequestById } from './request-store.ts';

/** Somebody asked again with another draft: this request's work is not wanted any more. */
class Superseded extends Error {}

/**
 * Carries out a publication that was asked for, in the name and by the rights of who asked. Tables are prepared first, where nobody sees
 * them; the version appears in one transaction together with the end of the request. Safe to repeat: killed at any moment, it begins anew, and killed
 * after the transaction it finds nothing to do.
 */
export const prepareVersionJob = defineJob({
  name: 'publishing.prepare-version',
  data: z.object({ requestId: z.uuid() }),
  async handle(ctx, { requestId }) {
    const request = await selectRequestById(ctx.db, requestId);
    if (!request || !isUnderWay(request)) return;
    try {
      await publishDataset(actingAs(ctx, request.askedBy), request.datasetId, {
        stamp: request.stamp,
        progress: async (stage, done, total) => {
          ctx.signal.throwIfAborted();
          if (!(await moveRequest(ctx.db, requestId, { stage, done, total }))) throw new Superseded();
        },
        finish: async (tx, version) => {
          if (!(await finishRequest(tx.db, requestId, version.number))) throw new Superseded();
        },
      });
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!isRequestError(error)) throw error;
      await fail(ctx, requestId, error);
    }
  },
  async park(ctx, { requestId }, reason) {
    const { code, text, fields }: PublicationRefusal = isDiskFull(reason) ? diskFull() : notPublished();
    await fail(ctx, requestId, { code, text, fields });
  },
});

/** Keeps why it did not come about, and says so to whoever waits for it. */
function fail(ctx: Context, requestId: string, refusal: PublicationRefusal): Promise<void> {
  return transaction(ctx, async (tx) => {
    const request = await selectRequestById(tx.db, requestId);
    if (!request || !(await failRequest(tx.db, requestId, refusal))) return;
    await tx.emit(tx.db, { name: 'publication-failed', datasetId: request.datasetId });
  });
}
