import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';

/** Ids of the standing datasets with these numbers, by number. */
export async function selectByNumbers(db: Database, numbers: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ number: string; id: string }>`
    select number, dataset_id as id from registry_entry
    where audience = 'staff' and to_at is null and state <> 'retired' and number = any(${[...numbers]}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** Says anew in which datasets the data of this one are. */
export async function replaceSuccessors(
  db: Database,
  datasetId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql`delete from registry_successor where dataset_id = ${datasetId}`.execute(db);
  await sql`insert into registry_successor (dataset_id, successor_id, made_at)
    select ${datasetId}::uuid, unnest(${[...ids]}::uuid[]), ${at}::timestamptz`.execute(db);
}
