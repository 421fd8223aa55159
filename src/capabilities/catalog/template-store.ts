import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Passport } from './passport.ts';

/** A passport to copy from, by a name the city gave it. */
export interface PassportTemplate {
  readonly id: string;
  readonly name: string;
  readonly passport: Passport;
}

/** In the order of the Ukrainian alphabet. */
export async function selectTemplates(db: Database): Promise<PassportTemplate[]> {
  const { rows } = await sql<PassportTemplate>`select id, name, passport from catalog_template
    order by name collate "uk-x-icu"`.execute(db);
  return rows;
}

/** Writes a template; one of the same name gets the new passport. */
export async function putTemplate(db: Database, template: PassportTemplate, now: Date): Promise<void> {
  await sql`insert into catalog_template (id, name, passport, made_at)
    values (${template.id}, ${template.name}, ${JSON.stringify(template.passport)}::jsonb, ${now})
    on conflict (name) do update set passport = excluded.passport, made_at = excluded.made_at`.execute(db);
}

export async function deleteTemplate(db: Database, id: string): Promise<void> {
  await sql`delete from catalog_template where id = ${id}`.execute(db);
}
