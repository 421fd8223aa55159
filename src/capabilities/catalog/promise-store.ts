import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Dataset } from './dataset.ts';
import { stemsOf } from './dataset-rules.ts';
import type { DatasetPromise } from './promise.ts';

interface PromiseRow {
  readonly dataset_id: string;
  readonly slug: string;
  readonly unit_id: string;
  readonly title: string;
  readonly description: string;
  readonly themes: string[];
  readonly due_on: string;
  readonly first_due_on: string;
  readonly made_at: Date;
  readonly changed_at: Date;
  readonly kept_at: Date | null;
  readonly dropped_at: Date | null;
  readonly reason: string | null;
}

/** A promise whose unit is not named yet. */
export type StoredPromise = Omit<DatasetPromise, 'unit'> & { readonly unitId: string };

function promiseOf(row: PromiseRow): StoredPromise {
  return {
    datasetId: row.dataset_id,
    slug: row.slug,
    unitId: row.unit_id,
    title: row.title,
    description: row.description,
    themes: row.themes,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    madeAt: row.made_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    keptAt: row.kept_at?.toISOString() ?? null,
    droppedAt: row.dropped_at?.toISOString() ?? null,
    reason: row.reason,
    state: row.kept_at ? 'kept' : row.dropped_at ? 'dropped' : 'open',
  };
}

const COLUMNS = sql`dataset_id, slug, unit_id, title, description, themes, due_on::text as due_on,
  first_due_on::text as first_due_on, made_at, changed_at, kept_at, dropped_at, reason`;

/** Makes the promise, or makes it anew with another term or other words; the first term stays. */
export async function putPromise(db: Database, dataset: Dataset, dueOn: string, now: Date): Promise<void> {
  const { passport } = dataset;
  await sql`insert into catalog_promise
      (dataset_id, slug, unit_id, title, description, themes, stems, due_on, first_due_on, made_at, changed_at)
    values (${dataset.id}, ${dataset.slug}, ${dataset.unitId}, ${passport.title}, ${passport.description}, ${passport.themes},
      ${stemsOf(passport)}, ${dueOn}, ${dueOn}, ${now}, ${now})
    on conflict (dataset_id) do update set unit_id = excluded.unit_id, title = excluded.title,
      description = excluded.description, themes = excluded.themes, stems = excluded.stems, due_on = excluded.due_on,
      changed_at = excluded.changed_at, dropped_at = null, reason = null`.execute(db);
}

/** A promise goes with its dataset to another unit. */
export async function updateUnitOfPromise(db: Database, datasetId: string, unitId: string): Promise<void> {
  await sql`update catalog_promise set unit_id = ${unitId} where dataset_id = ${datasetId}`.execute(db);
}

/** Ends an open promise: kept, or dropped with the reason. False where there was none open. */
export async function endPromise(
  db: Database,
  datasetId: string,
  end: { readonly at: Date; readonly reason: string | null },
): Promise<boolean> {
  const kept = end.reason === null;
  const { numAffectedRows } = await sql`update catalog_promise
    set kept_at = ${kept ? end.at : null}, dropped_at = ${kept ? null : end.at}, reason = ${end.reason}, changed_at = ${end.at}
    where dataset_id = ${datasetId} and kept_at is null and dropped_at is null`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** By the dataset or by the address of the promise; kept and dropped ones too. */
export async function selectPromise(
  db: Database,
  by: { readonly id: string } | { readonly slug: string },
): Promise<StoredPromise | null> {
  const which = 'id' in by ? sql<SqlBool>`dataset_id = ${by.id}` : sql<SqlBool>`slug = ${by.slug}`;
  const { rows } = await sql<PromiseRow>`select ${COLUMNS} from catalog_promise where ${which}`.execute(db);
  return rows[0] ? promiseOf(rows[0]) : null;
}

/** Open promises, the nearest term first; with `stems`, those whose words are met (each inner list: one of its stems). */
export async function selectOpenPromises(
  db: Database,
  asked: { readonly unitId: string | null; readonly stems: readonly (readonly string[])[]; readonly most: number },
): Promise<{ items: StoredPromise[]; total: number }> {
  const all = [sql<SqlBool>`kept_at is null and dropped_at is null`];
  if (asked.unitId !== null) all.push(sql<SqlBool>`unit_id = ${asked.unitId}`);
  for (const stems of asked.stems) all.push(sql<SqlBool>`stems && ${[...stems]}::text[]`);
  const { rows } = await sql<PromiseRow & { total: number }>`
    select ${COLUMNS}, count(*) over () as total from catalog_promise where ${sql.join(all, sql` and `)}
    order by due_on, dataset_id limit ${asked.most}`.execute(db);
  return { items: rows.map(promiseOf), total: Number(rows[0]?.total ?? 0) };
}

/** Kept promises, the latest first. */
export async function selectKeptPromises(db: Database, most: number): Promise<StoredPromise[]> {
  const { rows } = await sql<PromiseRow>`
    select ${COLUMNS} from catalog_promise where kept_at is not null order by kept_at desc limit ${most}`.execute(db);
  return rows.map(promiseOf);
}
