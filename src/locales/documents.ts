import { documentsEn } from './documents-en.ts';
import { documentsUk } from './documents-uk.ts';

/** Pages of documents, their templates and cases. */
export const documentsTexts = { uk: documentsUk, en: documentsEn } as const;
