import type { Language } from '../kernel/text.ts';
import { versionsEn } from './versions-en.ts';
import { versionsUk } from './versions-uk.ts';

/** Sentences about versions of a dataset, in the portal and the cabinet. */
export const versionsTexts: Readonly<Record<Language, typeof versionsUk>> = { uk: versionsUk, en: versionsEn };
