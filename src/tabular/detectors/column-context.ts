import type { ColumnFacts } from '../checks/check.ts';
import type { ColumnKind } from '../column.ts';
import { headerWords } from '../kinds/header-words.ts';

/** True where the header of the column has one of the words; `words` of kinds makes the regex. */
export function headed({ header, profile }: ColumnFacts, regex: RegExp): boolean {
  return regex.test(headerWords(header.trim() === '' ? profile.title : header));
}

/** Kinds of columns of people's names, whole or in parts. */
export const KINDS_OF_NAMES: ReadonlySet<ColumnKind | null> = new Set([
  'person',
  'surname',
  'given-name',
  'patronymic',
]);
const PEOPLE =
  / п ?і ?б | піб | піп | прізвищ| імя | по батькові| заявник| мешкан| громадян| власник| орендар| працівник| учасник| дитин| учн| пацієнт| особ[аи] | fio | name /u;

/** True where some column beside it names people. */
export function personBeside(column: ColumnFacts, beside: readonly ColumnFacts[]): boolean {
  return beside.some((one) => one !== column && (KINDS_OF_NAMES.has(one.profile.kind) || headed(one, PEOPLE)));
}

const CODES: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'edrpou',
  'katottg',
  'koatuu',
  'kved',
  'dk021',
  'cadastral',
  'land-use',
  'kekv',
  'kpkvk',
  'iban',
  'postal-code',
  'prozorro',
  'building-id',
  'uuid',
  'document-number',
  'code',
  'row-number',
  'identifier',
  'money',
  'percent',
  'quantity',
  'latitude',
  'longitude',
  'coordinates',
  'geometry',
  'date',
  'datetime',
  'time',
  'year',
  'period',
]);

/** True for a column of codes, numbers or dates: a single value of another form in it is a chance. */
export function isOfCodes({ profile }: ColumnFacts): boolean {
  return CODES.has(profile.kind) || (profile.type !== 'text' && profile.expected === undefined);
}

/** Codes of any form: a person's number in a column of them is no chance. */
const LOOSE_CODES: ReadonlySet<ColumnKind | null> = new Set(['code', 'document-number', 'identifier', 'row-number']);

/** True for a column whose kind says what every number in it is. */
export function isOfKnownNumbers({ profile }: ColumnFacts): boolean {
  return CODES.has(profile.kind) && !LOOSE_CODES.has(profile.kind);
}

/** Amounts: a number of ten digits among smaller ones is no amount. */
const AMOUNTS: ReadonlySet<ColumnKind | null> = new Set(['money', 'percent', 'quantity']);

export function isOfAmounts({ profile }: ColumnFacts): boolean {
  return AMOUNTS.has(profile.kind);
}

/** Part of the filled cells, 0–1. */
export function shareOf({ filled }: ColumnFacts, count: number): number {
  return count / Math.max(1, filled);
}
