import { z } from 'zod';
import type { FieldFault } from '../../kernel/errors.ts';
import type { Role } from './appointment.ts';
import { ROLES } from './permission-rules.ts';

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
  return [{ field, text: { uk: 'Вкажіть імʼя та прізвище.', en: 'Give the first and last name.' } }];
}

/** True for a role there is. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** Everybody but those who look after the whole system works in a unit: without one they could do nothing. */
export function placeFaults(role: Role, unitId: string | null): FieldFault[] {
  if (role === 'administrator' || unitId !== null) return [];
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

/** True when the change would leave nobody who may manage the system. @param administrators ids of those there are now */
export function losesLastAdministrator(
  administrators: readonly string[],
  personId: string,
  after: { administrator: boolean; active: boolean },
): boolean {
  const stays = after.administrator && after.active;
  return !stays && administrators.includes(personId) && administrators.every((id) => id === personId);
}
