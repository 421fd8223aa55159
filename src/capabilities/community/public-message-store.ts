import { sql } from 'kysely';
import type { Page, Paged } from '../../kernel/paging.ts';
import type { Database } from '../../platform/context.ts';
import { communityTables } from './community-tables.ts';
import type { MessageKind, MessageState, PublicAnswer, PublicMessage } from './message.ts';
import { aboutOf } from './message-store.ts';

/** Which public messages; what is left out does not narrow. */
export interface PublicQuestion {
  readonly number?: number;
  readonly datasetId?: string;
  readonly kinds?: readonly MessageKind[];
  readonly state?: MessageState;
  /** One group a word: stems any of which it may stand for. */
  readonly words?: readonly (readonly string[])[];
  /** `votes`: the most wished for first; otherwise the newest. */
  readonly order?: 'votes' | 'newest';
}

interface AnswerRow {
  readonly text: string;
  readonly state: MessageState | null;
  readonly unitName: string;
  readonly at: string;
}

const ANSWERS = sql<AnswerRow[]>`coalesce((
  select json_agg(json_build_object('text', reply.text, 'state', reply.state, 'unitName', reply.unit_name, 'at', reply.at)
    order by reply.at, reply.id)
  from community_reply as reply
  where reply.message_id = community_message.id and reply.kind = 'answer'), '[]')`;

function answerOf(row: AnswerRow): PublicAnswer {
  return { ...row, at: new Date(row.at) };
}

/**
 * Public messages of one page with their answers and the total, in one statement: a dataset's page may afford no more. Nothing but public
 * columns is read. A page behind the last has no rows and says a total of 0.
 */
export async function selectPublicMessages(
  db: Database,
  question: PublicQuestion,
  page: Page,
): Promise<Paged<PublicMessage>> {
  let found = communityTables(db).selectFrom('community_message').where('public_at', 'is not', null);
  if (question.number !== undefined) found = found.where('number', '=', question.number);
  if (question.datasetId !== undefined) found = found.where('dataset_id', '=', question.datasetId);
  if (question.kinds !== undefined) found = found.where('kind', 'in', question.kinds);
  if (question.state !== undefined) found = found.where('state', '=', question.state);
  for (const group of question.words ?? []) found = found.where(sql<boolean>`stems && ${[...group]}::text[]`);
  if (question.order === 'votes') found = found.orderBy('votes', 'desc');
  const rows = await found
    .select([
      'number',
      'kind',
      'state',
      'unit_id',
      'dataset_id',
      'dataset_slug',
      'dataset_title',
      'place_row',
      'place_column',
      'public_subject',
      'public_text',
      'language',
      'error_confirmed',
      'planned_on',
      'result_slug',
      'result_title',
      'votes',
      'created_at',
      'changed_at',
      ANSWERS.as('answers'),
      sql<number>`(count(*) over ())::integer`.as('total'),
    ])
    .orderBy('number', 'desc')
    .offset((page.page - 1) * page.size)
    .limit(page.size)
    .execute();
  const items = rows.map(
    (row): PublicMessage => ({
      number: row.number,
      kind: row.kind,
      state: row.state,
      unitId: row.unit_id,
      ...aboutOf(row),
      subject: row.public_subject,
      text: row.public_text,
      language: row.language,
      errorConfirmed: row.error_confirmed,
      plannedOn: row.planned_on,
      votes: row.votes,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      answers: row.answers.map(answerOf),
    }),
  );
  return { items, total: rows[0]?.total ?? 0, ...page };
}
