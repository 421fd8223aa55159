import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';

/** A submission as a line of the desk. */
export interface WorkLine {
  readonly datasetId: string;
  readonly submissionId: string;
  readonly title: string;
  readonly unitId: string;
  /** Who submitted it. */
  readonly by: string;
  /** ISO 8601 instant: of the submission, or of the decision that sent it back. */
  readonly since: string;
  /** The last day of the reviewer's term. */
  readonly dueOn: Day;
}

export interface ReviewWork {
  /** They wait for the actor's decision. */
  readonly toDecide: readonly WorkLine[];
  readonly toDecideTotal: number;
  /** They came back: returned, or approved and not published after all. */
  readonly cameBack: readonly (WorkLine & { readonly failed: boolean })[];
  /** Datasets that lie with a reviewer or wait for their instant: their authors have nothing to do. */
  readonly handedOver: readonly string[];
}

interface Asked {
  readonly decides: DeedReach;
  readonly edits: DeedReach;
  /** The actor decides over the whole portal: by the settings perhaps only they do. */
  readonly everywhere: boolean;
  readonly most: number;
}

const line = (
  since: RawBuilder<unknown>,
) => sql`'datasetId', dataset_id, 'submissionId', id, 'title', title, 'unitId', unit_id,
  'by', coalesce(submitted_by ->> 'name', ''), 'since', ${since}, 'dueOn', due_on`;

interface Row {
  readonly decide: ReviewWork['toDecide'] | null;
  readonly total: number;
  readonly back: ReviewWork['cameBack'] | null;
  readonly handed: string[] | null;
}

/** Both lists in one statement. A dataset came back only where nothing was submitted since. */
export function workQuestion({ decides, edits, everywhere, most }: Asked): Question<ReviewWork> {
  const query = sql`
    with waiting as materialized (
      select * from review_submission where state = 'waiting' and ${withinReach(decides)}
        and (${everywhere}::boolean or (select reviewers from review_settings) <> 'coordinators')),
    shown as (select * from waiting order by due_on, submitted_at, id limit ${most}),
    newest as (select distinct on (dataset_id) * from review_submission where ${withinReach(edits)}
      order by dataset_id, submitted_at desc, id desc),
    back as (select * from newest where state = 'returned' or (state = 'approved' and failure is not null)
      order by decided_at desc limit ${most})
    select (select json_agg(json_build_object(${line(sql`submitted_at`)}) order by due_on, submitted_at, id) from shown) as decide,
      (select count(*) from waiting)::int as total,
      (select json_agg(json_build_object(${line(sql`decided_at`)}, 'failed', state = 'approved') order by decided_at desc) from back) as back,
      (select json_agg(dataset_id) from newest where state = 'waiting' or (state = 'approved' and failure is null)) as handed`;
  return { query, read: ([row]: readonly Row[]) => workOf(row) };
}

function workOf(row: Row | undefined): ReviewWork {
  return {
    toDecide: row?.decide ?? [],
    toDecideTotal: row?.total ?? 0,
    cameBack: row?.back ?? [],
    handedOver: row?.handed ?? [],
  };
}
