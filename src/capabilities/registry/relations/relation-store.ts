import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { DeedReach } from '../../accounts/index.ts';
import { reached } from '../entries/entry-store.ts';
import type { RelatedEntry } from './relation-rules.ts';

/** Entries that stand now, as relations need them. */
export async function selectRelatedEntries(db: Database, reach: DeedReach): Promise<RelatedEntry[]> {
  const { rows } = await sql<RelatedEntry>`
    select entry.dataset_id as "datasetId", entry.number, entry.title, entry.unit_name as "unitName",
      entry.more -> 'related' as related, entry.more -> 'codeLists' as "codeLists",
      coalesce(entry.more -> 'successors', '[]') as successors
    from registry_entry entry
    where entry.audience = 'staff' and entry.to_at is null and entry.state <> 'retired' and ${reached(reach)}
    order by entry.number`.execute(db);
  return rows;
}
