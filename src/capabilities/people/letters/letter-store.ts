import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Letter, ListedLetter, Recipient } from './letter.ts';

interface LetterRow {
  readonly id: string;
  readonly kind: Letter['kind'];
  readonly subject: string;
  readonly body: string;
  readonly asks: boolean;
  readonly audience: string;
  readonly by_name: string;
  readonly sent_at: Date;
}

const letterOf = ({ by_name, sent_at, ...row }: LetterRow): Letter => ({ ...row, byName: by_name, sentAt: sent_at });

export async function insertLetter(db: Database, one: Letter): Promise<void> {
  await sql`insert into people_letter (id, kind, subject, body, asks, audience, by_name, sent_at)
    values (${one.id}, ${one.kind}, ${one.subject}, ${one.body}, ${one.asks}, ${one.audience}, ${one.byName}, ${one.sentAt})`.execute(
    db,
  );
}

/** Name and post as they were when the letter was sent. */
export async function insertRecipient(db: Database, one: Recipient): Promise<void> {
  await sql`insert into people_recipient (id, letter_id, person_id, appointment_id, name, post, detail, by_mail)
    values (${one.id}, ${one.letterId}, ${one.personId}, ${one.appointmentId}, ${one.name}, ${one.post}, ${one.detail},
      ${one.byMail})`.execute(db);
}

/** Letters with their counts, the newest first. */
export async function selectLetters(db: Database, most: number): Promise<ListedLetter[]> {
  const { rows } = await sql<LetterRow & { sent: number; read: number }>`
    select letter.*, count(one.id) as sent, count(one.read_at) as read
    from people_letter letter left join people_recipient one on one.letter_id = letter.id
    group by letter.id order by letter.sent_at desc, letter.id desc limit ${most}`.execute(db);
  return rows.map(({ sent, read, ...row }) => ({ ...letterOf(row), sent, read }));
}

export async function selectLetter(db: Database, id: string): Promise<Letter | null> {
  const { rows } = await sql<LetterRow>`select * from people_letter where id = ${id}`.execute(db);
  return rows[0] ? letterOf(rows[0]) : null;
}

interface RecipientRow {
  readonly id: string;
  readonly letter_id: string;
  readonly person_id: string | null;
  readonly appointment_id: string | null;
  readonly name: string;
  readonly post: string;
  readonly detail: string;
  readonly by_mail: boolean;
  readonly read_at: Date | null;
  readonly read_how: Recipient['readHow'];
}

function recipientOf(row: RecipientRow): Recipient {
  return {
    id: row.id,
    letterId: row.letter_id,
    personId: row.person_id,
    appointmentId: row.appointment_id,
    name: row.name,
    post: row.post,
    detail: row.detail,
    byMail: row.by_mail,
    readAt: row.read_at,
    readHow: row.read_how,
  };
}

/** Those a letter went to, who has not read it first; `id`: one of them. */
export async function selectRecipients(
  db: Database,
  which: { readonly letterId: string } | { readonly id: string },
): Promise<Recipient[]> {
  const where = 'id' in which ? sql`id = ${which.id}` : sql`letter_id = ${which.letterId}`;
  const { rows } = await sql<RecipientRow>`select * from people_recipient where ${where}
    order by read_at is not null, name collate "uk-x-icu", id`.execute(db);
  return rows.map(recipientOf);
}

/** The newest notice each appointment was told by. */
export async function selectNoticesOfAppointments(db: Database): Promise<Map<string, Recipient>> {
  const { rows } = await sql<RecipientRow>`select distinct on (appointment_id) * from people_recipient
    where appointment_id is not null order by appointment_id, id desc`.execute(db);
  return new Map(rows.map((row) => [row.appointment_id ?? '', recipientOf(row)]));
}

/** Says that it was read; the first time counts. */
export async function markRead(db: Database, id: string, at: Date, how: 'link' | 'cabinet'): Promise<void> {
  await sql`update people_recipient set read_at = ${at}, read_how = ${how} where id = ${id} and read_at is null`.execute(
    db,
  );
}
