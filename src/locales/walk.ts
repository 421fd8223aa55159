import { walkEn } from './walk-en.ts';
import { type WalkTexts, walkUk } from './walk-uk.ts';

/** Words of the clerk's walk. */
export const walkTexts: { readonly uk: WalkTexts; readonly en: WalkTexts } = { uk: walkUk, en: walkEn };
export type { WalkTexts };
