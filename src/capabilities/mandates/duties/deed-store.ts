import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { DeedStep, MandateDeed, MandateDeedKind } from './deed.ts';

type DeedTable = {
  id: string;
  kind: MandateDeedKind;
  done_at: Date;
  done_by: string;
  done_by_name: string;
  /** Written as JSON text, read as a list. */
  steps: readonly DeedStep[];
  undone_at: Date | null;
};

const tables = (db: Database): Kysely<{ mandates_deed: DeedTable }> => db.withTables<{ mandates_deed: DeedTable }>();

const deedOf = (row: DeedTable): MandateDeed => ({
  ...{ id: row.id, kind: row.kind, steps: row.steps },
  doneAt: row.done_at,
  doneBy: row.done_by,
  doneByName: row.done_by_name,
  undoneAt: row.undone_at,
});

/** With what stood before each step, so that it can be undone whole. */
export async function insertDeed(db: Database, deed: MandateDeed): Promise<void> {
  await tables(db)
    .insertInto('mandates_deed')
    .values({
      ...{ id: deed.id, kind: deed.kind, done_at: deed.doneAt, done_by: deed.doneBy, undone_at: null },
      done_by_name: deed.doneByName,
      steps: sql<readonly DeedStep[]>`${JSON.stringify(deed.steps)}::jsonb`,
    })
    .execute();
}

/** The deed; with `lock`, nobody else undoes it until the transaction ends. */
export async function selectDeed(db: Database, id: string, lock = false): Promise<MandateDeed | null> {
  const query = tables(db).selectFrom('mandates_deed').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? deedOf(row) : null;
}

export async function markUndone(db: Database, id: string, at: Date): Promise<void> {
  await tables(db).updateTable('mandates_deed').set({ undone_at: at }).where('id', '=', id).execute();
}
