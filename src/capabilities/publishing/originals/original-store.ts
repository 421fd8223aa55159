import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { ObjectKey } from '../../../platform/objects/object-store.ts';

/** How long original files with personal data are kept. */
export interface OriginalTerm {
  /** Since the version was published. */
  readonly days: number;
  /** Whose word that is: an act, an order; '' means the city's own setting. */
  readonly ground: string;
}

/** A year where nobody set another. */
export async function selectTerm(db: Database): Promise<OriginalTerm> {
  const { rows } = await sql<OriginalTerm>`select days, ground from publishing_original_setting`.execute(db);
  return rows[0] ?? { days: 365, ground: '' };
}

export async function updateTerm(db: Database, { days, ground }: OriginalTerm): Promise<void> {
  await sql`update publishing_original_setting set days = ${days}, ground = ${ground}`.execute(db);
}

/** One original of a version that is not for everybody. */
export interface KeptOriginal {
  readonly datasetId: string;
  readonly datasetTitle: string;
  readonly unitId: string;
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly version: number;
  readonly readingId: string | null;
  readonly name: string;
  readonly size: number;
  readonly publishedAt: Date;
  readonly deletedAt: Date | null;
}

interface Row {
  readonly dataset_id: string;
  readonly dataset_title: string;
  readonly unit_id: string;
  readonly resource_id: string;
  readonly title: string;
  readonly number: number;
  readonly reading_id: string | null;
  readonly file_name: string;
  readonly size: string;
  readonly published_at: Date;
  readonly deleted_at: Date | null;
}

const keptOf = (row: Row): KeptOriginal => ({
  datasetId: row.dataset_id,
  datasetTitle: row.dataset_title,
  unitId: row.unit_id,
  resourceId: row.resource_id,
  resourceTitle: row.title,
  version: row.number,
  readingId: row.reading_id,
  name: row.file_name,
  size: Number(row.size),
  publishedAt: row.published_at,
  deletedAt: row.deleted_at,
});

const ORIGINALS = sql`publishing_resource resource
  join publishing_version version on version.id = resource.version_id
  join publishing_pointer pointer on pointer.dataset_id = version.dataset_id`;
const COLUMNS = sql`version.dataset_id, version.passport ->> 'title' as dataset_title, pointer.unit_id, resource.resource_id, resource.title,
  version.number, resource.reading_id, resource.file_name, resource.size, version.published_at, resource.deleted_at`;
/** Files nobody but staff may have, of which it is known, or not known otherwise, that they hold data of people. */
const PERSONAL = sql`resource.table_id is not null and not resource.open and coalesce(resource.personal, true) and resource.file_name is not null`;

/** Originals with personal data of all versions of a dataset, the newest first. */
export async function selectKept(db: Database, datasetId: string): Promise<KeptOriginal[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${ORIGINALS}
    where version.dataset_id = ${datasetId} and ${PERSONAL} order by version.number desc, resource.title`.execute(db);
  return rows.map(keptOf);
}

/**
 * Files that are still there and whose newest version was published before this moment.
 * @param toldBefore `nobody`: of those nobody was told of; a moment: of those somebody was told of before it
 */
export async function selectDue(db: Database, before: Date, toldBefore: Date | 'nobody'): Promise<KeptOriginal[]> {
  const told = toldBefore === 'nobody' ? sql`told_at is null` : sql`told_at <= ${toldBefore}`;
  const { rows } = await sql<Row>`select * from (
      select distinct on (resource.object_key) ${COLUMNS}, resource.told_at from ${ORIGINALS}
      where ${PERSONAL} and resource.object_key is not null order by resource.object_key, version.number desc) newest
    where published_at < ${before} and ${told} order by published_at limit 500`.execute(db);
  return rows.map(keptOf);
}

/** In all versions that hold the same original. */
export async function markTold(
  db: Database,
  { datasetId, readingId, resourceId }: KeptOriginal,
  at: Date,
): Promise<void> {
  await sql`update publishing_resource set told_at = ${at} where resource_id = ${resourceId}
    and reading_id is not distinct from ${readingId}
    and version_id in (select id from publishing_version where dataset_id = ${datasetId})`.execute(db);
}

/** No version names the file of this reading any more; gives the keys under which it lay. */
export async function forgetFile(
  db: Database,
  { datasetId, readingId, resourceId }: KeptOriginal,
  at: Date,
): Promise<ObjectKey[]> {
  const { rows } = await sql<{ key: ObjectKey }>`with gone as (
      select version_id, resource_id, object_key from publishing_resource resource
      where resource_id = ${resourceId} and reading_id is not distinct from ${readingId} and object_key is not null and not open
        and version_id in (select id from publishing_version where dataset_id = ${datasetId}))
    update publishing_resource own set object_key = null, deleted_at = ${at} from gone
    where own.version_id = gone.version_id and own.resource_id = gone.resource_id
    returning gone.object_key as key`.execute(db);
  return [...new Set(rows.map(({ key }) => key))].filter((key) => key.startsWith('restricted/'));
}
