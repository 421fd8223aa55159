import type { Database } from '../../platform/context.ts';
import { tables } from './publishing-tables.ts';

/** What is said of a draft besides its content. */
export interface DraftNote {
  /** What users will be told; '' where nothing is written. */
  readonly note: string;
  /** Number of the version the draft was brought back to; null where it was not. */
  readonly repeats: number | null;
}

/** What the next version says to those who use the data, until it is published. */
export async function upsertNote(db: Database, datasetId: string, said: DraftNote, at: Date): Promise<void> {
  await tables(db)
    .insertInto('publishing_note')
    .values({ dataset_id: datasetId, ...said, changed_at: at })
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet({ ...said, changed_at: at }))
    .execute();
}

/** Called in the transaction that made the version it went into. */
export async function deleteNote(db: Database, datasetId: string): Promise<void> {
  await tables(db).deleteFrom('publishing_note').where('dataset_id', '=', datasetId).execute();
}
