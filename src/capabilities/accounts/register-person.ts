import { dayOf } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';
import type { AppointmentFunction, Role } from './appointment.ts';
import { authentication } from './authentication.ts';
import { openAppointment } from './open-appointment.ts';
import { passwordFault } from './password-rules.ts';
import { emailFaults, isRole, personNameFaults, placeFaults, tidyEmail } from './person-rules.ts';
import { selectPersonByEmail, updatePerson } from './person-store.ts';
import { emailTaken, refuseFaults } from './refusals.ts';
import type { Person } from './unit.ts';

/** What is needed to make a person with their first appointment. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  /** Null when it will be set by a link. */
  readonly password: string | null;
  readonly role: Role;
  readonly unitId: string | null;
  /** All the role may have, when left out. */
  readonly functions?: readonly AppointmentFunction[];
}

const tidy = (input: Registration): Registration => ({
  ...input,
  name: input.name.trim().replace(/\s+/g, ' '),
  email: tidyEmail(input.email),
});

/** Faults of the fields `name`, `email`, `password`, `role`, `unitId`. */
export function registrationFaults(input: Registration) {
  const { name, email, password, role, unitId } = tidy(input);
  const weak = password === null ? null : passwordFault(password, { name, email });
  return [
    ...personNameFaults(name),
    ...emailFaults(email),
    ...(isRole(role)
      ? placeFaults(role, unitId)
      : [{ field: 'role', text: { uk: 'Оберіть роль.', en: 'Choose a role.' } }]),
    ...(weak === null ? [] : [{ field: 'password', text: weak }]),
  ];
}

/**
 * Makes a person by better-auth on the context's transaction; asks no permission and records nothing: the use case does.
 * Throws `invalid` with the faulty fields.
 */
export async function registerPerson(ctx: Context, input: Registration): Promise<Person> {
  refuseFaults(registrationFaults(input));
  const { name, email, password } = tidy(input);
  const today = dayOf(ctx.clock.now());
  if ((await selectPersonByEmail(ctx.db, email, today)) !== null) throw emailTaken();
  const { internalAdapter, password: passwords } = await (await authentication(ctx)).$context;
  const user = await internalAdapter.createUser({ name, email, emailVerified: true });
  if (password !== null) {
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await passwords.hash(password),
    });
  }
  await updatePerson(ctx.db, user.id, { name, active: true });
  const held = await openAppointment(ctx, user.id, input);
  return { id: user.id, name, email, active: true, appointments: [held] };
}
