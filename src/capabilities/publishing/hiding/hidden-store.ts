import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { HiddenColumn } from '../../catalog/index.ts';

/** A hidden column with the resource it is of. */
export interface HiddenOfResource extends HiddenColumn {
  readonly resourceId: string;
}

const AS_JSON = sql`json_agg(json_build_object('resourceId', hidden.resource_id, 'name', hidden.name, 'title', hidden.title,
  'until', hidden.until) order by hidden.name)`;

/** Hidden columns of the dataset of a row of `publishing_version`; null where there are none. */
export const HIDDEN_COLUMNS = sql<HiddenOfResource[] | null>`(
  select ${AS_JSON} from publishing_hidden_column as hidden where hidden.dataset_id = publishing_version.dataset_id)`;

/** Columns hidden for a time, by resource; they are in no published answer. */
export async function selectHidden(db: Database, datasetId: string): Promise<HiddenOfResource[]> {
  const { rows } = await sql<{ hidden: HiddenOfResource[] | null }>`
    select ${AS_JSON} as hidden from publishing_hidden_column as hidden where dataset_id = ${datasetId}`.execute(db);
  return rows[0]?.hidden ?? [];
}

/** Hides a column, or changes until when. `until` is a text as the card says it. */
export async function upsertHidden(db: Database, datasetId: string, hidden: HiddenOfResource): Promise<void> {
  const { resourceId, name, title, until } = hidden;
  await sql`insert into publishing_hidden_column (dataset_id, resource_id, name, title, until)
    values (${datasetId}, ${resourceId}, ${name}, ${title}, ${until})
    on conflict (resource_id, name) do update set until = excluded.until`.execute(db);
}

/** @returns false where it was not hidden */
export async function deleteHidden(db: Database, resourceId: string, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from publishing_hidden_column
    where resource_id = ${resourceId} and name = ${name}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
