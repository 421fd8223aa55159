import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { type ExchangeTables, json, tables } from '../exchange-tables.ts';
import type { Choice, Seen, Sighting } from './sighting.ts';

function sightingOf(row: ExchangeTables['exchange_sighting']): Sighting {
  return {
    datasetId: row.dataset_id,
    importId: row.import_id,
    seen: row.seen as Seen,
    seenAt: row.seen_at,
    there: row.there as Seen,
    thereAt: row.there_at,
    settled: row.settled as Sighting['settled'],
    goneAt: row.gone_at,
  };
}

/** Keeps what was seen of a dataset when it was carried over: last seen and there are the same. */
export async function insertSighting(
  db: Database,
  given: { readonly datasetId: string; readonly importId: string; readonly seen: Seen; readonly now: Date },
): Promise<void> {
  const { datasetId, importId, seen, now } = given;
  const row = { import_id: importId, seen: json(seen), seen_at: now, there: json(seen), there_at: now, gone_at: null };
  await tables(db)
    .insertInto('exchange_sighting')
    .values({ dataset_id: datasetId, ...row, settled: '{}' })
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet(row))
    .execute();
}

/** What is there now of these datasets; each was seen again. */
export async function updateThere(
  db: Database,
  found: readonly { readonly datasetId: string; readonly there: Seen }[],
  now: Date,
): Promise<void> {
  for (const { datasetId, there } of found) {
    await tables(db)
      .updateTable('exchange_sighting')
      .set({ there: json(there), there_at: now, gone_at: null })
      .where('dataset_id', '=', datasetId)
      .execute();
  }
}

/** The portal has the dataset no more; the first day of that stays. */
export async function markGone(db: Database, datasetId: string, now: Date): Promise<void> {
  const query = tables(db).updateTable('exchange_sighting').set({ gone_at: now });
  await query.where('dataset_id', '=', datasetId).where('gone_at', 'is', null).execute();
}

/** Sightings that say something: theirs has changed since it was last seen, or is gone. */
export async function selectChanged(db: Database, importId: string): Promise<Sighting[]> {
  const rows = await sql<ExchangeTables['exchange_sighting']>`
    select * from exchange_sighting where import_id = ${importId} and (there <> seen or gone_at is not null)
    order by dataset_id`.execute(db);
  return rows.rows.map(sightingOf);
}

/** One for changing: nobody else changes it until the transaction ends. */
export async function lockSighting(db: Database, datasetId: string): Promise<Sighting | null> {
  const query = tables(db).selectFrom('exchange_sighting').selectAll().where('dataset_id', '=', datasetId);
  const row = await query.forUpdate().executeTakeFirst();
  return row ? sightingOf(row) : null;
}

/** What people chose of the differences; `seen`: where it is now known anew. */
export async function updateSettled(
  db: Database,
  datasetId: string,
  change: { readonly seen?: Seen; readonly settled: Sighting['settled'] },
): Promise<void> {
  await tables(db)
    .updateTable('exchange_sighting')
    .set({ settled: json(change.settled), ...(change.seen ? { seen: json(change.seen) } : {}) })
    .where('dataset_id', '=', datasetId)
    .execute();
}

function choiceOf(row: ExchangeTables['exchange_choice']): Choice {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    field: row.field,
    took: row.took,
    oursBefore: row.ours_before,
    theirs: row.theirs,
    settledBefore: row.settled_before,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
    undoneAt: row.undone_at,
  };
}

export async function insertChoice(db: Database, choice: Choice): Promise<void> {
  await tables(db)
    .insertInto('exchange_choice')
    .values({
      id: choice.id,
      dataset_id: choice.datasetId,
      field: choice.field,
      took: choice.took,
      ours_before: json(choice.oursBefore ?? null),
      theirs: json(choice.theirs ?? null),
      settled_before: json(choice.settledBefore ?? null),
      made_by_name: choice.madeByName,
      made_at: choice.madeAt,
      undone_at: null,
    })
    .execute();
}

export async function selectChoice(db: Database, id: string): Promise<Choice | null> {
  const row = await tables(db).selectFrom('exchange_choice').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? choiceOf(row) : null;
}

/** False where it was undone before. */
export async function markChoiceUndone(db: Database, id: string, now: Date): Promise<boolean> {
  const query = tables(db).updateTable('exchange_choice').set({ undone_at: now });
  const { numUpdatedRows } = await query.where('id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Choices about datasets of an import, the newest first. */
export async function selectChoices(db: Database, importId: string, most: number): Promise<Choice[]> {
  const rows = await tables(db)
    .selectFrom('exchange_choice')
    .innerJoin('exchange_sighting', 'exchange_sighting.dataset_id', 'exchange_choice.dataset_id')
    .selectAll('exchange_choice')
    .where('exchange_sighting.import_id', '=', importId)
    .where('undone_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(choiceOf);
}
