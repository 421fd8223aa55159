import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { DownloadFormat } from './download-formats.ts';
import type { DownloadSettings } from './download-settings.ts';
import type { Manifest } from './manifest.ts';
import type { StoredDownload } from './table.ts';

type TablesTables = {
  tables_table: {
    id: string;
    resource_id: string;
    /** JSON text when written, the value when read. */
    manifest: unknown;
    created_at: Date;
  };
  tables_download: {
    table_id: string;
    format: DownloadFormat;
    asked_at: Date;
    object_key: string | null;
    /** Read back as text by the driver: 64 bits. */
    size: string | number | null;
    sha256: string | null;
    built_at: Date | null;
  };
};

const tables = (db: Database): Kysely<TablesTables> => db.withTables<TablesTables>();

/** What is kept of a table. */
export interface TableRecord {
  readonly id: string;
  readonly resourceId: string;
  readonly manifest: Manifest;
  /** Names of its resource's columns that are hidden for a time. */
  readonly hidden: readonly string[];
}

/** Names of the columns hidden of the resource of a row of `tables_table`. */
const HIDDEN = sql<
  string[]
>`coalesce((select json_agg(hidden.name order by hidden.name) from tables_hidden_column as hidden
  where hidden.resource_id = tables_table.resource_id), '[]')`;

/** Hides a column of every table of a resource; a second time changes nothing. */
export async function insertHidden(db: Database, resourceId: string, name: string): Promise<void> {
  await sql`insert into tables_hidden_column (resource_id, name) values (${resourceId}, ${name})
    on conflict do nothing`.execute(db);
}

/** The column is in answers again. */
export async function deleteHidden(db: Database, resourceId: string, name: string): Promise<void> {
  await sql`delete from tables_hidden_column where resource_id = ${resourceId} and name = ${name}`.execute(db);
}

/** The manifest is never changed after. */
export async function insertTable(db: Database, table: Omit<TableRecord, 'hidden'>, at: Date): Promise<void> {
  await tables(db)
    .insertInto('tables_table')
    .values({ id: table.id, resource_id: table.resourceId, manifest: JSON.stringify(table.manifest), created_at: at })
    .execute();
}

/** @param lock nobody withdraws it until the transaction ends */
export async function selectTable(db: Database, id: string, lock?: 'lock'): Promise<TableRecord | null> {
  const query = tables(db)
    .selectFrom('tables_table')
    .select(['id', 'resource_id', 'manifest', HIDDEN.as('hidden')])
    .where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return { id: row.id, resourceId: row.resource_id, manifest: row.manifest as Manifest, hidden: row.hidden };
}

/** Several of them, with the settings in force. */
export async function selectTablesWithSettings(
  db: Database,
  ids: readonly string[],
): Promise<{ tables: TableRecord[]; settings: DownloadSettings }> {
  const { rows } = await sql<{ tables: TableRecord[]; settings: DownloadSettings }>`
    select json_build_object('decimalSign', decimal_sign, 'parquet', parquet) as settings, coalesce((
      select json_agg(json_build_object('id', tables_table.id, 'resourceId', tables_table.resource_id, 'manifest',
        tables_table.manifest, 'hidden', ${HIDDEN}))
      from tables_table where tables_table.id = any(${[...ids]}::uuid[])), '[]') as tables
    from tables_setting`.execute(db);
  if (!rows[0]) throw new Error('tables have no settings');
  return rows[0];
}

/** The changes a manifest may see: after a withdrawal its parts lie in another class of objects, or columns of it are closed. */
export async function updateParts(db: Database, id: string, manifest: Manifest): Promise<void> {
  await tables(db)
    .updateTable('tables_table')
    .set({ manifest: JSON.stringify(manifest) })
    .where('id', '=', id)
    .execute();
}

/** Tables of which columns were closed and whose files were not written anew since. */
export async function selectUnemptied(
  db: Database,
): Promise<readonly { readonly id: string; readonly resourceId: string }[]> {
  const { rows } = await sql<{
    id: string;
    resourceId: string;
  }>`select id, resource_id as "resourceId" from tables_table
    where jsonb_array_length(coalesce(manifest -> 'closed', '[]')) > 0
      and (coalesce((manifest ->> 'emptied')::boolean, false) = false or manifest ? 'leftover') order by id`.execute(
    db,
  );
  return rows;
}

