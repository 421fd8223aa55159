import { type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { CardResource, Passport } from '../catalog/index.ts';
import { HIDDEN_COLUMNS, type HiddenOfResource } from './hiding/hidden-store.ts';
import { type PublishingTables, tables } from './publishing-tables.ts';
import type { ChangeSummary, Version, VersionClosure } from './version.ts';

/** A version with what tells whether a draft differs from it. */
export interface StoredVersion extends Version {
  /** Digest of all it was made of. */
  readonly source: string;
  /** Columns of its dataset that are hidden at the moment. Read with versions to be shown; left out elsewhere. */
  readonly hidden?: readonly HiddenOfResource[];
}

/** A resource of a version, as far as its files and table are concerned. */
export interface StoredResource {
  readonly resourceId: string;
  readonly title: string;
  readonly tableId: string | null;
  readonly readingId: string | null;
  /** Digest of what the table was made of: the reading and the structure. */
  readonly tableSource: string | null;
  readonly file: {
    readonly name: string;
    readonly key: ObjectKey;
    readonly size: number;
    readonly sha256: string;
  } | null;
  /** True where anybody may have the file. */
  readonly open: boolean;
  /** Whether the file holds data of people that the table does not show; null where nobody looked. */
  readonly personal: boolean | null;
}

/** With what of its resources the public does not see. A version is never changed after. */
export async function insertVersion(
  db: Database,
  version: StoredVersion,
  resources: readonly StoredResource[],
): Promise<void> {
  await tables(db)
    .insertInto('publishing_version')
    .values({
      id: version.id,
      dataset_id: version.datasetId,
      number: version.number,
      passport: JSON.stringify(version.passport),
      resources: JSON.stringify(version.resources),
      changes: version.changes === null ? null : JSON.stringify(version.changes),
      source: version.source,
      note: version.note,
      repeats: version.repeats,
      closure: null,
      unit_name: version.unitName,
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    })
    .execute();
  const rows = resources.map((resource) => ({
    version_id: version.id,
    resource_id: resource.resourceId,
    title: resource.title,
    table_id: resource.tableId,
    reading_id: resource.readingId,
    table_source: resource.tableSource,
    file_name: resource.file?.name ?? null,
    object_key: resource.file?.key ?? null,
    size: resource.file?.size ?? null,
    sha256: resource.file?.sha256 ?? null,
    open: resource.open,
    personal: resource.personal,
  }));
  if (rows.length > 0) await tables(db).insertInto('publishing_resource').values(rows).execute();
  // a table an earlier version had too has its sum already
  await sql`update publishing_resource as own set csv_sha256 = (select max(other.csv_sha256) from publishing_resource as other
    where other.table_id = own.table_id) where own.version_id = ${version.id} and own.table_id is not null`.execute(db);
}

/** Sums of the tables of a row of `publishing_version`, by resource. */
export const CHECKSUMS = sql<Record<string, string | null> | null>`(
  select json_object_agg(resource.resource_id, resource.csv_sha256) from publishing_resource as resource
  where resource.version_id = publishing_version.id and resource.table_id is not null)`;

/** Versions with the sums of their tables, in one statement. */
function versions(db: Database) {
  return tables(db)
    .selectFrom('publishing_version')
    .selectAll()
    .select([CHECKSUMS.as('checksums'), HIDDEN_COLUMNS.as('hidden')]);
}

export type VersionRow = Selectable<PublishingTables['publishing_version']> & {
  readonly checksums: Record<string, string | null> | null;
  readonly hidden?: readonly HiddenOfResource[] | null;
};

/** A row as the version it keeps. */
export function versionOf(row: VersionRow): StoredVersion {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    number: row.number,
    passport: row.passport as Passport,
    resources: row.resources as CardResource[],
    changes: row.changes as ChangeSummary | null,
    source: row.source,
    note: row.note,
    repeats: row.repeats,
    closure: row.closure as VersionClosure | null,
    unitName: row.unit_name,
    checksums: row.checksums ?? {},
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    ...(row.hidden ? { hidden: row.hidden } : {}),
  };
}

/** Newest first. */
export async function selectVersions(db: Database, datasetId: string): Promise<StoredVersion[]> {
  const rows = await versions(db).where('dataset_id', '=', datasetId).orderBy('number', 'desc').execute();
  return rows.map(versionOf);
}

/** Also one that is closed or withdrawn. */
export async function selectVersion(db: Database, id: string): Promise<StoredVersion | null> {
  const row = await versions(db).where('id', '=', id).executeTakeFirst();
  return row ? versionOf(row) : null;
}

/** Also one that is closed or withdrawn. */
export async function selectVersionByNumber(
  db: Database,
  datasetId: string,
  number: number,
): Promise<StoredVersion | null> {
  const row = await versions(db).where('dataset_id', '=', datasetId).where('number', '=', number).executeTakeFirst();
  return row ? versionOf(row) : null;
}

/** In no order. */
export async function selectResources(db: Database, versionId: string): Promise<StoredResource[]> {
  const rows = await tables(db)
    .selectFrom('publishing_resource')
    .selectAll()
    .where('version_id', '=', versionId)
    .execute();
  return rows.map(storedOf);
}

