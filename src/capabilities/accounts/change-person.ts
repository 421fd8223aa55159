import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { authentication } from './authentication.ts';
import { refuseUnknownUnit } from './create-person.ts';
import { permit } from './permit.ts';
import { isRole, losesLastAdministrator, personNameFaults, placeFaults } from './person-rules.ts';
import { deleteLinks, lockAdministrators, selectPeople, selectPerson, updatePerson } from './person-store.ts';
import { faultyField, lastAdministrator, noSuchPerson, refuseFaults } from './refusals.ts';
import type { PersonChange } from './requests.ts';
import type { Person } from './unit.ts';

/** Everybody, by name. For those who manage people. */
export async function listPeople(ctx: Context): Promise<Person[]> {
  await permit(ctx, 'people.manage', null);
  return await selectPeople(ctx.db);
}

/** One person, for showing a name beside a deed; asks no permission. */
export async function findPerson(ctx: Context, id: string): Promise<Person | null> {
  return await selectPerson(ctx.db, id);
}

const rightsOf = ({ name, role, unitId, active }: Person) => ({ name, role, unitId, active });

/**
 * Changes a person's name and rights, or switches their access off and on again. Rights count from the next request;
 * switching off ends all sessions and links at once. The last administrator keeps role and access (conflict).
 */
export function changePerson(ctx: Context, id: string, change: PersonChange): Promise<Person> {
  return transaction(ctx, async (inner) => {
    const administrators = await lockAdministrators(inner.db);
    const before = await selectPerson(inner.db, id);
    await permit(inner, 'people.manage', before?.unitId ?? null);
    if (before === null) throw noSuchPerson();
    const after = { ...before, ...definedOf(change) };
    if (!isRole(after.role)) throw faultyField('role', { uk: 'Оберіть роль.', en: 'Choose a role.' });
    refuseFaults([...personNameFaults(after.name), ...placeFaults(after.role, after.unitId)]);
    await refuseUnknownUnit(inner, after.unitId);
    const others = administrators.filter((person) => person.id !== id).length;
    if (losesLastAdministrator(before, after, others)) throw lastAdministrator();
    await updatePerson(inner.db, id, after);
    if (before.active && !after.active) await endAccess(inner, id);
    await record(inner, {
      deed: deedOf(before, after),
      subject: { kind: 'person', id, name: after.name },
      before: rightsOf(before),
      after: rightsOf(after),
    });
    return after;
  });
}

function definedOf(change: PersonChange): Partial<Person> {
  const { name, role, unitId, active } = change;
  return {
    ...(name === undefined ? {} : { name: name.trim().replace(/\s+/g, ' ') }),
    ...(role === undefined ? {} : { role }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(active === undefined ? {} : { active }),
  };
}

function deedOf(before: Person, after: Person): string {
  if (before.active === after.active) return 'person.changed';
  return after.active ? 'person.switched-on' : 'person.switched-off';
}

async function endAccess(ctx: Context, id: string): Promise<void> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  await internalAdapter.deleteSessions(id);
  await deleteLinks(ctx.db, id, ctx.clock.now());
}
