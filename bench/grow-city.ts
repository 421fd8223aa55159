import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { socketUrl } from '../src/platform/database/embedded-postgres.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { livePostmaster } from '../src/platform/database/postmaster-file.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';

type Db = Kysely<Record<never, never>>;

/** A table whose rows belong to datasets: which columns name a dataset or a thing of one, and which must differ otherwise. */
interface Copied {
  readonly table: string;
  /** Columns whose ids are made anew, the same way everywhere, so that copies point to copies. */
  readonly ids: readonly string[];
  /** Columns of unique text: the copy's number is added. */
  readonly texts?: readonly string[];
  /** True where the row's `unit_id` moves to a unit of the grown city. */
  readonly moves?: boolean;
}

const COPIED: readonly Copied[] = [
  { table: 'catalog_dataset', ids: ['id'], texts: ['number', 'slug', 'national_id'], moves: true },
  { table: 'catalog_resource', ids: ['id', 'dataset_id'] },
  { table: 'catalog_field', ids: ['resource_id'] },
  { table: 'catalog_slug', ids: ['dataset_id'], texts: ['slug'] },
  { table: 'catalog_card', ids: ['dataset_id'], texts: ['slug'], moves: true },
  { table: 'catalog_resource_card', ids: ['resource_id', 'dataset_id'] },
  { table: 'catalog_entry', ids: ['dataset_id'] },
  { table: 'catalog_head', ids: ['dataset_id'] },
  { table: 'ingest_reading', ids: ['id', 'resource_id'], moves: true },
  { table: 'publishing_version', ids: ['id', 'dataset_id'] },
  { table: 'publishing_resource', ids: ['version_id', 'resource_id', 'reading_id'] },
  { table: 'publishing_pointer', ids: ['dataset_id', 'version_id'], moves: true },
];

/** Columns a statement may write: not those the database makes itself. */
async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

async function growUnits(db: Db, units: number): Promise<void> {
  await sql`
    insert into accounts_unit (id, parent_id, name, slug, edrpou, email, phone, site, created_at)
    select md5('unit' || n)::uuid, (select id from accounts_unit where parent_id is null), 'Заклад № ' || n, 'zaklad-' || n,
      null, '', '', '', now()
    from generate_series(1, ${units} - (select count(*)::int from accounts_unit)) n`.execute(db);
}

/** A responsible person for each unit, who also helps in two others. */
async function growPeople(db: Db): Promise<void> {
  await sql`
    insert into accounts_user (id, name, email, created_at, updated_at, active)
    select md5('person' || id)::uuid, 'Людина ' || name, 'p' || slug || '@misto.example', now(), now(), true
    from accounts_unit`.execute(db);
  await sql`
    insert into accounts_appointment (id, person_id, unit_id, role, functions, from_day, created_at)
    select md5('appointment' || unit.id || n)::uuid, md5('person' || unit.id)::uuid,
      coalesce((select id from bench_unit where at = (place.at + n * 7) % (select count(*) from bench_unit)), unit.id),
      case n when 0 then 'responsible' else 'contributor' end, '{create,update}', '2026-01-01', now()
    from accounts_unit unit join bench_unit place on place.id = unit.id, generate_series(0, 2) n`.execute(db);
}

async function copyRows(db: Db, { table, ids, texts = [], moves = false }: Copied, copies: number): Promise<void> {
  const columns = await columnsOf(db, table);
  const copied = columns.map((column) => {
    const one = sql`source.${sql.id(column)}`;
    if (ids.includes(column)) return sql`md5(${one}::text || copy)::uuid`;
    if (texts.includes(column)) return sql`${one} || '-' || copy`;
    if (moves && column === 'unit_id') return sql`(select id from bench_unit where at = copy % bench_units.n)`;
    return one;
  });
  await sql`
    insert into ${sql.id(table)} (${sql.join(columns.map((column) => sql.id(column)))})
    select ${sql.join(copied)}
    from ${sql.id(table)} source, generate_series(1, ${copies}) copy,
      (select count(*)::int as n from bench_unit) bench_units`.execute(db);
}

/** Grows the demo's city to that many units and datasets, by copying its datasets with all that belongs to them. */
export async function growCity(data: string, size: { units: number; datasets: number }): Promise<number> {
  const live = await livePostmaster(join(data, 'postgres'));
  if (!live) throw new Error('PostgreSQL does not run');
  const database = openDatabase(socketUrl(live.socketFolder), SILENT, 1);
  try {
    return await database.db.transaction().execute(async (db) => {
      await growUnits(db, size.units);
      await sql`create temporary table bench_unit on commit drop as
        select id, (row_number() over (order by id) - 1)::int as at from accounts_unit`.execute(db);
      await growPeople(db);
      const count = sql<{ n: number }>`select count(*)::int as n from catalog_dataset`;
      const present = (await count.execute(db)).rows[0]?.n ?? 1;
      const copies = Math.ceil(size.datasets / present) - 1;
      for (const each of COPIED) await copyRows(db, each, copies);
      for (const { table } of COPIED) await sql`analyze ${sql.id(table)}`.execute(db);
      return (await count.execute(db)).rows[0]?.n ?? 0;
    });
  } finally {
    await database.close();
  }
}
