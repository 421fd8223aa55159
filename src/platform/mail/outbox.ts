import type { Generated, Selectable } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Clock, Database } from '../context.ts';
import type { Letter, Mail } from './mail.ts';

/** Letters as the database holds them. */
export type OutboxTables = {
  platform_letter: {
    id: string;
    recipient: string;
    subject: string;
    body: string;
    written_at: Date;
    sent_at: Date | null;
    failure: string | null;
    attempts: Generated<number>;
    unsubscribe: string | null;
    forgotten_at: Generated<Date | null>;
  };
};

export interface OutboxLetter extends Letter {
  readonly id: string;
  readonly writtenAt: Date;
  /** Null while it waits, and for ever where no mail server is configured: an administrator can read it. */
  readonly sentAt: Date | null;
  readonly failure: string | null;
}

type Row = Selectable<OutboxTables['platform_letter']>;

function letterOf(row: Row): OutboxLetter {
  const { id, recipient: to, subject, body, written_at: writtenAt, sent_at: sentAt, failure } = row;
  return { id, to, subject, body, unsubscribe: row.unsubscribe, writtenAt, sentAt, failure };
}

/**
 * Writes letters to the outbox.
 * @param announce enqueues the sending, on the same transaction
 * @param leaves whether a mail server takes them
 */
export function openOutbox(
  clock: Clock,
  announce: (db: Database, letterId: string) => Promise<void>,
  leaves = false,
): Mail {
  return {
    leaves,
    async write(db, { to, subject, body, unsubscribe = null }) {
      const id = newId(clock.now().getTime());
      const kept = { id, recipient: to, subject, body, unsubscribe };
      const row = { ...kept, written_at: clock.now(), sent_at: null, failure: null };
      await db.withTables<OutboxTables>().insertInto('platform_letter').values(row).execute();
      await announce(db, id);
    },
  };
}

/** The newest letters first, at most 200: what an administrator can read when no mail server is configured. */
export async function readOutbox(db: Database): Promise<OutboxLetter[]> {
  const tables = db.withTables<OutboxTables>();
  const rows = await tables
    .selectFrom('platform_letter')
    .selectAll()
    .orderBy('written_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(letterOf);
}

/** One letter, or null when there is none. */
export async function findLetter(db: Database, id: string): Promise<OutboxLetter | null> {
  const tables = db.withTables<OutboxTables>();
  const row = await tables.selectFrom('platform_letter').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? letterOf(row) : null;
}

/** Remembers that a letter was sent, or why it was not. */
export async function markLetter(
  db: Database,
  id: string,
  mark: { sentAt: Date } | { failure: string },
): Promise<void> {
  const change = 'sentAt' in mark ? { sent_at: mark.sentAt, failure: null } : { failure: mark.failure };
  await db.withTables<OutboxTables>().updateTable('platform_letter').set(change).where('id', '=', id).execute();
}
