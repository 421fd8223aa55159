import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { HistoryEntry } from './history-entry.ts';
import { entryOf, historyTables } from './history-tables.ts';

/** Where the chain ends. */
export interface ChainHead {
  readonly position: number;
  readonly chain: Buffer;
}

/** One link of the chain as it is kept. */
export interface ChainLink {
  readonly position: number;
  readonly entryId: string;
  readonly content: Buffer;
  readonly digest: Buffer;
  readonly chain: Buffer;
}

/** An entry with the salt of its content; null: erased. */
export interface SaltedEntry {
  readonly entry: HistoryEntry;
  readonly salt: string | null;
}

/** Only one seals at a time: the head stays locked until the transaction ends. */
export async function lockHead(db: Database): Promise<ChainHead> {
  const row = await historyTables(db).selectFrom('history_head').selectAll().forUpdate().executeTakeFirstOrThrow();
  return { position: Number(row.position), chain: row.chain };
}

/** The kept head. */
export async function selectHead(db: Database): Promise<ChainHead> {
  const row = await historyTables(db).selectFrom('history_head').selectAll().executeTakeFirstOrThrow();
  return { position: Number(row.position), chain: row.chain };
}

/** The oldest entries that wait for their seal. */
export async function selectPending(db: Database, most: number): Promise<SaltedEntry[]> {
  const rows = await historyTables(db)
    .selectFrom('history_pending')
    .innerJoin('history_entry', 'history_entry.id', 'history_pending.entry_id')
    .selectAll('history_entry')
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ entry: entryOf(row), salt: row.salt }));
}

/** True where anything waits for its seal. */
export async function anyPending(db: Database): Promise<boolean> {
  return (
    (await historyTables(db).selectFrom('history_pending').select('entry_id').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Adds links after the head, moves the head, and forgets that their entries waited. */
export async function insertLinks(
  db: Database,
  links: readonly (ChainLink & { readonly stems: readonly string[] })[],
): Promise<void> {
  const last = links.at(-1);
  if (!last) return;
  const tables = historyTables(db);
  const rows = links.map(({ entryId, stems, ...link }) => ({ ...link, entry_id: entryId, stems: [...stems] }));
  await tables.insertInto('history_link').values(rows).execute();
  await tables
    .deleteFrom('history_pending')
    .where('entry_id', '=', sql<string>`any(${links.map(({ entryId }) => entryId)}::uuid[])`)
    .execute();
  await tables.updateTable('history_head').set({ position: last.position, chain: last.chain }).execute();
}

/** Links in order with the entry each is of (null: it is gone), from after a position. */
export async function selectLinks(
  db: Database,
  after: number,
  most: number,
): Promise<{ link: ChainLink; salted: SaltedEntry | null }[]> {
  const tables = historyTables(db);
  const links = await tables
    .selectFrom('history_link')
    .select(['position', 'entry_id', 'content', 'digest', 'chain'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute();
  const rows = await tables
    .selectFrom('history_entry')
    .selectAll()
    .where('id', '=', sql<string>`any(${links.map((link) => link.entry_id)}::uuid[])`)
    .execute();
  const entries = new Map(rows.map((row) => [row.id, { entry: entryOf(row), salt: row.salt }]));
  return links.map((link) => ({
    link: {
      position: Number(link.position),
      entryId: link.entry_id,
      content: link.content,
      digest: link.digest,
      chain: link.chain,
    },
    salted: entries.get(link.entry_id) ?? null,
  }));
}

/** The link at a position, or null. */
export async function selectLinkAt(db: Database, position: number): Promise<ChainLink | null> {
  return (
    (await selectLinks(db, position - 1, 1)).map(({ link }) => link).find((link) => link.position === position) ?? null
  );
}

/** Entries that stand in no chain and do not wait for it: nobody of ours wrote them. */
export async function selectForeign(db: Database, most: number): Promise<HistoryEntry[]> {
  const rows = await historyTables(db)
    .selectFrom('history_entry')
    .selectAll()
    .where(sql<boolean>`not exists (select from history_link where entry_id = history_entry.id)`)
    .where(sql<boolean>`not exists (select from history_pending where entry_id = history_entry.id)`)
    .orderBy('at')
    .limit(most)
    .execute();
  return rows.map(entryOf);
}

/** Ids of entries whose erasure stands in the chain. */
export async function selectErasures(db: Database): Promise<ReadonlySet<string>> {
  const rows = await historyTables(db)
    .selectFrom('history_entry')
    .innerJoin('history_link', 'history_link.entry_id', 'history_entry.id')
    .select('subject_id')
    .where('deed', '=', 'history.erased')
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}
