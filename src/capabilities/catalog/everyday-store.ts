import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { CityWords } from './change-everyday-words.ts';

/** Words of the city's own, the latest changed first. */
export async function selectCityWords(db: Database): Promise<CityWords[]> {
  const { rows } = await sql<CityWords>`
    select id, official, everyday from catalog_everyday order by changed_at desc, id`.execute(db);
  return rows;
}

export async function selectCityGroup(db: Database, id: string): Promise<CityWords | null> {
  const { rows } = await sql<CityWords>`
    select id, official, everyday from catalog_everyday where id = ${id} for update`.execute(db);
  return rows[0] ?? null;
}

/** Writes a group. @param stems of all everyday phrases: what a question finds the group by */
export async function putCityGroup(db: Database, group: CityWords, stems: readonly string[], now: Date): Promise<void> {
  await sql`insert into catalog_everyday (id, official, everyday, stems, changed_at)
    values (${group.id}, ${[...group.official]}, ${[...group.everyday]}, ${[...stems]}, ${now})
    on conflict (id) do update set official = excluded.official, everyday = excluded.everyday, stems = excluded.stems,
      changed_at = excluded.changed_at`.execute(db);
}

export async function deleteCityGroup(db: Database, id: string): Promise<void> {
  await sql`delete from catalog_everyday where id = ${id}`.execute(db);
}
