import type { Language } from '../kernel/text.ts';
import { privacyEn } from './privacy-en.ts';
import { type PrivacyTexts, privacyUk } from './privacy-uk.ts';

/** Words of the page of personal data. */
export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = { uk: privacyUk, en: privacyEn };
