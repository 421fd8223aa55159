import { may } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import type { InternalRows } from '../../../capabilities/drafts/index.ts';
import { latestReadings, typedRows } from '../../../capabilities/ingest/index.ts';
import { mayAdvise, notedSources } from '../../../capabilities/people/index.ts';
import type { Decision } from '../../../capabilities/privacy/index.ts';
import {
  compareDraft,
  type DraftComparison,
  type DraftReview,
  draftRowChanges,
  reviewOfDraft,
} from '../../../capabilities/publishing/index.ts';
import { type Comment, listComments, loadSubmission, type Submission } from '../../../capabilities/review/index.ts';
import type { RowDifferencePage } from '../../../capabilities/tables/index.ts';
import { personId } from '../../../kernel/actor.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';

const ROWS_SHOWN = 20;
const DIFFERENCES_SHOWN = 50;

/** The first rows of a table of the draft, without closed columns. */
export type DraftRows = InternalRows;

export interface ReviewView {
  readonly submission: Submission;
  readonly dataset: Dataset;
  readonly stale: boolean;
  readonly comparison: DraftComparison;
  readonly differences: ReadonlyMap<string, RowDifferencePage>;
  readonly tables: readonly DraftRows[];
  /** On the personal data of its files. */
  readonly decisions: readonly Decision[];
  /** Of files that are published as they are, with titles of their resources. */
  readonly statements: DraftReview['statements'];
  readonly comments: readonly Comment[];
  readonly mayDecide: boolean;
  /** Comments that are lines of the journal of consultations; null: the visitor keeps no journal. */
  readonly noted: ReadonlySet<string> | null;
  /** The visitor submitted it too. */
  readonly own: boolean;
  readonly refused: {
    readonly deed: 'approve' | 'return' | 'comment';
    readonly error: RequestError;
    readonly typed: Typed;
  } | null;
}

export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** All that a reviewer has to see of a submission. */
export async function loadReview(visit: Visit, id: string, refused: ReviewView['refused']): Promise<ReviewView> {
  const { ctx } = visit;
  const submission = await loadSubmission(ctx, id);
  const dataset = await loadDataset(ctx, submission.datasetId);
  const [comparison, review, comments, mayDecide, tables] = await Promise.all([
    compareDraft(ctx, dataset.id),
    reviewOfDraft(ctx, dataset.id),
    listComments(ctx, dataset.id, { open: false }),
    may(ctx, 'dataset.approve', dataset),
    draftTables(visit, dataset),
  ]);
  const own = personId(ctx.actor) !== null && personId(ctx.actor) === personId(submission.submittedBy);
  return {
    submission,
    dataset,
    stale: submission.kind === 'before' && submission.state === 'waiting' && review.stale,
    comparison,
    differences: await differencesOf(visit, dataset.id, comparison),
    tables,
    decisions: review.decisions,
    statements: review.statements,
    comments,
    mayDecide,
    noted: (await mayAdvise(ctx))
      ? await notedSources(
          ctx,
          'comment',
          comments.map(({ id }) => id),
        )
      : null,
    own,
    refused,
  };
}

async function differencesOf(visit: Visit, datasetId: string, comparison: DraftComparison) {
  const pages = new Map<string, RowDifferencePage>();
  for (const { resourceId, rows } of comparison.resources) {
    if (rows.kind !== 'compared' || rows.comparison.state !== 'done') continue;
    const query = { kind: null, page: 1, size: DIFFERENCES_SHOWN };
    const page = await draftRowChanges(visit.ctx, datasetId, resourceId, query);
    if (page) pages.set(resourceId, page);
  }
  return pages;
}

async function draftTables({ ctx }: Visit, dataset: Dataset): Promise<DraftRows[]> {
  const readings = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const tables: DraftRows[] = [];
  for (const { id, title, structure } of dataset.resources) {
    const typed = readings.find(({ resourceId, state }) => resourceId === id && state === 'ready')?.typed;
    if (!typed || !(await ctx.objects.stat(typed.key))) continue;
    const fields = structure.fields.filter(
      ({ sensitivity, sourceColumn }) =>
        sensitivity === 'open' && typed.columns.some(({ index }) => index === sourceColumn),
    );
    if (fields.length === 0) continue;
    const columns = fields.map(({ sourceColumn }) => sourceColumn ?? -1);
    const rows = await typedRows(ctx, typed, columns, { from: 1, count: ROWS_SHOWN });
    tables.push({ resourceId: id, title, fields, rows, total: typed.rows });
  }
  return tables;
}
