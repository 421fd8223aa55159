import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

/** A table anybody can have now: of the published version or of an earlier one. */
export interface OpenTableOfVersion {
  readonly tableId: string;
  readonly resourceId: string;
  readonly datasetId: string;
  readonly unitId: string;
  /** Title of the dataset, as the newest of its versions with this table calls it. */
  readonly title: string;
  /** Number of the newest open version that has it. */
  readonly version: number;
  readonly current: boolean;
  /** The file it was made of; null where nobody knows any more. */
  readonly readingId: string | null;
}

interface Row {
  readonly table_id: string;
  readonly resource_id: string;
  readonly dataset_id: string;
  readonly unit_id: string;
  readonly title: string;
  readonly number: number;
  readonly current: boolean;
  readonly reading_id: string | null;
}

/** Tables of open versions of published datasets, the present ones first; all, or those of these ids. */
export async function selectOpenTables(
  db: Database,
  ids: readonly string[] | null = null,
): Promise<OpenTableOfVersion[]> {
  const { rows } = await sql<Row>`select * from (
      select distinct on (resource.table_id) resource.table_id, resource.resource_id, resource.reading_id, version.dataset_id, pointer.unit_id,
        version.passport ->> 'title' as title, version.number, version.id = pointer.version_id as current
      from publishing_resource as resource
        join publishing_version as version on version.id = resource.version_id
        join publishing_pointer as pointer on pointer.dataset_id = version.dataset_id
      where resource.table_id is not null and version.closure is null and pointer.state = 'published'
        and pointer.version_id is not null and (${ids === null} or resource.table_id = any(${[...(ids ?? [])]}::uuid[]))
      order by resource.table_id, version.number desc) as open
    order by current desc, number desc, table_id`.execute(db);
  return rows.map((row) => ({
    ...{ tableId: row.table_id, resourceId: row.resource_id, datasetId: row.dataset_id, unitId: row.unit_id },
    ...{ title: row.title, version: row.number, current: row.current, readingId: row.reading_id },
  }));
}
