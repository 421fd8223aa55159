import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import type { Database } from '../../platform/context.ts';
import { askAlone, type Question } from '../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import { type CommunityTables, communityTables } from './community-tables.ts';
import type { Message, MessageKind, MessageState } from './message.ts';
import { HELD_REASONS } from './spam-rules.ts';

type Row = Selectable<CommunityTables['community_message']>;

type AboutColumns =
  | 'dataset_id'
  | 'dataset_slug'
  | 'dataset_title'
  | 'place_row'
  | 'place_column'
  | 'result_slug'
  | 'result_title';

/** What a message is about and what came of it, as its row says. */
export function aboutOf(row: Pick<Row, AboutColumns>): Pick<Message, 'dataset' | 'place' | 'result'> {
  const { dataset_id: id, result_slug: result } = row;
  return {
    dataset: id === null ? null : { id, slug: row.dataset_slug ?? '', title: row.dataset_title ?? '' },
    place: { row: row.place_row, column: row.place_column },
    result: result === null ? null : { slug: result, title: row.result_title ?? '' },
  };
}

/** A message as its row says; neither the hash of its key nor its search words leave the store. */
function messageOf(row: Omit<Row, 'key_hash' | 'stems' | 'text_hash'>): Message {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    unitId: row.unit_id,
    ...aboutOf(row),
    subject: row.subject,
    text: row.text,
    name: row.name,
    email: row.email,
    language: row.language,
    consent: row.consent,
    publicSubject: row.public_subject,
    publicText: row.public_text,
    publicAt: row.public_at && new Date(row.public_at),
    errorConfirmed: row.error_confirmed,
    plannedOn: row.planned_on,
    votes: row.votes,
    dueOn: row.due_on,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    settledAt: row.settled_at && new Date(row.settled_at),
    heldFor: HELD_REASONS.filter((reason) => row.held_for.includes(reason)),
  };
}

/** Writes a new message. `keyHash`: of the key of its private address; `textHash`: of its words. */
export async function insertMessage(
  db: Database,
  message: Message,
  { keyHash, textHash }: { readonly keyHash: string; readonly textHash: string },
): Promise<void> {
  await communityTables(db)
    .insertInto('community_message')
    .values({
      id: message.id,
      number: message.number,
      kind: message.kind,
      state: message.state,
      unit_id: message.unitId,
      dataset_id: message.dataset?.id ?? null,
      dataset_slug: message.dataset?.slug ?? null,
      dataset_title: message.dataset?.title ?? null,
      place_row: message.place.row,
      place_column: message.place.column,
      subject: message.subject,
      text: message.text,
      name: message.name,
      email: message.email,
      language: message.language,
      consent: message.consent,
      key_hash: keyHash,
      text_hash: textHash,
      held_for: [...message.heldFor],
      due_on: message.dueOn,
      created_at: message.createdAt,
      changed_at: message.changedAt,
    })
    .execute();
}

/** The message, locked until the transaction ends, or null. */
export async function selectMessageForUpdate(db: Database, id: string): Promise<Message | null> {
  const row = await communityTables(db)
    .selectFrom('community_message')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? messageOf(row) : null;
}

/** The message, or null. */
export async function selectMessage(db: Database, id: string): Promise<Message | null> {
  const row = await communityTables(db)
    .selectFrom('community_message')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? messageOf(row) : null;
}

/** By its number and the hash of its key: the author's own, or null. */
export async function selectMessageByKey(db: Database, number: number, keyHash: string): Promise<Message | null> {
  const row = await communityTables(db)
    .selectFrom('community_message')
    .selectAll()
    .where('number', '=', number)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row ? messageOf(row) : null;
}

/** By its number, for those who may see it, or null. */
export async function selectMessageByNumber(db: Database, number: number): Promise<Message | null> {
  const row = await communityTables(db)
    .selectFrom('community_message')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? messageOf(row) : null;
}

/** Writes what a deed may change. @param stems search words of its public text; left out: they stay */
export async function updateMessage(db: Database, message: Message, stems?: readonly string[]): Promise<void> {
  await communityTables(db)
    .updateTable('community_message')
    .set({
      state: message.state,
      unit_id: message.unitId,
      public_subject: message.publicSubject,
      public_text: message.publicText,
      public_at: message.publicAt,
      error_confirmed: message.errorConfirmed,
      planned_on: message.plannedOn,
      result_slug: message.result?.slug ?? null,
      result_title: message.result?.title ?? null,
      due_on: message.dueOn,
      held_for: [...message.heldFor],
      changed_at: message.changedAt,
      settled_at: message.settledAt,
      ...(stems === undefined ? {} : { stems: [...stems] }),
    })
    .where('id', '=', message.id)
    .execute();
}

