import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { isOfAll } from '../appointments/appointment-rules.ts';
import { openAppointment } from '../appointments/open-appointment.ts';
import { permit } from '../rights/permit.ts';
import type { NewPerson } from '../signing-in/requests.ts';
import type { Person } from '../units/unit.ts';
import { selectUnits } from '../units/unit-store.ts';
import { isRole } from './person-rules.ts';
import { registerPerson, registrationFaults } from './register-person.ts';

/**
 * Adds a person who signs in with that password, with one appointment from today over all datasets of a unit: for commands and for the first
 * people. Throws `invalid` with the faulty fields.
 */
export function createPerson(ctx: Context, input: NewPerson): Promise<Person> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'people.manage', null);
    if (!isRole(input.role)) throw faultyField('role', { uk: 'Оберіть роль.', en: 'Choose a role.' });
    refuseFaults([...(await registrationFaults(input)), ...placeFaults(input)]);
    await refuseUnknownUnit(inner, input.unitId);
    const person = await registerPerson(inner, input);
    const held = await openAppointment(inner, person.id, input);
    const { name, email } = person;
    await record(inner, {
      deed: 'person.created',
      subject: { kind: 'person', id: person.id, name },
      after: { name, email, role: input.role, unitId: held.unitId },
    });
    return { ...person, appointments: [held] };
  });
}

/** Everybody but those who look after the whole system works in a unit: without one they could do nothing. */
function placeFaults({ role, unitId }: Pick<NewPerson, 'role' | 'unitId'>) {
  if (isOfAll(role) || unitId !== null) return [];
  return [
    {
      field: 'unitId',
      text: {
        uk: 'Оберіть підрозділ: людина працює з наборами свого підрозділу і тих, що нижче.',
        en: 'Choose a unit: a person works on the datasets of their own unit and those below it.',
      },
    },
  ];
}

/** Throws `invalid` for the field `unitId` when the unit does not exist; null is fine here. */
/** Throws `invalid` for the field `unitId` when the unit does not exist; null is fine here. */
export async function refuseUnknownUnit(ctx: Context, unitId: string | null): Promise<void> {
  if (unitId === null || (await selectUnits(ctx.db)).some((unit) => unit.id === unitId)) return;
  throw faultyField('unitId', {
    uk: 'Такого підрозділу немає. Оберіть інший.',
    en: 'There is no such unit. Choose another.',
  });
}
