import { personId } from '../../kernel/actor.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { notify } from '../notices/index.ts';
import { type Comment, CommentPlace } from './comment.ts';
import { insertComment, selectThread, updateResolved } from './comment-store.ts';
import { noComment, noWords } from './refusals.ts';
import { reviewStanding } from './standing.ts';
import { selectNewestOf } from './submission-store.ts';

/** Comments of a dataset with their replies, in the order they were written. Needs `dataset.view-drafts`. */
export async function listComments(
  ctx: Context,
  datasetId: string,
  which: { readonly open: boolean },
): Promise<Comment[]> {
  const { id } = await loadDataset(ctx, datasetId);
  const { comments } = await reviewStanding(ctx, id);
  return comments.filter(({ resolvedAt }) => !which.open || resolvedAt === null);
}

/** Writes a comment on the whole, an element, a field or a cell. Needs `dataset.comment`. Throws `invalid`. */
export function commentOn(ctx: Context, datasetId: string, where: CommentPlace, said: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await loadDataset(inner, datasetId);
    await permit(inner, 'dataset.comment', dataset);
    const place = CommentPlace.safeParse(where);
    if (!place.success) throw noWords('place');
    await write(inner, dataset, { parentId: null, place: place.data, words: said });
  });
}

/** Answers a comment. Needs `dataset.comment`. */
export function replyTo(ctx: Context, commentId: string, said: string): Promise<string> {
  return transaction(ctx, async (inner) => {
    const { dataset, place } = await openThread(inner, commentId);
    await write(inner, dataset, { parentId: commentId, place, words: said });
    return dataset.id;
  });
}

/** Marks a comment «вирішено», or opens it again. Needs `dataset.comment`. Gives the dataset's id. */
export function resolveComment(ctx: Context, commentId: string, resolved: boolean): Promise<string> {
  return transaction(ctx, async (inner) => {
    const { dataset } = await openThread(inner, commentId);
    await updateResolved(inner.db, commentId, resolved ? inner.actor : null, inner.clock.now());
    await record(inner, {
      deed: resolved ? 'comment.resolved' : 'comment.reopened',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title },
    });
    return dataset.id;
  });
}

async function openThread(ctx: Context, commentId: string): Promise<{ dataset: Dataset; place: CommentPlace }> {
  const thread = isId(commentId) ? await selectThread(ctx.db, commentId) : null;
  if (!thread) throw noComment();
  const dataset = await loadDataset(ctx, thread.datasetId);
  await permit(ctx, 'dataset.comment', dataset);
  return { dataset, place: thread.place };
}

async function write(
  ctx: Context,
  dataset: Dataset,
  comment: { readonly parentId: string | null; readonly place: CommentPlace; readonly words: string },
): Promise<void> {
  const words = comment.words.trim();
  if (words === '' || words.length > 4000) throw noWords('words');
  const submission = await selectNewestOf(ctx.db, dataset.id);
  const now = ctx.clock.now();
  await insertComment(ctx.db, {
    ...comment,
    id: newId(now.getTime()),
    datasetId: dataset.id,
    submissionId: submission?.id ?? null,
    words,
    author: ctx.actor,
    at: now,
  });
  const subject = { kind: 'dataset', id: dataset.id, name: dataset.passport.title };
  await record(ctx, { deed: comment.parentId ? 'comment.answered' : 'comment.written', subject });
  const people = [submission?.submittedBy, submission?.decidedBy].flatMap((actor) =>
    actor ? (personId(actor) ?? []) : [],
  );
  await notify(ctx, {
    to: { people },
    kind: 'dataset.commented',
    subject,
    link: `/cabinet/datasets/${dataset.id}/publish`,
  });
}
