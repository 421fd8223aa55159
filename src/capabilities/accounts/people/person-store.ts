import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { Holding } from '../appointments/appointment.ts';
import { HOLDING_AS_JSON, holdingsOn } from '../appointments/appointment-store.ts';
import type { Person } from '../units/unit.ts';

/** @param holder whose appointments are read, as a condition upon `held.holder_id`; @param which people */
const people = (day: Day, holder: RawBuilder<unknown>, which: RawBuilder<unknown>) => sql<Person>`
  select person.id, person.name, person.email, person.active, coalesce(holdings.list, '[]') as appointments
  from accounts_user person left join (
    select held.holder_id, json_agg(${HOLDING_AS_JSON} order by held.created_at, held.id) as list
    from ${holdingsOn(day)} held where ${holder} group by held.holder_id
  ) holdings on holdings.holder_id = person.id
  where ${which} order by person.name collate "uk-x-icu", person.id`;

/** @param day by which appointments count */
export async function selectPerson(db: Database, id: string, day: Day): Promise<Person | null> {
  if (!isId(id)) return null;
  return (await people(day, sql`held.holder_id = ${id}`, sql`person.id = ${id}`).execute(db)).rows[0] ?? null;
}

/** A held appointment with the ids of its unit and of all below it; `whole`: the unit is the council itself. */
export type WideHolding = Holding & { readonly unitIds: readonly string[]; readonly whole: boolean };

/**
 * What other capabilities have to say of the person who asks: an expression over their own tables, made by their own stores, asked in the statement
 * that finds the person.
 */
export type AskedBeside = (personId: string) => RawBuilder<unknown>;

/** Who asks, and all their rights. */
export interface PersonWithReach {
  readonly person: Person;
  readonly held: readonly WideHolding[];
  /** What was asked beside; null where nothing was. */
  readonly beside: unknown;
}

type WideRow = Omit<Person, 'appointments'> & {
  readonly held: readonly { readonly holding: Holding; readonly unitIds: string[]; readonly whole: boolean }[];
  readonly beside: unknown;
};

/** A person with what they hold on that day and how far it reaches, in one statement. */
export async function selectPersonWithReach(
  db: Database,
  id: string,
  day: Day,
  beside: AskedBeside = () => sql`null`,
): Promise<PersonWithReach | null> {
  const { rows } = await sql<WideRow>`
    with recursive held as (select * from ${holdingsOn(day)} every where every.holder_id = ${id}),
    down as (
      select unit.id, unit.id as top from accounts_unit unit where unit.id in (select unit_id from held)
      union all
      select unit.id, down.top from accounts_unit unit join down on unit.parent_id = down.id
    )
    select person.id, person.name, person.email, person.active, coalesce((
      select json_agg(json_build_object('holding', ${HOLDING_AS_JSON},
        'unitIds', array(select down.id::text from down where down.top = held.unit_id),
        'whole', exists (select from accounts_unit where id = held.unit_id and parent_id is null)) order by held.created_at, held.id)
      from held), '[]') as held, ${beside(id)} as beside
    from accounts_user person where person.id = ${id}`.execute(db);
  if (!rows[0]) return null;
  const { held, beside: said, ...person } = rows[0];
  return {
    person: { ...person, appointments: held.map(({ holding }) => holding) },
    held: held.map(({ holding, unitIds, whole }) => ({ ...holding, unitIds, whole })),
    beside: said,
  };
}

/** By the address, which is unique. */
export async function selectPersonByEmail(db: Database, email: string, day: Day): Promise<Person | null> {
  const holder = sql`held.holder_id = (select id from accounts_user where email = ${email})`;
  return (await people(day, holder, sql`person.email = ${email}`).execute(db)).rows[0] ?? null;
}

/** Everybody, by name in the order of the Ukrainian alphabet. */
export async function selectPeople(db: Database, day: Day): Promise<Person[]> {
  return (await people(day, sql`true`, sql`true`).execute(db)).rows;
}

/** False only before the first person: then the installation is set up. */
export async function hasPeople(db: Database): Promise<boolean> {
  return (await accountsTables(db).selectFrom('accounts_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Lets one change of rights that could take the last administrator away happen at a time. */
export async function lockRights(db: Database): Promise<void> {
  await accountsTables(db)
    .selectFrom('accounts_setting')
    .select('key')
    .where('key', '=', 'secret')
    .forUpdate()
    .execute();
}

/** Ids of those who act as administrators on that day. */
export async function selectAdministrators(db: Database, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct held.holder_id as id from ${holdingsOn(day)} held where held.role = 'administrator'`.execute(db);
  return rows.map(({ id }) => id);
}

/** Gives a person made by better-auth their name and activity. */
export async function updatePerson(db: Database, id: string, facts: { name: string; active: boolean }): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_user')
    .set({ name: facts.name, active: facts.active })
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
