import type { Selectable } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Database } from '../../platform/context.ts';
import type { Comment, CommentPlace } from './comment.ts';
import { type ReviewTables, tables } from './review-tables.ts';

export interface StoredComment {
  readonly id: string;
  readonly datasetId: string;
  readonly submissionId: string | null;
  readonly parentId: string | null;
  readonly place: CommentPlace;
  readonly words: string;
  readonly author: Actor;
  readonly at: Date;
}

/** A new one is not resolved. */
export async function insertComment(db: Database, comment: StoredComment): Promise<void> {
  await tables(db)
    .insertInto('review_comment')
    .values({
      id: comment.id,
      dataset_id: comment.datasetId,
      submission_id: comment.submissionId,
      parent_id: comment.parentId,
      place: JSON.stringify(comment.place),
      words: comment.words,
      author: JSON.stringify(comment.author),
      at: comment.at,
      resolved_at: null,
      resolved_by: null,
    })
    .execute();
}

export type CommentRow = Selectable<ReviewTables['review_comment']>;

/** Comments of a dataset with their replies, both in the order of the rows. */
export function threadsOf(rows: readonly CommentRow[]): Comment[] {
  return rows
    .filter((row) => row.parent_id === null)
    .map((row) => ({
      id: row.id,
      datasetId: row.dataset_id,
      submissionId: row.submission_id,
      place: row.place as CommentPlace,
      words: row.words,
      author: row.author as Actor,
      at: row.at,
      resolvedAt: row.resolved_at,
      resolvedBy: row.resolved_by as Actor | null,
      replies: rows
        .filter(({ parent_id }) => parent_id === row.id)
        .map((reply) => ({ id: reply.id, words: reply.words, author: reply.author as Actor, at: reply.at })),
    }));
}

/** Where a comment belongs; null where there is none. */
export async function selectThread(
  db: Database,
  id: string,
): Promise<{ datasetId: string; place: CommentPlace } | null> {
  const row = await tables(db)
    .selectFrom('review_comment')
    .select(['dataset_id', 'place'])
    .where('id', '=', id)
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  return row ? { datasetId: row.dataset_id, place: row.place as CommentPlace } : null;
}

/** Marks a thread «вирішено», or opens it again (`by` null). */
export async function updateResolved(db: Database, id: string, by: Actor | null, at: Date): Promise<void> {
  await tables(db)
    .updateTable('review_comment')
    .set({ resolved_at: by ? at : null, resolved_by: by ? JSON.stringify(by) : null })
    .where('id', '=', id)
    .execute();
}
