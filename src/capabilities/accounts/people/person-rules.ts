import { z } from 'zod';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { Role } from '../appointments/appointment.ts';
import { ROLES } from '../rights/permission-rules.ts';

const address = z.email();

/** An e-mail as it is kept: no spaces around, lower case. */
export function tidyEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Faults of a person's e-mail; the field is called `email`. */
export function emailFaults(email: string): FieldFault[] {
  if (email.length <= 254 && address.safeParse(email).success) return [];
  return [
    {
      field: 'email',
      text: {
        uk: 'Вкажіть адресу пошти повністю, наприклад olena@rada.example.ua.',
        en: 'Give the whole e-mail address, for example olena@council.example.ua.',
      },
    },
  ];
}

/** Faults of a person's name; the field is called `name`. */
export function personNameFaults(name: string, field = 'name'): FieldFault[] {
  if (name.trim() !== '' && name.length <= 200) return [];
  return [{ field, text: { uk: 'Вкажіть ім’я та прізвище.', en: 'Give the first and last name.' } }];
}

/** True for a role there is. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** Where the «addresses» of people without e-mail live: a domain nobody can have (RFC 2606), so no letter leaves. */
const NO_MAIL = '@no-mail.invalid';

/** What somebody types to sign in: their e-mail, or the name they were given where they have none. */
export function emailOfSignIn(typed: string): string {
  const tidy = tidyEmail(typed);
  return tidy.includes('@') ? tidy : `${tidy}${NO_MAIL}`;
}

/** False for somebody who has no e-mail and signs in by a name. */
export function hasMail({ email }: { email: string }): boolean {
  return !email.endsWith(NO_MAIL);
}

/** What a person signs in with: their e-mail, or the name they were given. */
export function signInName({ email }: { email: string }): string {
  return email.endsWith(NO_MAIL) ? email.slice(0, -NO_MAIL.length) : email;
}

/** What the history calls a person. */
export const personSubject = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  kind: 'person',
  id,
  name,
});
