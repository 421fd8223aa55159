import type { Generated, Kysely, Selectable } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { HistoryActorKind, HistoryEntry, HistoryVia } from './history-entry.ts';

type EntryTable = {
  id: string;
  at: Date;
  actor_kind: HistoryActorKind;
  actor_id: string | null;
  actor_name: string;
  deed: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  unit_id: string | null;
  via: HistoryVia;
  address: string | null;
  salt: Generated<string | null>;
  erased: Generated<boolean>;
  /** JSON text when written, the value when read. */
  before: unknown;
  after: unknown;
  note: string;
};

type LinkTable = {
  /** A bigint: text when read. */
  position: string | number;
  entry_id: string;
  content: Buffer;
  digest: Buffer;
  chain: Buffer;
  stems: string[];
};

export type HistoryTables = {
  history_entry: EntryTable;
  history_link: LinkTable;
  history_pending: { entry_id: string };
  history_head: { position: string | number; chain: Buffer };
};

export type EntryRow = Selectable<EntryTable>;

/** The database, seeing the tables of the history. */
export function historyTables(db: Database): Kysely<HistoryTables> {
  return db.withTables<HistoryTables>();
}

/** An entry as its row says. */
export function entryOf(row: EntryRow): HistoryEntry {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    deed: row.deed,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    unitId: row.unit_id,
    via: row.via,
    address: row.address,
    before: row.before,
    after: row.after,
    note: row.note,
    erased: row.erased,
  };
}
