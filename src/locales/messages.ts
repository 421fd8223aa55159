import type { Language } from '../kernel/text.ts';
import { messagesEn } from './messages-en.ts';
import { type MessagesTexts, messagesUk } from './messages-uk.ts';

/** Words of questions, errors and proposals, for the portal. */
export const messagesTexts: Readonly<Record<Language, MessagesTexts>> = { uk: messagesUk, en: messagesEn };
export type { MessagesTexts };
