import { type Passport, passportFaults } from '../../../capabilities/catalog/index.ts';

/** Elements the law or the national portal asks for, in the order of the screen. */
export const ASKED_FIELDS = [
  'title',
  'description',
  'purpose',
  'frequency',
  'keywords',
  'responsibleName',
  'responsibleEmail',
  'dataAsOf',
  'language',
] as const satisfies readonly (keyof Passport)[];
type AskedField = (typeof ASKED_FIELDS)[number];

/** The rest: «Додатково». */
export const MORE_FIELDS = [
  'ground',
  'norm',
  'withheld',
  'themes',
  'euThemes',
  'spatial',
  'temporal',
  'related',
  'documents',
  'responsiblePost',
  'responsiblePhone',
  'contacts',
  'compression',
  'previousUrl',
] as const satisfies readonly (keyof Passport)[];

/** What a person writes in the passport. */
export const PASSPORT_FIELDS = [...ASKED_FIELDS, ...MORE_FIELDS] as const;
export type PassportField = (typeof PASSPORT_FIELDS)[number];

/**
 * Who asks for an element: the regulation on open data (2.5, `PASSPORT_ELEMENT` of the grounds), or data.gov.ua, whose form has purpose as a
 * mandatory field (ckanext-dgua).
 */
export function askedBy(field: PassportField): 'regulation' | 'portal' | null {
  if (!ASKED_FIELDS.some((one) => one === field)) return null;
  return field === 'purpose' ? 'portal' : 'regulation';
}

const isAsked = (field: string): field is AskedField => ASKED_FIELDS.some((one) => one === field);

/** How many of the elements that are asked for are there. */
export function filledCount(passport: Passport): { done: number; all: number } {
  const missing = new Set(passportFaults(passport).flatMap(({ field }) => (isAsked(field) ? [field] : [])));
  return { done: ASKED_FIELDS.length - missing.size, all: ASKED_FIELDS.length };
}

/** How many of the further elements say something. */
export function moreCount(passport: Passport): { done: number; all: number } {
  const done = MORE_FIELDS.filter((field) => {
    const value = passport[field];
    return field === 'ground' || (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '');
  });
  return { done: done.length, all: MORE_FIELDS.length };
}
