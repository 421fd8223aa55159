import { sql } from 'kysely';
import type { Question } from '../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import type { FileInHand } from './files-in-hand.ts';

/** The newest unpublished file of each resource within reach, where no newer one was published. */
export function inHand(reach: DeedReach, most: number): Question<FileInHand[]> {
  const query = sql`
    select * from (
      select distinct on (resource_id) id, dataset_id as "datasetId", resource_id as "resourceId", kind, state,
        changed_at as "changedAt"
      from ingest_reading reading
      where published_at is null and state <> 'cancelled' and ${withinReach(reach)}
        and not exists (select from ingest_reading newer where newer.resource_id = reading.resource_id
          and newer.published_at is not null and newer.created_at > reading.created_at)
      order by resource_id, created_at desc, id desc) newest
    order by "changedAt" desc limit ${most}`;
  return {
    query,
    read: (rows: readonly FileInHand[]) => rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) })),
  };
}
