import { randomInt } from 'node:crypto';
import { dayOf } from '../../../kernel/dates.ts';
import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { slugify } from '../../../language/transliterate.ts';
import type { Context } from '../../../platform/context.ts';
import { emailTaken } from '../refusals.ts';
import { authentication } from '../signing-in/authentication.ts';
import { passwordFault } from '../signing-in/password-rules.ts';
import type { Person } from '../units/unit.ts';
import { emailFaults, emailOfSignIn, personNameFaults, tidyEmail } from './person-rules.ts';
import { selectPersonByEmail, updatePerson } from './person-store.ts';

/** What is needed to make a person. */
export interface Registration {
  readonly name: string;
  /** Null: they have none and will sign in by a name made from theirs. */
  readonly email: string | null;
  /** Null when it will be set by a link. */
  readonly password: string | null;
}

const tidy = (input: Registration): Registration => ({
  ...input,
  name: input.name.trim().replace(/\s+/g, ' '),
  email: input.email === null ? null : tidyEmail(input.email),
});

/** Faults of the fields `name`, `email`, `password`. */
export async function registrationFaults(input: Registration): Promise<FieldFault[]> {
  const { name, email, password } = tidy(input);
  const weak = password === null ? null : await passwordFault(password, { name, email: email ?? '' });
  return [
    ...personNameFaults(name),
    ...(email === null ? [] : emailFaults(email)),
    ...(weak === null ? [] : [{ field: 'password', text: weak }]),
  ];
}

/**
 * Makes a person by better-auth on the context's transaction; asks no permission and records nothing: the use case does. They have no
 * appointments yet. Throws `invalid` with the faulty fields.
 */
export async function registerPerson(ctx: Context, input: Registration): Promise<Person> {
  refuseFaults(await registrationFaults(input));
  const { name, email: given, password } = tidy(input);
  const today = dayOf(ctx.clock.now());
  const email = given ?? (await freeName(ctx, name));
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
  return { id: user.id, name, email, active: true, appointments: [] };
}

/** A name to sign in by: the person's in Latin letters and three digits, so that namesakes have different ones. */
async function freeName(ctx: Context, name: string): Promise<string> {
  for (;;) {
    const email = emailOfSignIn(`${slugify(name).slice(0, 40) || 'person'}-${randomInt(100, 1000)}`);
    if ((await selectPersonByEmail(ctx.db, email, dayOf(ctx.clock.now()))) === null) return email;
  }
}