/** A row as the resource of a version it keeps. */
export function storedOf(row: PublishingTables['publishing_resource']): StoredResource {
  return {
    resourceId: row.resource_id,
    title: row.title,
    tableId: row.table_id,
    readingId: row.reading_id,
    tableSource: row.table_source,
    file: fileOf(row),
    open: row.open,
    personal: row.personal ?? null,
  };
}

/** The stored file of a resource, if it has one. */
export function fileOf(row: PublishingTables['publishing_resource']): StoredResource['file'] {
  if (row.object_key === null) return null;
  return { name: row.file_name ?? '', key: row.object_key, size: Number(row.size), sha256: row.sha256 ?? '' };
}

/** Every table and file any version of the dataset has. */
export async function selectAllOf(
  db: Database,
  datasetId: string,
): Promise<{ tableIds: string[]; files: StoredResource[] }> {
  const ids = await tables(db)
    .selectFrom('publishing_version')
    .select('id')
    .where('dataset_id', '=', datasetId)
    .execute();
  const files = (await Promise.all(ids.map(({ id }) => selectResources(db, id)))).flat();
  return { tableIds: [...new Set(files.flatMap(({ tableId }) => tableId ?? []))], files };
}

/** After a withdrawal: the file lies in another class of objects. */
export async function updateFileKey(db: Database, from: ObjectKey, to: ObjectKey): Promise<void> {
  await tables(db)
    .updateTable('publishing_resource')
    .set({ object_key: to, open: false })
    .where('object_key', '=', from)
    .execute();
}

/** After columns of an earlier version were closed: what it tells of its resources. */
export async function updateVersionResources(
  db: Database,
  versionId: string,
  resources: readonly CardResource[],
): Promise<void> {
  await tables(db)
    .updateTable('publishing_version')
    .set({ resources: JSON.stringify(resources) })
    .where('id', '=', versionId)
    .execute();
}

/** Withdraws one version. @returns false where somebody did before */
export async function updateClosure(db: Database, versionId: string, closure: VersionClosure): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('publishing_version')
    .set({ closure: JSON.stringify(closure) })
    .where('id', '=', versionId)
    .where('closure', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Numbers of the versions that were withdrawn one by one, in order. */
export async function selectWithdrawnNumbers(db: Database, datasetId: string): Promise<number[]> {
  const rows = await tables(db)
    .selectFrom('publishing_version')
    .select('number')
    .where('dataset_id', '=', datasetId)
    .where('closure', 'is not', null)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Tables and files of a withdrawn version that no open version of the dataset has too; `stay` are the tables of those. */
export async function selectOnlyOf(
  db: Database,
  version: { readonly id: string; readonly datasetId: string },
): Promise<{ tableIds: string[]; keys: ObjectKey[]; stay: string[] }> {
  const elsewhere = (column: 'table_id' | 'object_key') => sql<boolean>`exists (select from publishing_resource as other
    join publishing_version as v on v.id = other.version_id
    where v.dataset_id = ${version.datasetId} and v.closure is null and other.${sql.ref(column)} = own.${sql.ref(column)})`;
  const rows = await tables(db)
    .selectFrom('publishing_resource as own')
    .select(['own.table_id', 'own.object_key'])
    .select(elsewhere('table_id').as('table_shared'))
    .select(elsewhere('object_key').as('file_shared'))
    .where('own.version_id', '=', version.id)
    .execute();
  return {
    tableIds: rows.flatMap((row) => (row.table_shared ? [] : (row.table_id ?? []))),
    keys: rows.flatMap((row) => (row.file_shared ? [] : (row.object_key ?? []))),
    stay: await selectOpenTables(db, version.datasetId),
  };
}

async function selectOpenTables(db: Database, datasetId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('publishing_resource as resource')
    .innerJoin('publishing_version as version', 'version.id', 'resource.version_id')
    .select('resource.table_id')
    .distinct()
    .where('version.dataset_id', '=', datasetId)
    .where('version.closure', 'is', null)
    .where('resource.table_id', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.table_id ?? []);
}

/** The newest open table of a resource that was made of this file; null where there is none. */
export async function selectTableOfReading(
  db: Database,
  resourceId: string,
  readingId: string,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('publishing_resource as resource')
    .innerJoin('publishing_version as version', 'version.id', 'resource.version_id')
    .select('resource.table_id')
    .where('resource.resource_id', '=', resourceId)
    .where('resource.reading_id', '=', readingId)
    .where('resource.table_id', 'is not', null)
    .where('version.closure', 'is', null)
    .orderBy('version.number', 'desc')
    .executeTakeFirst();
  return row?.table_id ?? null;
}

/** Keeps the sum of a table's CSV for every version that has the table; the first one written stays. */
export async function updateChecksum(db: Database, tableId: string, sha256: string): Promise<void> {
  await tables(db)
    .updateTable('publishing_resource')
    .set({ csv_sha256: sha256 })
    .where('table_id', '=', tableId)
    .where('csv_sha256', 'is', null)
    .execute();
}
