import type { Predicate } from '../scan/predicate.ts';

/** Codes that pass the checksum but are only examples. */
const NOT_EDRPOU = ['00000000', '12345678'];

const digit = (value: string, place: number) => `(ascii(substr(${value}, ${place}, 1)) - 48)`;

function weighed(value: string, weights: readonly number[]): string {
  return `((${weights.map((weight, at) => `${weight} * ${digit(value, at + 1)}`).join(' + ')}) % 11)`;
}

/** SQL, true where eight digits are a code of the register of legal persons: its last digit is a checksum of the others. */
export function isEdrpou(value: string): string {
  const middle = `(${value} > '30000000' AND ${value} < '60000000')`;
  const first = `CASE WHEN ${middle} THEN ${weighed(value, [7, 1, 2, 3, 4, 5, 6])} ELSE ${weighed(value, [1, 2, 3, 4, 5, 6, 7])} END`;
  const second = `CASE WHEN ${middle} THEN ${weighed(value, [9, 3, 4, 5, 6, 7, 8])} ELSE ${weighed(value, [3, 4, 5, 6, 7, 8, 9])} END`;
  const check = `CASE WHEN (${first}) = 10 THEN (${second}) % 10 ELSE ${first} END`;
  return `CASE WHEN regexp_full_match(${value}, '\\d{8}') AND ${value} NOT IN (${NOT_EDRPOU.map((code) => `'${code}'`).join(', ')})
    THEN (${check}) = ${digit(value, 8)} ELSE false END`;
}

/** SQL, true where zeros at the left would make it such a code: a spreadsheet took it for a number. */
export function isShortEdrpou(value: string): string {
  return `CASE WHEN regexp_full_match(${value}, '\\d{5,7}') THEN ${isEdrpou(`lpad(${value}, 8, '0')`)} ELSE false END`;
}

/** SQL, true for a number of the register of taxpayers: ten digits, the last agreeing with the others. */
export function isTaxNumber(value: string): string {
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].map((weight, at) => `${weight} * ${digit(value, at + 1)}`).join(' + ');
  return `CASE WHEN regexp_full_match(${value}, '\\d{10}') AND ${value} <> '0000000000'
    THEN ((((${sum}) % 11) + 11) % 11) % 10 = ${digit(value, 10)} ELSE false END`;
}

/** SQL, true for an account of Ukraine by ISO 13616: UA and 27 digits, the first two a remainder by 97. */
export function isIban(value: string): string {
  return `CASE WHEN regexp_full_match(${value}, 'UA\\d{27}')
    THEN TRY_CAST(substr(${value}, 5) || '3010' || substr(${value}, 3, 2) AS HUGEINT) % 97 = 1 ELSE false END`;
}

function asked(code: string, sql: (value: string) => string, guard: string, shape: string): Predicate {
  return { code, of: 'clean', family: 'forms', digits: { shape }, guard: `^(?:${guard})$`, sql, onlyKinds: ['edrpou'] };
}

export const IDENTIFIER_FORMS: readonly Predicate[] = [
  asked('edrpou', isEdrpou, '\\d{8}', '0{8}'),
  asked('edrpou-short', isShortEdrpou, '\\d{5,7}', '0{5,7}'),
];
