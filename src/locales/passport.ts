import type { Language } from '../kernel/text.ts';
import { passportEn } from './passport-en.ts';
import { type PassportTexts, passportUk } from './passport-uk.ts';

/** Words of the passport's further elements and of its form. */
export const passportTexts: Readonly<Record<Language, PassportTexts>> = { uk: passportUk, en: passportEn };
