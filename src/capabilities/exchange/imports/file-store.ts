import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { type ExchangeTables, json, tables } from '../exchange-tables.ts';
import type { Trouble } from '../portal/trouble.ts';
import type { FileState, ImportFile } from './import.ts';

function fileOf(row: ExchangeTables['exchange_file']): ImportFile {
  return {
    id: row.id,
    itemId: row.item_id,
    remoteId: row.remote_id,
    position: row.position,
    title: row.title,
    url: row.url,
    fileName: row.file_name,
    resourceId: row.resource_id,
    readingId: row.reading_id,
    state: row.state,
    tries: row.tries,
    trouble: row.trouble as Trouble | null,
    changedAt: row.changed_at,
  };
}

export async function insertFiles(db: Database, files: readonly ImportFile[]): Promise<void> {
  if (files.length === 0) return;
  await tables(db)
    .insertInto('exchange_file')
    .values(
      files.map((file) => ({
        id: file.id,
        item_id: file.itemId,
        remote_id: file.remoteId,
        position: file.position,
        title: file.title,
        url: file.url,
        file_name: file.fileName,
        resource_id: file.resourceId,
        reading_id: file.readingId,
        state: file.state,
        tries: file.tries,
        trouble: file.trouble === null ? null : json(file.trouble),
        changed_at: file.changedAt,
      })),
    )
    .execute();
}

/** Files of a dataset in their order. */
export async function selectFiles(db: Database, itemId: string): Promise<ImportFile[]> {
  const query = tables(db).selectFrom('exchange_file').selectAll().where('item_id', '=', itemId);
  return (await query.orderBy('position').execute()).map(fileOf);
}

/** Files of a whole import. */
export async function selectFilesOf(db: Database, importId: string): Promise<ImportFile[]> {
  const rows = await tables(db)
    .selectFrom('exchange_file')
    .innerJoin('exchange_item', 'exchange_item.id', 'exchange_file.item_id')
    .selectAll('exchange_file')
    .where('exchange_item.import_id', '=', importId)
    .orderBy('exchange_item.position')
    .orderBy('exchange_file.position')
    .execute();
  return rows.map(fileOf);
}

/** How many files of an import are in each state. */
export async function countFiles(db: Database, importId: string): Promise<ReadonlyMap<FileState, number>> {
  const { rows } = await sql<{ state: FileState; count: number }>`
    select file.state, count(*)::int as count from exchange_file file join exchange_item item on item.id = file.item_id
    where item.import_id = ${importId} group by file.state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** The file a reading is of; null for files given by hand. With `lock`, nobody else changes it until the transaction ends. */
export async function selectFileOfReading(db: Database, readingId: string, lock = false): Promise<ImportFile | null> {
  const query = tables(db).selectFrom('exchange_file').selectAll().where('reading_id', '=', readingId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** Files that are being read and nothing has been heard of since. */
export async function selectStillReading(db: Database, since: Date): Promise<ImportFile[]> {
  const query = tables(db).selectFrom('exchange_file').selectAll().where('state', '=', 'reading');
  return (await query.where('changed_at', '<', since).orderBy('changed_at').limit(200).execute()).map(fileOf);
}

export interface FileChange {
  readonly state?: FileState;
  readonly tries?: number;
  readonly readingId?: string | null;
  readonly trouble?: Trouble | null;
  readonly url?: string;
  readonly fileName?: string;
}

/** Only what is named is changed; `trouble: null`: there is none any more. */
export async function changeFile(db: Database, id: string, change: FileChange, now: Date): Promise<void> {
  const { state, tries, readingId, trouble, url, fileName } = change;
  await tables(db)
    .updateTable('exchange_file')
    .set({
      changed_at: now,
      ...(state === undefined ? {} : { state }),
      ...(tries === undefined ? {} : { tries }),
      ...(readingId === undefined ? {} : { reading_id: readingId }),
      ...(trouble === undefined ? {} : { trouble: trouble === null ? null : json(trouble) }),
      ...(url === undefined ? {} : { url }),
      ...(fileName === undefined ? {} : { file_name: fileName }),
    })
    .where('id', '=', id)
    .execute();
}

/** Files that failed are asked for again, their datasets with them. @returns how many */
export async function retryFiles(db: Database, importId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ item_id: string }>`
    update exchange_file file set state = 'waiting', tries = 0, trouble = null, changed_at = ${now}
    from exchange_item item where item.id = file.item_id and item.import_id = ${importId} and file.state in ('failed', 'waiting')
    returning file.item_id`.execute(db);
  const items = [...new Set(rows.map((row) => row.item_id))];
  await sql`update exchange_item set state = 'asked', tries = 0, trouble = null, changed_at = ${now}
    where import_id = ${importId} and (id = any(${items}::uuid[]) or (state = 'failed' and unit_id is not null))`.execute(
    db,
  );
  return rows.length;
}
