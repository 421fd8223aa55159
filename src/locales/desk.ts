import { deskEn } from './desk-en.ts';
import { type DeskTexts, deskUk } from './desk-uk.ts';

/** Words of the desk and of a dataset's page in the cabinet. */
export const deskTexts: { readonly uk: DeskTexts; readonly en: DeskTexts } = { uk: deskUk, en: deskEn };
export type { DeskTexts };
