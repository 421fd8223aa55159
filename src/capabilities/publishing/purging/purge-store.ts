import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { VersionClosure } from '../version.ts';
import type { Purge } from './purge.ts';
import type { PurgedPart, VersionMarks } from './purge-rules.ts';

interface PurgedRow {
  readonly source: string;
  readonly reading_id: string | null;
  readonly sha256: string | null;
  readonly columns: readonly number[] | null;
}

interface PurgeRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly versions: readonly number[];
  readonly reason: string;
  readonly shown: number | null;
  readonly by_name: string;
  readonly at: Date;
  readonly done_at: Date | null;
}

function purgeOf(row: PurgeRow): Purge {
  const { id, dataset_id: datasetId, versions, reason, shown, by_name: by, at, done_at: doneAt } = row;
  return { id, datasetId, versions, reason, shown, by, at, doneAt };
}

/** The public sees these versions no more; their bytes go in the background. */
export async function insertPurge(db: Database, purge: Purge): Promise<void> {
  await sql`insert into publishing_purge (id, dataset_id, versions, reason, shown, by_name, at)
    values (${purge.id}, ${purge.datasetId}, ${[...purge.versions]}::integer[], ${purge.reason}, ${purge.shown}, ${purge.by},
      ${purge.at})`.execute(db);
}

/** Of a dataset, newest first. */
export async function selectPurges(db: Database, datasetId: string): Promise<Purge[]> {
  const { rows } = await sql<PurgeRow>`select * from publishing_purge where dataset_id = ${datasetId}
    order by at desc, id desc`.execute(db);
  return rows.map(purgeOf);
}

export async function selectPurge(db: Database, id: string): Promise<Purge | null> {
  const { rows } = await sql<PurgeRow>`select * from publishing_purge where id = ${id}`.execute(db);
  return rows[0] ? purgeOf(rows[0]) : null;
}

/** Those whose bytes are not all gone, and those done since `after`, the oldest first. */
export async function selectPurgesToCarryOut(db: Database, after: Date): Promise<Purge[]> {
  const { rows } = await sql<PurgeRow>`select * from publishing_purge where done_at is null or done_at > ${after}
    order by at, id`.execute(db);
  return rows.map(purgeOf);
}

/** The first time counts. */
export async function updateDone(db: Database, id: string, at: Date): Promise<void> {
  await sql`update publishing_purge set done_at = ${at} where id = ${id} and done_at is null`.execute(db);
}

/** All versions of a dataset with what tells whether two hold the same. */
export async function selectMarks(db: Database, datasetId: string): Promise<VersionMarks[]> {
  const { rows } = await sql<{ number: number; closed: boolean; marks: string[] | null }>`
    select version.number, version.closure is not null as closed, (
      select array_agg(distinct mark) from publishing_resource as resource,
        unnest(array[resource.table_id::text, resource.object_key, resource.reading_id::text]) as mark
      where resource.version_id = version.id and mark is not null) as marks
    from publishing_version as version where version.dataset_id = ${datasetId} order by version.number`.execute(db);
  return rows.map(({ number, closed, marks }) => ({ number, closed, marks: marks ?? [] }));
}

/** Closes versions for good; no rows are written into them any more. An earlier withdrawal of one becomes this one. */
export async function closeForGood(
  db: Database,
  datasetId: string,
  numbers: readonly number[],
  closure: VersionClosure,
): Promise<void> {
  await sql`update publishing_version set closure = ${JSON.stringify(closure)}::jsonb, rows_closed = true
    where dataset_id = ${datasetId} and number = any(${[...numbers]}::integer[])`.execute(db);
}

/** Tables a version had between writes of rows and that still have their rows. */
export async function selectStepTables(db: Database, versionId: string): Promise<string[]> {
  const { rows } = await sql<{ table_id: string }>`select table_id from publishing_row_step
    where version_id = ${versionId} and not dropped`.execute(db);
  return rows.map((row) => row.table_id);
}

/** What the tables and files of purged versions held, unless an open version was made of the same: it must not be published again. */
export function purgedPartsQuestion(datasetId: string): Question<readonly PurgedPart[]> {
  const query = sql<PurgedRow>`
    select coalesce(resource.table_source, '') as source, resource.reading_id, resource.sha256, (
        select json_agg((field ->> 'sourceColumn')::integer) from jsonb_array_elements(version.resources) as part,
          jsonb_array_elements(part -> 'fields') as field
        where part ->> 'id' = resource.resource_id::text and field ->> 'sourceColumn' is not null) as columns
    from publishing_resource as resource
    join publishing_version as version on version.id = resource.version_id
    where version.dataset_id = ${datasetId} and version.closure ->> 'purged' = 'true'
      and not exists (select from publishing_resource as other join publishing_version as open on open.id = other.version_id
        where open.dataset_id = ${datasetId} and open.closure is null
          and coalesce(other.table_source, other.sha256) = coalesce(resource.table_source, resource.sha256))`;
  return {
    query,
    read: (rows: readonly PurgedRow[]) =>
      rows.map(({ source, reading_id: readingId, sha256, columns }) => ({
        ...{ source, readingId, sha256, columns: columns ?? [] },
      })),
  };
}
