import type { Generated, Selectable } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/text.ts';
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
  /** Null while it waits, and for ever where no mail server is configured. */
  readonly sentAt: Date | null;
  /** Why the last try failed, in Ukrainian; null: none failed. */
  readonly failure: string | null;
  /** Tries that failed. */
  readonly attempts: number;
  /** Since when its text is no longer kept. */
  readonly forgottenAt: Date | null;
}

type Row = Selectable<OutboxTables['platform_letter']>;

function letterOf(row: Row): OutboxLetter {
  const { id, recipient: to, subject, body, unsubscribe, attempts, failure } = row;
  const times = { writtenAt: row.written_at, sentAt: row.sent_at, forgottenAt: row.forgotten_at };
  return { id, to, subject, body, unsubscribe, failure, attempts, ...times };
}

/**
 * Writes letters to the outbox.
 * @param announce enqueues the sending, on the same transaction
 * @param options `leaves`: whether a mail server takes them
 */
export function openOutbox(
  clock: Clock,
  announce: (db: Database, letterId: string) => Promise<void>,
  { leaves = false, environment = { url: null, from: '' } }: Partial<Pick<Mail, 'leaves' | 'environment'>> = {},
): Mail {
  return {
    leaves,
    environment,
    again: announce,
    async write(db, { to, subject, body, unsubscribe = null }) {
      if (to.endsWith('.invalid')) return; // somebody without e-mail: a domain nobody has (RFC 2606)
      const id = newId(clock.now().getTime());
      const kept = { id, recipient: to, subject, body, unsubscribe };
      const row = { ...kept, written_at: clock.now(), sent_at: null, failure: null };
      await db.withTables<OutboxTables>().insertInto('platform_letter').values(row).execute();
      await announce(db, id);
    },
  };
}

const letters = (db: Database) => db.withTables<OutboxTables>();

/** The newest letters first, at most 200. @param state which; left out: all */
export async function readOutbox(db: Database, state?: 'waiting' | 'failed' | 'sent'): Promise<OutboxLetter[]> {
  let found = letters(db).selectFrom('platform_letter').selectAll();
  if (state === 'sent') found = found.where('sent_at', 'is not', null);
  if (state === 'failed') found = found.where('sent_at', 'is', null).where('failure', 'is not', null);
  if (state === 'waiting') found = found.where('sent_at', 'is', null).where('failure', 'is', null);
  const rows = await found.orderBy('written_at', 'desc').limit(200).execute();
  return rows.map(letterOf);
}

/** One letter, or null when there is none. */
export async function findLetter(db: Database, id: string): Promise<OutboxLetter | null> {
  const row = await letters(db).selectFrom('platform_letter').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? letterOf(row) : null;
}

/** Remembers that a letter was sent, or why a try failed. */
export async function markLetter(
  db: Database,
  id: string,
  mark: { readonly sentAt: Date } | { readonly failure: Text },
): Promise<void> {
  await letters(db)
    .updateTable('platform_letter')
    .set((eb) =>
      'sentAt' in mark
        ? { sent_at: mark.sentAt, failure: null }
        : { failure: mark.failure.uk, attempts: eb('attempts', '+', 1) },
    )
    .where('id', '=', id)
    .execute();
}

/** Letters that a server did not take, the oldest first, at most 500. */
export async function selectToRetry(db: Database, writtenSince: Date, mostAttempts: number): Promise<string[]> {
  const rows = await letters(db)
    .selectFrom('platform_letter')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failure', 'is not', null)
    .where('forgotten_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .where('written_at', '>=', writtenSince)
    .orderBy('written_at')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Letters that wait although nothing failed: written while there was no server. The oldest first, at most 500. */
export async function selectWaiting(db: Database): Promise<string[]> {
  const rows = await letters(db)
    .selectFrom('platform_letter')
    .select('id')
    .where('sent_at', 'is', null)
    .where('forgotten_at', 'is', null)
    .orderBy('written_at')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Empties the texts of letters written before that instant, and forgets those of more than a year ago. Gives how many texts. */
export async function forgetBodies(db: Database, writtenBefore: Date, now: Date): Promise<number> {
  const yearAgo = new Date(now.getTime() - 365 * 24 * 60 * 60_000);
  await letters(db).deleteFrom('platform_letter').where('written_at', '<', yearAgo).execute();
  const { numUpdatedRows } = await letters(db)
    .updateTable('platform_letter')
    .set({ body: '', unsubscribe: null, forgotten_at: now })
    .where('written_at', '<', writtenBefore)
    .where('forgotten_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
