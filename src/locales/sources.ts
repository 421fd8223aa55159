import { sourcesEn } from './sources-en.ts';
import { type SourcesTexts, sourcesUk } from './sources-uk.ts';

/** Words of scheduled fetching. */
export const sourcesTexts: { readonly uk: SourcesTexts; readonly en: SourcesTexts } = { uk: sourcesUk, en: sourcesEn };
export type { SourcesTexts };
