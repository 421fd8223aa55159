import type { Language } from '../kernel/text.ts';
import { rowsApiEn } from './rows-api-en.ts';
import { type RowsApiTexts, rowsApiUk } from './rows-api-uk.ts';

/** Words of the page to try the row API and of the pieces of programs. */
export const rowsApiTexts: Readonly<Record<Language, RowsApiTexts>> = { uk: rowsApiUk, en: rowsApiEn };
export type { RowsApiTexts };
