import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

/** Bytes of the files of the published version, by dataset; those without files are not in it. */
export async function selectPublishedSizes(db: Database, datasetIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; size: string }>`
    select pointer.dataset_id as id, sum(resource.size)::bigint as size
    from publishing_pointer pointer join publishing_resource resource on resource.version_id = pointer.version_id
    where pointer.dataset_id = any(${[...datasetIds]}::uuid[]) and resource.size is not null
    group by pointer.dataset_id`.execute(db);
  return new Map(rows.map(({ id, size }) => [id, Number(size)]));
}
