import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import type { Database } from '../../platform/context.ts';
import { accountsTables } from './accounts-tables.ts';
import type { Person, Role } from './unit.ts';

const people = (db: Database) =>
  accountsTables(db).selectFrom('accounts_user').select(['id', 'name', 'email', 'role', 'unit_id as unitId', 'active']);

export async function selectPerson(db: Database, id: string): Promise<Person | null> {
  if (!isId(id)) return null;
  return (await people(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function selectPersonByEmail(db: Database, email: string): Promise<Person | null> {
  return (await people(db).where('email', '=', email).executeTakeFirst()) ?? null;
}

/** Everybody, by name in the order of the Ukrainian alphabet. */
export async function selectPeople(db: Database): Promise<Person[]> {
  return await people(db).orderBy(sql`name collate "uk-x-icu"`).orderBy('id').execute();
}

export async function hasPeople(db: Database): Promise<boolean> {
  return (await people(db).limit(1).executeTakeFirst()) !== undefined;
}

export async function countPeopleOf(db: Database, unitId: string): Promise<number> {
  const rows = await people(db).where('unit_id', '=', unitId).execute();
  return rows.length;
}

/** Active administrators; the rows stay locked, so that two cannot demote one another at once. */
export async function lockAdministrators(db: Database): Promise<Person[]> {
  return await people(db)
    .where('role', '=', 'administrator')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Gives a person made by better-auth their name, role, unit and activity. */
export async function updatePerson(
  db: Database,
  id: string,
  facts: { name: string; role: Role; unitId: string | null; active: boolean },
): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_user')
    .set({ name: facts.name, role: facts.role, unit_id: facts.unitId, active: facts.active })
    .where('id', '=', id)
    .execute();
}

/** Takes hold of a one-time link until the transaction ends; false when it was used meanwhile. */
export async function lockLink(db: Database, id: string): Promise<boolean> {
  const row = await accountsTables(db)
    .selectFrom('accounts_verification')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets every one-time link of a person, and all links whose time is over. */
export async function deleteLinks(db: Database, personId: string, now: Date): Promise<void> {
  await accountsTables(db)
    .deleteFrom('accounts_verification')
    .where((eb) => eb.or([eb('value', '=', personId), eb('expires_at', '<', now)]))
    .execute();
}
