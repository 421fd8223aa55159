import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { Absence } from './appointment.ts';

const absences = (db: Database) =>
  accountsTables(db)
    .selectFrom('accounts_absence')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'from_day as from',
      'to_day as to',
      'substitute_id as substituteId',
    ]);

export async function insertAbsence(db: Database, absence: Absence, now: Date): Promise<void> {
  await accountsTables(db)
    .insertInto('accounts_absence')
    .values({
      id: absence.id,
      person_id: absence.personId,
      kind: absence.kind,
      from_day: absence.from,
      to_day: absence.to,
      substitute_id: absence.substituteId,
      created_at: now,
    })
    .execute();
}

export async function selectAbsence(db: Database, id: string): Promise<Absence | null> {
  return (await absences(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Of a person, those of the day and later, the earliest first. */
export async function selectAbsences(db: Database, personId: string, day: Day): Promise<Absence[]> {
  return await absences(db)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .orderBy('from_day')
    .execute();
}

/** Ids of people away on that day. */
export async function selectAbsent(db: Database, day: Day): Promise<string[]> {
  const rows = await absences(db)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Somebody came back sooner, or later; the day named is the last one away. */
export async function updateAbsenceEnd(db: Database, id: string, lastDay: Day): Promise<void> {
  await accountsTables(db).updateTable('accounts_absence').set({ to_day: lastDay }).where('id', '=', id).execute();
}

export async function deleteAbsence(db: Database, id: string): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_absence').where('id', '=', id).execute();
}
