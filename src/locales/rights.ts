import type { Language } from '../kernel/text.ts';
import { rightsEn } from './rights-en.ts';
import { type RightsTexts, rightsUk } from './rights-uk.ts';

/** Rights as sentences. */
export const rightsTexts: Readonly<Record<Language, RightsTexts>> = { uk: rightsUk, en: rightsEn };
