import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import { TIME_ZONE } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter } from './history-entry.ts';

type EntryTable = {
  id: string;
  at: Date;
  actor_kind: 'person' | 'token' | 'system' | 'visitor';
  actor_id: string | null;
  actor_name: string;
  deed: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  /** JSON text when written, the value when read. */
  before: unknown;
  after: unknown;
  note: string;
};

type HistoryTables = {
  history_entry: EntryTable;
};

const tables = (db: Database): Kysely<HistoryTables> => db.withTables<HistoryTables>();

function entryOf(row: Selectable<EntryTable>): HistoryEntry {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    deed: row.deed,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    before: row.before,
    after: row.after,
    note: row.note,
  };
}

/** Adds one entry; there is no function that changes one, and the database refuses it. */
export async function insertEntry(db: Database, entry: HistoryEntry): Promise<void> {
  await tables(db)
    .insertInto('history_entry')
    .values({
      id: entry.id,
      at: entry.at,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      deed: entry.deed,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      subject_name: entry.subject.name,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      note: entry.note,
    })
    .execute();
}

/** Midnight in Ukraine at the beginning of `day`, moved by `days`. */
const dayStart = (day: string, days: number) =>
  sql<Date>`((${day}::date + ${days}::int)::timestamp at time zone ${TIME_ZONE})`;

function matching(filter: HistoryFilter) {
  return (eb: ExpressionBuilder<HistoryTables, 'history_entry'>) =>
    eb.and([
      ...(filter.subjectId === undefined ? [] : [eb('subject_id', '=', filter.subjectId)]),
      ...(filter.subjectKind === undefined ? [] : [eb('subject_kind', '=', filter.subjectKind)]),
      ...(filter.actorId === undefined ? [] : [eb('actor_id', '=', filter.actorId)]),
      ...(filter.fromDay === undefined ? [] : [eb('at', '>=', dayStart(filter.fromDay, 0))]),
      ...(filter.toDay === undefined ? [] : [eb('at', '<', dayStart(filter.toDay, 1))]),
    ]);
}

/** Entries of one page, newest first, and how many match in all. */
export async function selectEntries(
  db: Database,
  filter: HistoryFilter,
  offset: number,
  limit: number,
): Promise<{ items: HistoryEntry[]; total: number }> {
  const found = tables(db).selectFrom('history_entry').where(matching(filter));
  const { total } = await found
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { items: rows.map(entryOf), total };
}
