import { dayOf } from '../../../kernel/dates.ts';
import { refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { endAccess, keepingAdministrator, openPersonForChange } from '../rights/access.ts';
import { permit } from '../rights/permit.ts';
import type { PersonChange } from '../signing-in/requests.ts';
import type { Person } from '../units/unit.ts';
import { personNameFaults } from './person-rules.ts';
import { selectPeople, selectPerson, updatePerson } from './person-store.ts';

/** Everybody, by name. For those who manage people. */
export async function listPeople(ctx: Context): Promise<Person[]> {
  await permit(ctx, 'people.manage', null);
  return await selectPeople(ctx.db, dayOf(ctx.clock.now()));
}

/** One person, for showing a name beside a deed; asks no permission. */
export async function findPerson(ctx: Context, id: string): Promise<Person | null> {
  return await selectPerson(ctx.db, id, dayOf(ctx.clock.now()));
}

/**
 * Changes a person's name, or switches their access off and on again. Switching off ends all sessions and links at once. The last administrator
 * keeps access (conflict).
 */
export function changePerson(ctx: Context, id: string, change: PersonChange): Promise<Person> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, [], async () => {
      const before = await openPersonForChange(inner, id);
      const name = change.name?.trim().replace(/\s+/g, ' ') ?? before.name;
      const after = { name, active: change.active ?? before.active };
      refuseFaults(personNameFaults(name));
      await updatePerson(inner.db, id, after);
      if (before.active && !after.active) await endAccess(inner, id);
      await record(inner, {
        deed: deedOf(before, after),
        subject: { kind: 'person', id, name },
        before: { name: before.name, active: before.active },
        after,
      });
      return (await findPerson(inner, id)) ?? before;
    }),
  );
}

function deedOf(before: { active: boolean }, after: { active: boolean }): string {
  if (before.active === after.active) return 'person.changed';
  return after.active ? 'person.switched-on' : 'person.switched-off';
}
