import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { record } from '../../history/index.ts';
import { forgetOriginal } from '../../ingest/index.ts';
import { notify } from '../../notices/index.ts';
import { TOLD_BEFORE } from './original-rules.ts';
import { forgetFile, type KeptOriginal, markTold, selectDue, selectTerm } from './original-store.ts';

const DAY = 86_400_000;
const REASON = 'строк зберігання початкового файлу з персональними даними минув';

/**
 * Nightly: deletes originals with personal data whose term has ended (a tombstone says why), and tells their keepers two weeks before. Nothing goes
 * that nobody was told of two weeks earlier, also where the term was made shorter.
 */
export const deleteOriginalsJob = defineJob({
  name: 'publishing.delete-originals',
  data: z.object({}),
  async handle(ctx) {
    const { days } = await selectTerm(ctx.db);
    const now = ctx.clock.now().getTime();
    const due = await selectDue(ctx.db, new Date(now - days * DAY), new Date(now - TOLD_BEFORE * DAY));
    for (const one of due) await deleteOne(ctx, one);
    const soon = await selectDue(ctx.db, new Date(now - (days - TOLD_BEFORE) * DAY), 'nobody');
    for (const one of soon) {
      const on = Math.max(now + TOLD_BEFORE * DAY, one.publishedAt.getTime() + days * DAY);
      await tell(ctx, one, new Date(on));
    }
    if (due.length + soon.length > 0) ctx.log.info({ deleted: due.length, told: soon.length }, 'originals looked over');
  },
});

const subjectOf = ({ datasetId, datasetTitle, unitId }: KeptOriginal) => ({
  kind: 'dataset',
  id: datasetId,
  name: datasetTitle,
  unitId,
});

function tell(ctx: Context, one: KeptOriginal, on: Date): Promise<void> {
  return transaction(ctx, async (tx) => {
    await markTold(tx.db, one, tx.clock.now());
    await notify(tx, {
      to: { deed: 'dataset.edit', place: { id: one.datasetId, unitId: one.unitId } },
      kind: 'original.due',
      subject: subjectOf(one),
      link: `/cabinet/datasets/${one.datasetId}/originals`,
      facts: { dueOn: dayOf(on) },
    });
  });
}

/** The rows first: killed in between, bytes nobody names are found by the same job of the reading, or swept. */
async function deleteOne(ctx: Context, one: KeptOriginal): Promise<void> {
  const keys = await transaction(ctx, async (tx) => {
    const gone = await forgetFile(tx.db, one, tx.clock.now());
    await record(tx, {
      deed: 'original.deleted',
      subject: subjectOf(one),
      after: { version: one.version, file: one.name },
    });
    return gone;
  });
  for (const key of keys) await ctx.objects.purge(key, REASON);
  if (one.readingId) await forgetOriginal(ctx, one.readingId, REASON);
}
