import { z } from 'zod';
import { isRequestError } from '../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { duePublications, failPublication, type Submission, staleSubmission, startPlanned } from '../review/index.ts';
import { askForPublication } from './ask-for-publication.ts';
import { loadDraft } from './draft.ts';
import { draftStamp } from './draft-rules.ts';
import { lockPointer } from './pointer-store.ts';

/** Every minute: asks for the publications whose planned instant has come. What cannot be published is told to who submitted it. */
export const publishPlannedJob = defineJob({
  name: 'publishing.publish-planned',
  data: z.object({}),
  handle: async (ctx) => {
    for (const submission of await duePublications(ctx)) await publishPlanned(ctx, submission);
  },
});

async function publishPlanned(ctx: Context, submission: Submission): Promise<void> {
  const { id, datasetId, unitId, submittedBy } = submission;
  try {
    await transaction(ctx, async (tx) => {
      await lockPointer(tx.db, datasetId, unitId);
      if (draftStamp(await loadDraft(tx, datasetId, 'dataset.view-drafts')) !== submission.stamp)
        throw staleSubmission();
      await askForPublication(actingAs(tx, submittedBy), datasetId);
      await startPlanned(tx, id);
    });
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const { code, text } = error;
    await transaction(ctx, (tx) => failPublication(tx, id, { code, text }));
  }
}
