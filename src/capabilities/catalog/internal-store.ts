import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import type { Dataset } from './dataset.ts';
import { selectDataset } from './dataset-store.ts';

/** Units that read an internal dataset beside its own. */
export async function selectReaders(db: Database, datasetId: string): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from catalog_reader where dataset_id = ${datasetId} order by unit_id`.execute(db);
  return rows.map((row) => row.unit_id);
}

/** Units that may read an internal dataset besides its own. */
export async function replaceReaders(db: Database, datasetId: string, unitIds: readonly string[]): Promise<void> {
  await sql`delete from catalog_reader where dataset_id = ${datasetId}`.execute(db);
  await sql`insert into catalog_reader (dataset_id, unit_id)
    select ${datasetId}::uuid, unnest(${[...new Set(unitIds)]}::uuid[])`.execute(db);
}

/** Internal datasets within reach, the latest changed first, at most `most`. */
export async function selectInternal(db: Database, reach: DeedReach, most: number): Promise<Dataset[]> {
  const units = reach === 'all' ? [] : [...reach.unitIds];
  const within = sql<SqlBool>`(${withinReach(reach, 'unit_id', 'id')}
    or exists (select from catalog_reader reader where reader.dataset_id = id and reader.unit_id = any(${units}::uuid[])))`;
  const { rows } = await sql<{ id: string }>`
    select id from catalog_dataset where state = 'internal' and ${within}
    order by changed_at desc, id limit ${most}`.execute(db);
  const found = await Promise.all(rows.map(({ id }) => selectDataset(db, id)));
  return found.flatMap((dataset) => dataset ?? []);
}

/** Of the whole community, whoever asks: for jobs. */
export async function selectInternalIds(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalog_dataset where state = 'internal'`.execute(db);
  return rows.map(({ id }) => id);
}
