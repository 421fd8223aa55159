import type { Database } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { CardResource, Passport } from '../catalog/index.ts';
import { type PublishingTables, tables } from './publishing-tables.ts';
import type { ChangeSummary, Version } from './version.ts';

/** A version with what tells whether a draft differs from it. */
export interface StoredVersion extends Version {
  /** Digest of all it was made of. */
  readonly source: string;
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
}

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
  }));
  if (rows.length > 0) await tables(db).insertInto('publishing_resource').values(rows).execute();
}

function versionOf(row: PublishingTables['publishing_version']): StoredVersion {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    number: row.number,
    passport: row.passport as Passport,
    resources: row.resources as CardResource[],
    changes: row.changes as ChangeSummary | null,
    source: row.source,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  };
}

/** Newest first. */
export async function selectVersions(db: Database, datasetId: string): Promise<StoredVersion[]> {
  const rows = await tables(db)
    .selectFrom('publishing_version')
    .selectAll()
    .where('dataset_id', '=', datasetId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(versionOf);
}

export async function selectVersion(db: Database, id: string): Promise<StoredVersion | null> {
  const row = await tables(db).selectFrom('publishing_version').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? versionOf(row) : null;
}

export async function selectVersionByNumber(
  db: Database,
  datasetId: string,
  number: number,
): Promise<StoredVersion | null> {
  const row = await tables(db)
    .selectFrom('publishing_version')
    .selectAll()
    .where('dataset_id', '=', datasetId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? versionOf(row) : null;
}

export async function selectResources(db: Database, versionId: string): Promise<StoredResource[]> {
  const rows = await tables(db)
    .selectFrom('publishing_resource')
    .selectAll()
    .where('version_id', '=', versionId)
    .execute();
  return rows.map((row) => ({
    resourceId: row.resource_id,
    title: row.title,
    tableId: row.table_id,
    readingId: row.reading_id,
    tableSource: row.table_source,
    file: fileOf(row),
    open: row.open,
  }));
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
