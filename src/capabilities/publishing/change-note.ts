import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permitAny } from '../accounts/index.ts';
import { loadDraft } from './draft.ts';
import { upsertNote } from './note-store.ts';

/** Characters a note may have. */
export const NOTE_LIMIT = 2000;

/**
 * Writes what users will be told when the draft is published: «Що змінилось для користувачів». It goes into the next version and waits with the
 * draft until then. Needs `dataset.edit` or `dataset.publish`; throws `invalid` where it is too long.
 */
export async function changeNote(ctx: Context, datasetId: string, written: string): Promise<void> {
  const note = written.trim();
  const text = {
    uk: `Скоротіть пояснення для користувачів до ${NOTE_LIMIT} знаків.`,
    en: `Shorten the note to users to ${NOTE_LIMIT} characters.`,
  };
  if (note.length > NOTE_LIMIT) throw new RequestError('invalid', 'note-too-long', text, [{ field: 'note', text }]);
  await transaction(ctx, async (tx) => {
    const draft = await loadDraft(tx, datasetId, 'dataset.view-drafts');
    await permitAny(tx, ['dataset.edit', 'dataset.publish'], draft.dataset);
    if (draft.note !== note) await upsertNote(tx.db, datasetId, { note, repeats: draft.repeats }, tx.clock.now());
  });
}
