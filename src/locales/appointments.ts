import type { Language } from '../kernel/text.ts';
import { appointmentsEn } from './appointments-en.ts';
import { type AppointmentsTexts, appointmentsUk } from './appointments-uk.ts';

/** What the pages of people and their appointments say. */
export const appointmentsTexts: Readonly<Record<Language, AppointmentsTexts>> = {
  uk: appointmentsUk,
  en: appointmentsEn,
};
