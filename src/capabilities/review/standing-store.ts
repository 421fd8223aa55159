import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Comment } from './comment.ts';
import { type CommentRow, threadsOf } from './comment-store.ts';
import type { ReviewSettings } from './settings.ts';
import { SETTINGS_AS_JSON } from './settings-store.ts';
import type { Submission } from './submission.ts';
import { COLUMNS, type SubmissionRow, submissionOf } from './submission-store.ts';

/** All that review knows of a dataset, with the settings in force. */
export interface ReviewStanding {
  readonly settings: ReviewSettings;
  /** The newest submission, whatever became of it. */
  readonly submission: Submission | null;
  /** Every thread, in the order they were begun. */
  readonly comments: readonly Comment[];
}

type Row = { readonly [Column in keyof SubmissionRow]: SubmissionRow[Column] | null } & {
  readonly settings: ReviewSettings;
  readonly comments: readonly (Omit<CommentRow, 'at' | 'resolved_at'> & {
    readonly at: string;
    readonly resolved_at: string | null;
  })[];
};

/** The three in one statement. */
export async function selectStanding(db: Database, datasetId: string): Promise<ReviewStanding> {
  const newest = sql`dataset_id = ${datasetId} order by submitted_at desc limit 1`;
  const { rows } = await standing(db, sql`${datasetId}::uuid`, newest);
  return standingOf(rows);
}

/** One submission with how its dataset stands; null where there is no such submission. */
export async function selectSubmissionAndStanding(
  db: Database,
  id: string,
): Promise<{ submission: Submission; standing: ReviewStanding } | null> {
  const dataset = sql`(select dataset_id from review_submission where id = ${id})`;
  const newest = sql`(select id from review_submission where dataset_id = ${dataset} order by submitted_at desc limit 1)`;
  const both = sql`id in (${id}, ${newest}) order by submitted_at desc`;
  const { rows } = await standing(db, dataset, both);
  const found = rows.find((row) => row.id === id);
  return found && isSubmission(found) ? { submission: submissionOf(found), standing: standingOf(rows) } : null;
}

/** @param which condition and order of the submissions wanted */
function standing(db: Database, datasetId: RawBuilder<unknown>, which: RawBuilder<unknown>) {
  return sql<Row>`
    select ${SETTINGS_AS_JSON} as settings, submission.*,
      coalesce((select json_agg(comment order by comment.at, comment.id) from review_comment comment
        where comment.dataset_id = ${datasetId}), '[]') as comments
    from review_settings left join lateral (select ${COLUMNS} from review_submission where ${which}) submission on true
    order by submission.submitted_at desc`.execute(db);
}

/** @param rows the newest submission first */
function standingOf([row]: readonly Row[]): ReviewStanding {
  if (!row) throw new Error('review has no settings');
  const comments = row.comments.map((comment) => ({
    ...comment,
    at: new Date(comment.at),
    resolved_at: comment.resolved_at === null ? null : new Date(comment.resolved_at),
  }));
  return {
    settings: row.settings,
    submission: isSubmission(row) ? submissionOf(row) : null,
    comments: threadsOf(comments),
  };
}

/** Without a submission its columns are empty. */
const isSubmission = (row: Row): row is Row & SubmissionRow => row.id !== null;
