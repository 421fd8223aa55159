import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { ComparisonWork } from './compare-rows.ts';
import { sumOf } from './compare-rules.ts';
import type { ComparedTable, Comparison, ComparisonResult, ComparisonStage } from './comparison.ts';

type ComparisonTables = {
  tables_comparison: {
    id: string;
    /** JSON text when written, values when read; so is the result. */
    older: unknown;
    newer: unknown;
    state: Comparison['state'];
    stage: ComparisonStage;
    result: unknown;
    object_key: string | null;
    used_at: Date;
  };
};

const tables = (db: Database): Kysely<ComparisonTables> => db.withTables<ComparisonTables>();

/** A comparison with where its lines are kept. */
export interface StoredComparison extends Comparison {
  readonly key: ObjectKey | null;
  readonly usedAt: Date;
}

/** What a job needs to carry one out. */
export interface StoredWork extends ComparisonWork {
  readonly state: Comparison['state'];
}

/** Whatever its state; `key`: of the file with the rows that differ, null until it is done. */
export async function selectComparison(db: Database, id: string): Promise<StoredComparison | null> {
  const row = await tables(db)
    .selectFrom('tables_comparison')
    .select(['id', 'state', 'stage', 'result', 'object_key', 'used_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { state, stage } = row;
  return {
    ...{ id, state, stage, key: row.object_key, usedAt: row.used_at },
    result: row.result as ComparisonResult | null,
  };
}

/** What the job needs: the two tables. */
export async function selectWork(db: Database, id: string): Promise<StoredWork | null> {
  const row = await tables(db)
    .selectFrom('tables_comparison')
    .select(['id', 'older', 'newer', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { id, older: row.older as ComparedTable, newer: row.newer as ComparedTable, state: row.state } : null;
}

/** Orders a comparison nobody ordered yet, or one that failed. @returns true where it is to be made */
export async function insertWish(db: Database, { id, older, newer }: ComparisonWork, at: Date): Promise<boolean> {
  const row = await tables(db)
    .insertInto('tables_comparison')
    .values({
      ...{ id, state: 'waiting', stage: 'older', result: null, object_key: null, used_at: at },
      older: JSON.stringify(older),
      newer: JSON.stringify(newer),
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ state: 'waiting', older: JSON.stringify(older), newer: JSON.stringify(newer), used_at: at })
        .where('tables_comparison.state', '=', 'failed'),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Those that wait and those being made. */
export async function countUnderWay(db: Database): Promise<number> {
  const row = await tables(db)
    .selectFrom('tables_comparison')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** What is done or has failed is not moved. */
export async function moveComparison(db: Database, id: string, stage: ComparisonStage): Promise<void> {
  await tables(db)
    .updateTable('tables_comparison')
    .set({ state: 'working', stage })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute();
}

/** What is done does not fail any more. */
export async function failComparison(db: Database, id: string): Promise<void> {
  await tables(db)
    .updateTable('tables_comparison')
    .set({ state: 'failed' })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}

/** Also where nobody asked: two tables compared for another reason need not be compared again. */
export async function upsertResult(
  db: Database,
  { id, older, newer }: ComparisonWork,
  { result, key }: { result: ComparisonResult; key: ObjectKey },
  at: Date,
): Promise<void> {
  const done = { state: 'done' as const, stage: 'matching' as const, result: JSON.stringify(result), object_key: key };
  await tables(db)
    .insertInto('tables_comparison')
    .values({ id, older: JSON.stringify(older), newer: JSON.stringify(newer), ...done, used_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...done, used_at: at }))
    .execute();
}

/** Those not used for long are deleted. */
export async function updateUsed(db: Database, id: string, at: Date): Promise<void> {
  await tables(db).updateTable('tables_comparison').set({ used_at: at }).where('id', '=', id).execute();
}

/** Forgets comparisons nobody looked at since then; gives the files they had. */
export async function deleteUnused(db: Database, since: Date): Promise<ObjectKey[]> {
  const rows = await tables(db)
    .deleteFrom('tables_comparison')
    .where('used_at', '<', since)
    .returning('object_key')
    .execute();
  return rows.flatMap((row) => row.object_key ?? []);
}

/**
 * Forgets comparisons with any table that is made of these bytes, wherever they lay when it was made: a draft's are compared before they are published.
 * Gives the files they had.
 */
export async function deleteComparisonsOf(db: Database, keys: readonly ObjectKey[]): Promise<ObjectKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ object_key: ObjectKey | null }>`delete from tables_comparison where exists (
      select from jsonb_array_elements((older::jsonb -> 'parts') || (newer::jsonb -> 'parts')) as part
      where regexp_replace(part ->> 'key', '^.*/', '') = any(${keys.map(sumOf)}::text[]))
    returning object_key`.execute(db);
  return rows.flatMap((row) => row.object_key ?? []);
}
