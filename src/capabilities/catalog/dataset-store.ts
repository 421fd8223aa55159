import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Page } from '../../kernel/paging.ts';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import { catalogTables } from './catalog-tables.ts';
import type { Dataset, DatasetState } from './dataset.ts';
import type { Passport } from './passport.ts';
import { RESOURCES_OF_DATASET, type ResourceRow, resourceOf } from './resource-store.ts';

const COLUMNS = [
  'id',
  'number',
  'national_id',
  'slug',
  'unit_id',
  'state',
  'passport',
  'created_at',
  'changed_at',
] as const;

interface DatasetRow {
  readonly id: string;
  readonly number: string;
  readonly national_id: string | null;
  readonly slug: string;
  readonly unit_id: string;
  readonly state: DatasetState;
  readonly passport: Passport;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly resources: readonly ResourceRow[];
}

function datasetOf(row: DatasetRow): Dataset {
  return {
    id: row.id,
    number: row.number,
    nationalId: row.national_id,
    slug: row.slug,
    unitId: row.unit_id,
    state: row.state,
    passport: row.passport,
    resources: row.resources.map(resourceOf),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** @param stems what the cabinet's search finds it by */
export async function insertDataset(db: Database, dataset: Dataset, stems: string[]): Promise<void> {
  await catalogTables(db)
    .insertInto('catalog_dataset')
    .values({
      id: dataset.id,
      number: dataset.number,
      national_id: dataset.nationalId,
      slug: dataset.slug,
      unit_id: dataset.unitId,
      state: dataset.state,
      passport: sql<Passport>`${JSON.stringify(dataset.passport)}::jsonb`,
      stems,
      created_at: dataset.createdAt,
      changed_at: dataset.changedAt,
    })
    .execute();
}

/** A dataset with its resources and their structures: one statement. */
export async function selectDataset(db: Database, id: string): Promise<Dataset | null> {
  const row = await catalogTables(db)
    .selectFrom('catalog_dataset')
    .select([...COLUMNS, RESOURCES_OF_DATASET.as('resources')])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? datasetOf(row) : null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockDataset(db: Database, id: string): Promise<Dataset | null> {
  // apart: resources are read after the lock is taken, as they are then
  await catalogTables(db).selectFrom('catalog_dataset').select('id').where('id', '=', id).forUpdate().execute();
  return selectDataset(db, id);
}

/** Of any state, in no order; ids that are not there are passed over. */
export async function selectBriefly(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; title: string; unitId: string; state: DatasetState }[]> {
  return catalogTables(db)
    .selectFrom('catalog_dataset')
    .select(['id', 'title', 'unit_id as unitId', 'state'])
    .where((where) => where('id', '=', where.fn.any(where.val([...ids]))))
    .execute();
}

/** Working copies, not what is published; ids that are not there are passed over. */
export async function selectPassports(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; passport: Passport }[]> {
  return catalogTables(db)
    .selectFrom('catalog_dataset')
    .select(['id', 'passport'])
    .where((where) => where('id', '=', where.fn.any(where.val([...ids]))))
    .execute();
}

export interface DatasetQuestion {
  /** What the asker may see. */
  readonly reach: DeedReach;
  readonly unitIds: readonly string[] | null;
  readonly state: DatasetState | null;
  readonly ids?: readonly string[] | null;
  /** Each inner list: stems of which one must be met; the last word also by its beginning. */
  readonly words: readonly (readonly string[])[];
  readonly beginning: string | null;
  /** The question as typed: a part of the identification number. */
  readonly number: string;
}

/** Datasets whose words or number answer the question; all of them where it has no words. */
export function wordsMet(question: Pick<DatasetQuestion, 'words' | 'beginning' | 'number'>): RawBuilder<SqlBool> {
  const words = question.words.map((stems, at) => {
    const met = sql<SqlBool>`stems && ${[...stems]}::text[]`;
    if (at < question.words.length - 1 || question.beginning === null) return met;
    return sql<SqlBool>`(${met} or exists (select from unnest(stems) stem where starts_with(stem, ${question.beginning})))`;
  });
  const byNumber = sql<SqlBool>`position(${question.number} in number) > 0`;
  if (words.length > 0) return sql`((${sql.join(words, sql` and `)}) or ${byNumber})`;
  return question.number === '' ? sql`true` : byNumber;
}

function conditions(question: DatasetQuestion) {
  const all = [wordsMet(question)];
  if (question.reach !== 'all') all.push(withinReach(question.reach, 'unit_id', 'id'));
  if (question.unitIds) all.push(sql<SqlBool>`unit_id = any(${[...question.unitIds]}::uuid[])`);
  if (question.ids) all.push(sql<SqlBool>`id = any(${[...question.ids]}::uuid[])`);
  if (question.state) all.push(sql<SqlBool>`state = ${question.state}`);
  return sql.join(all, sql` and `);
}

/** Datasets that answer, the latest changed first. */
export async function selectDatasets(
  db: Database,
  question: DatasetQuestion,
  page: Page,
): Promise<{ items: Dataset[]; total: number }> {
  const where = conditions(question);
  const { rows } = await sql<DatasetRow & { total: number }>`
    select counted.total, page.* from (select count(*)::int as total from catalog_dataset where ${where}) counted
    left join lateral (
      select ${sql.join(COLUMNS.map((column) => sql.ref(column)))}, ${RESOURCES_OF_DATASET} as resources
      from catalog_dataset where ${where}
      order by changed_at desc, id limit ${page.size} offset ${(page.page - 1) * page.size}
    ) page on true order by page.changed_at desc, page.id`.execute(db);
  // with nothing on the page the one row has only the number
  return { items: rows.filter(({ id }) => id !== null).map(datasetOf), total: rows[0]?.total ?? 0 };
}

export interface DatasetUpdate {
  readonly passport?: Passport;
  readonly stems?: string[];
  readonly slug?: string;
  readonly nationalId?: string | null;
  readonly state?: DatasetState;
  readonly unitId?: string;
}

/** Writes what is given and moves `changed_at`. */
export async function updateDataset(db: Database, id: string, change: DatasetUpdate, now: Date): Promise<void> {
  await catalogTables(db)
    .updateTable('catalog_dataset')
    .set({
      changed_at: now,
      ...(change.passport ? { passport: sql<Passport>`${JSON.stringify(change.passport)}::jsonb` } : {}),
      ...(change.stems ? { stems: change.stems } : {}),
      ...(change.slug ? { slug: change.slug } : {}),
      ...(change.nationalId !== undefined ? { national_id: change.nationalId } : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.unitId ? { unit_id: change.unitId } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Another dataset with that id on the national portal, if there is one. */
export async function findNationalId(db: Database, nationalId: string): Promise<string | null> {
  const row = await catalogTables(db)
    .selectFrom('catalog_dataset')
    .select('id')
    .where('national_id', '=', nationalId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function deleteDatasetRow(db: Database, id: string): Promise<void> {
  await catalogTables(db).deleteFrom('catalog_dataset').where('id', '=', id).execute();
}
