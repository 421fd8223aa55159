import { refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { noSuchPolicy } from '../refusals.ts';
import type { PolicyComment } from './policy.ts';
import { insertComment, setCommentResolved } from './policy-store.ts';
import { loadVersion } from './read-policy.ts';
import { recordVersion } from './write-policy.ts';

/** A remark on a clause, of any version. Needs `dataset.view-internal`: everybody who works with the data. Throws `invalid`, `not-found`. */
export function commentClause(ctx: Context, versionId: string, clauseId: string, text: string): Promise<PolicyComment> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.view-internal');
    const version = await loadVersion(inner, versionId);
    if (!version.clauses.some(({ id }) => id === clauseId)) throw noSuchPolicy();
    if (text.trim() === '' || text.length > 4000) {
      const fault = { uk: 'Напишіть зауваження (до 4000 знаків).', en: 'Write the remark (up to 4,000 characters).' };
      refuseFaults([{ field: 'comment', text: fault }]);
    }
    const now = inner.clock.now();
    const byName = 'name' in inner.actor ? inner.actor.name : '';
    const comment = {
      id: newId(now.getTime()),
      versionId,
      clauseId,
      byName,
      text: text.trim(),
      at: now,
      resolvedAt: null,
    };
    await insertComment(inner.db, comment);
    await recordVersion(inner, 'policy.commented', version);
    return comment;
  });
}

/** Says that a remark is dealt with, or not yet. Needs `city.manage`. */
export function resolveComment(ctx: Context, versionId: string, commentId: string, resolved: boolean): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const version = await loadVersion(inner, versionId);
    const at = resolved ? inner.clock.now() : null;
    if (!(await setCommentResolved(inner.db, versionId, commentId, at))) throw noSuchPolicy();
    await recordVersion(inner, resolved ? 'policy.comment-resolved' : 'policy.comment-reopened', version);
  });
}
