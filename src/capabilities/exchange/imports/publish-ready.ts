import { z } from 'zod';
import { personId } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { actorOfPerson, findPerson } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { askForPublication, publicationFaults } from '../../publishing/index.ts';
import type { Trouble } from '../portal/trouble.ts';
import { openImportForChange, subjectOf } from './begin-import.ts';
import { selectFilesOf } from './file-store.ts';
import { changeItem, selectLines } from './item-store.ts';

/**
 * Asks to publish every dataset of an import that has nothing left to be mended, each by the ordinary gate and by the rights of who asks; it goes on in
 * the background, and what the gate refuses is written beside the dataset. Needs `city.manage`.
 */
export function publishReady(ctx: Context, importId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const one = await openImportForChange(tx, importId);
    await record(tx, { deed: 'exchange.published', subject: subjectOf(one) });
    await tx.emit(tx.db, { name: 'publishing-all-asked', importId, personId: personId(tx.actor) ?? '' });
  });
}

/** Carries `publishReady` out. Safe to repeat: what was asked for is not asked twice. */
export const publishReadyJob = defineJob({
  name: 'exchange.publish-ready',
  data: z.object({ importId: z.uuid(), personId: z.string() }),
  async handle(ctx, { importId, personId: id }) {
    const person = id === '' ? null : await findPerson(ctx, id);
    const own = id === '' ? ctx : person?.active ? actingAs(ctx, actorOfPerson(person)) : null;
    if (!own) return;
    const waiting = new Set(
      (await selectFilesOf(ctx.db, importId)).flatMap(({ state, itemId }) => (state === 'reading' ? [itemId] : [])),
    );
    for (const { id: itemId, state, datasetId } of await selectLines(ctx.db, importId)) {
      ctx.signal.throwIfAborted();
      if (state !== 'done' || datasetId === null || waiting.has(itemId)) continue;
      const why = await publishOne(own, datasetId);
      if (why !== 'closed') await changeItem(ctx.db, itemId, { trouble: why }, ctx.clock.now());
    }
  },
});

/** @returns null when it was asked for; `closed` for one that is no draft any more; else why it was not */
async function publishOne(own: Context, datasetId: string): Promise<Trouble | null | 'closed'> {
  try {
    const { state } = await loadDataset(own, datasetId);
    if (state !== 'draft') return 'closed';
    const [fault] = await publicationFaults(own, datasetId);
    if (fault) return { code: `not-ready-${fault.step}`, text: fault.text };
    await askForPublication(own, datasetId);
    return null;
  } catch (error) {
    if (!isRequestError(error)) throw error;
    return error.kind === 'not-found' ? 'closed' : { code: error.code, text: error.text };
  }
}
