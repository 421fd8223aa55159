import type { Language } from '../kernel/text.ts';
import { searchEn } from './search-en.ts';
import { searchUk } from './search-uk.ts';

/** Words of the search page, of suggestions and of the cabinet's page of search words. */
export type SearchTexts = typeof searchUk;

export const searchTexts: Record<Language, SearchTexts> = { uk: searchUk, en: searchEn };
