import { requiredEn } from './required-en.ts';
import { requiredUk } from './required-uk.ts';

/** Words of required datasets both for the public and for the staff. */
export const requiredTexts = { uk: requiredUk, en: requiredEn };
