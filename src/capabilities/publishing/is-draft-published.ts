import type { Context } from '../../platform/context.ts';
import { loadDraft } from './draft.ts';
import { draftSource } from './draft-rules.ts';
import { present } from './present.ts';

/** True when the public sees the working copy as it is: nothing in it waits for publication. Needs the right `dataset.edit`. */
export async function isDraftPublished(ctx: Context, datasetId: string): Promise<boolean> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last } = await present(ctx, datasetId);
  return last !== null && last.source === draftSource(draft);
}
