import type { Language } from '../kernel/text.ts';
import { staffMessagesEn } from './staff-messages-en.ts';
import { type StaffMessagesTexts, staffMessagesUk } from './staff-messages-uk.ts';

/** Words of the messages in the cabinet. */
export const staffMessagesTexts: Readonly<Record<Language, StaffMessagesTexts>> = {
  uk: staffMessagesUk,
  en: staffMessagesEn,
};