/** Which messages of the staff to list; what is left out does not narrow. */
export interface MessageQuestion {
  /** `all`: of all units, and those of none. */
  readonly reach: DeedReach;
  readonly kind?: MessageKind;
  readonly state?: MessageState;
  /** Only those something is owed to. */
  readonly waiting?: boolean;
  /** Those held back instead of all others. */
  readonly held?: boolean;
}

function asked(question: MessageQuestion): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`held_for ${question.held ? sql`<>` : sql`=`} '{}'`];
  if (question.reach !== 'all') all.push(withinReach(question.reach));
  if (question.kind !== undefined) all.push(sql`kind = ${question.kind}`);
  if (question.state !== undefined) all.push(sql`state = ${question.state}`);
  if (question.waiting) all.push(sql`due_on is not null`);
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}

/** Messages of one page: those waiting first, by their term; then the newest; and how many there are in all. One statement. */
export function selectMessages(db: Database, question: MessageQuestion, page: Page): Promise<Paged<Message>> {
  return askAlone({ db }, messagesQuestion(question, page));
}

/** The same, to be asked with other questions. */
export function messagesQuestion(question: MessageQuestion, page: Page): Question<Paged<Message>> {
  const where = asked(question);
  return {
    query: sql`
      select counted.total, page.* from (select count(*)::int as total from community_message where ${where}) counted
      left join lateral (
        select * from community_message where ${where}
        order by due_on nulls last, number desc limit ${page.size} offset ${(page.page - 1) * page.size}
      ) page on true order by page.due_on nulls last, page.number desc`,
    // with nothing on the page the one row has only the number
    read: (rows: readonly (Row & { total: number })[]) => ({
      items: rows.filter(({ id }) => id !== null).map(messageOf),
      total: rows[0]?.total ?? 0,
      ...page,
    }),
  };
}

/** How many messages stand in each state, of those a reach covers. */
export async function countByState(db: Database, reach: DeedReach): Promise<ReadonlyMap<MessageState, number>> {
  const rows = await communityTables(db)
    .selectFrom('community_message')
    .where(asked({ reach }))
    .select(['state', (eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, total }) => [state, total]));
}

/** Messages go with what they are about to another unit: those of a dataset, or all of a unit that is no more. */
export async function updateUnitOfMessages(
  db: Database,
  of: { datasetId: string } | { unitId: string },
  unitId: string,
): Promise<void> {
  const all = communityTables(db).updateTable('community_message').set({ unit_id: unitId });
  await ('datasetId' in of
    ? all.where('dataset_id', '=', of.datasetId)
    : all.where('unit_id', '=', of.unitId)
  ).execute();
}

/** Empties names and e-mail addresses of messages settled before that instant; gives how many. */
export async function emptyContacts(db: Database, settledBefore: Date): Promise<number> {
  const { numUpdatedRows } = await communityTables(db)
    .updateTable('community_message')
    .set({ name: '', email: '' })
    .where('settled_at', '<', settledBefore)
    .where((eb) => eb.or([eb('email', '<>', ''), eb('name', '<>', '')]))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Messages owed an answer by that day, the earliest term first. */
export async function selectDueMessages(db: Database, until: Day): Promise<Message[]> {
  const rows = await communityTables(db)
    .selectFrom('community_message')
    .selectAll()
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .orderBy('number')
    .execute();
  return rows.map(messageOf);
}

/** How often the same words came since that instant, at most three. */
export async function countRepeats(db: Database, textHash: string, since: Date): Promise<number> {
  const rows = await communityTables(db)
    .selectFrom('community_message')
    .select('id')
    .where('text_hash', '=', textHash)
    .where('created_at', '>', since)
    .limit(3)
    .execute();
  return rows.length;
}

/** How many are held back within reach. */
export async function countHeld(db: Database, reach: DeedReach): Promise<number> {
  const { total } = await communityTables(db)
    .selectFrom('community_message')
    .where(asked({ reach, held: true }))
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Removes a message with all that belongs to it. */
export async function deleteMessage(db: Database, id: string): Promise<void> {
  for (const table of ['community_task', 'community_vote', 'community_reply'] as const) {
    await communityTables(db).deleteFrom(table).where('message_id', '=', id).execute();
  }
  await communityTables(db).deleteFrom('community_message').where('id', '=', id).execute();
}
