import type { Database } from '../../platform/context.ts';
import { tables } from './publishing-tables.ts';

/** What users will be told of the draft; '' where nothing is written. */
export async function selectNote(db: Database, datasetId: string): Promise<string> {
  const row = await tables(db)
    .selectFrom('publishing_note')
    .select('note')
    .where('dataset_id', '=', datasetId)
    .executeTakeFirst();
  return row?.note ?? '';
}

export async function upsertNote(db: Database, datasetId: string, note: string, at: Date): Promise<void> {
  await tables(db)
    .insertInto('publishing_note')
    .values({ dataset_id: datasetId, note, changed_at: at })
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet({ note, changed_at: at }))
    .execute();
}

/** Called in the transaction that made the version it went into. */
export async function deleteNote(db: Database, datasetId: string): Promise<void> {
  await tables(db).deleteFrom('publishing_note').where('dataset_id', '=', datasetId).execute();
}