/** Whether any table is made of a file. */
export async function isNamed(db: Database, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from tables_table
    where manifest -> 'parts' @> ${JSON.stringify([{ key }])}::jsonb limit 1`.execute(db);
  return rows.length > 0;
}

/** Forgets a table; its download rows are gone already. */
export async function deleteTable(db: Database, id: string): Promise<void> {
  await tables(db).deleteFrom('tables_table').where('id', '=', id).execute();
}

/** What the tables of a resource are made of. */
export async function selectManifestsOfResource(db: Database, resourceId: string): Promise<Manifest[]> {
  const rows = await tables(db)
    .selectFrom('tables_table')
    .select('manifest')
    .where('resource_id', '=', resourceId)
    .execute();
  return rows.map(({ manifest }) => manifest as Manifest);
}

/** True for a row of `tables_download` whose table has no hidden column. */
const NOTHING_HIDDEN = sql<boolean>`not exists (select from tables_hidden_column as hidden
  join tables_table as owner on owner.resource_id = hidden.resource_id where owner.id = tables_download.table_id)`;

/** Null also where a column was hidden since: the file holds it. */
export async function selectDownload(
  db: Database,
  tableId: string,
  format: DownloadFormat,
): Promise<StoredDownload | null> {
  const row = await tables(db)
    .selectFrom('tables_download')
    .select(['object_key', 'size', 'sha256', 'built_at'])
    .where('table_id', '=', tableId)
    .where('format', '=', format)
    // a finished file holds every column the table had when it was made
    .where(NOTHING_HIDDEN)
    .executeTakeFirst();
  if (!row || row.object_key === null || row.sha256 === null || row.built_at === null) return null;
  return { key: row.object_key, size: Number(row.size), sha256: row.sha256, builtAt: row.built_at };
}

/** Finished files of a table, with the keys of their bytes. */
export async function selectDownloads(
  db: Database,
  tableId: string,
): Promise<{ format: DownloadFormat; key: string }[]> {
  const rows = await tables(db)
    .selectFrom('tables_download')
    .select(['format', 'object_key'])
    .where('table_id', '=', tableId)
    .where('object_key', 'is not', null)
    .execute();
  return rows.map((row) => ({ format: row.format, key: row.object_key ?? '' }));
}

/** A file that was ordered so long ago and is not there was given up: it is ordered again, ms. */
const GIVEN_UP = 60 * 60_000;

/** Notes that somebody asked for a download that does not exist yet. @returns true where it is to be made: for the first to ask */
export async function insertDownloadWish(
  db: Database,
  tableId: string,
  format: DownloadFormat,
  at: Date,
): Promise<boolean> {
  const row = await tables(db)
    .insertInto('tables_download')
    .values({ table_id: tableId, format, asked_at: at, object_key: null, size: null, sha256: null, built_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['table_id', 'format'])
        .doUpdateSet({ asked_at: at })
        .where('tables_download.object_key', 'is', null)
        .where('tables_download.asked_at', '<', new Date(at.getTime() - GIVEN_UP)),
    )
    .returning('table_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** In place of the file before it. */
export async function upsertDownload(
  db: Database,
  tableId: string,
  format: DownloadFormat,
  file: StoredDownload,
): Promise<void> {
  const built = { object_key: file.key, size: file.size, sha256: file.sha256, built_at: file.builtAt };
  await tables(db)
    .insertInto('tables_download')
    .values({ table_id: tableId, format, asked_at: file.builtAt, ...built })
    .onConflict((conflict) => conflict.columns(['table_id', 'format']).doUpdateSet(built))
    .execute();
}

/** The bytes are let go by the caller. */
export async function deleteDownload(db: Database, tableId: string, format: DownloadFormat): Promise<void> {
  await tables(db).deleteFrom('tables_download').where('table_id', '=', tableId).where('format', '=', format).execute();
}
