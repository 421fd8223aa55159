import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { permit } from './permit.ts';
import { faultyField } from './refusals.ts';
import { type Registration, registerPerson } from './register-person.ts';
import type { NewPerson } from './requests.ts';
import type { Person } from './unit.ts';
import { selectUnits } from './unit-store.ts';

/** Adds a person who signs in with that password. Throws `invalid` with the faulty fields. */
export function createPerson(ctx: Context, input: NewPerson): Promise<Person> {
  return transaction(ctx, (inner) => addPerson(inner, input));
}

/** The shared part of making and of inviting a person: permission, the unit, the row, the history. */
export async function addPerson(ctx: Context, input: Registration): Promise<Person> {
  await permit(ctx, 'people.manage', null);
  await refuseUnknownUnit(ctx, input.unitId);
  const person = await registerPerson(ctx, input);
  const { name, email } = person;
  await record(ctx, {
    deed: 'person.created',
    subject: { kind: 'person', id: person.id, name },
    after: { name, email, role: input.role, unitId: input.unitId },
  });
  return person;
}

/** Throws `invalid` for the field `unitId` when the unit does not exist; null is fine here. */
export async function refuseUnknownUnit(ctx: Context, unitId: string | null): Promise<void> {
  if (unitId === null || (await selectUnits(ctx.db)).some((unit) => unit.id === unitId)) return;
  throw faultyField('unitId', {
    uk: 'Такого підрозділу немає. Оберіть інший.',
    en: 'There is no such unit. Choose another.',
  });
}
