import type { Notation } from '../column.ts';
import { fullMatch, type Predicate } from '../scan/predicate.ts';

/** The ways numbers are written, as regexes over a value whose spaces are tidy. Forms first, casts follow: `try_cast` takes '1_000' for a number. */
const SIGN = '[-+−–]?';
const GROUPED = "\\d{1,3}(?:[ ']\\d{3})+";

const WHOLE = '-?\\d{1,18}';
const WHOLE_WRITTEN = `[+−–]\\d{1,18}|${SIGN}\\d{1,3}(?:[ ']\\d{3}){1,5}`;
const POINT = '-?\\d+\\.\\d+|-?\\d(?:\\.\\d+)?[eE][-+]\\d{1,3}';
const POINT_WRITTEN = `[+−–]\\d+\\.\\d+|${SIGN}${GROUPED}\\.\\d+`;
const COMMA = `${SIGN}(?:\\d+|${GROUPED}),\\d+`;
const COMMA_GROUPS = `${SIGN}\\d{1,3}(?:,\\d{3}){2,}|${SIGN}\\d{1,3}(?:,\\d{3})+\\.\\d+`;
const POINT_GROUPS = `${SIGN}\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?|${SIGN}\\d{1,3}(?:\\.\\d{3})+,\\d+`;
/**
 * Amounts with more digits than a DOUBLE keeps (15, IEEE 754): 16 and more in all, 9 and more before the point. With fewer before the point a long
 * tail is the trace of a calculation, as in coordinates, and is kept as exactly as it was made.
 */
const TOO_PRECISE = [
  ...[9, 10, 11, 12, 13, 14, 15].map((whole) => `\\d{${whole}}[.,]\\d{${16 - whole},}`),
  '\\d{16,}(?:[.,]\\d+)?',
  "\\d{1,3}(?:[ ']\\d{3}){5,}[.,]\\d+",
].join('|');

const blind = { family: 'forms', digits: 'blind' } as const;

export const NUMBER_FORMS: readonly Predicate[] = [
  fullMatch('whole', WHOLE, blind),
  fullMatch('whole-written', WHOLE_WRITTEN, blind),
  fullMatch('point', POINT, blind),
  fullMatch('point-written', POINT_WRITTEN, blind),
  fullMatch('comma', COMMA, blind),
  fullMatch('comma-plain', '-?\\d+,\\d+', blind),
  fullMatch('comma-groups', COMMA_GROUPS, blind),
  fullMatch('point-groups', POINT_GROUPS, blind),
  // «1,234» alone may be a fraction or a thousand: other values of the column decide
  fullMatch('comma-maybe-group', `${SIGN}[1-9]\\d{0,2},\\d{3}`, {
    family: 'forms',
    digits: { shape: `${SIGN}0{1,3},000` },
  }),
  // thousands written without a comma: then a comma of the column stands before a fraction
  fullMatch('whole-thousands', `-?[1-9]\\d{3,17}|${SIGN}\\d{1,3}(?:[ ']\\d{3}){1,5}`, {
    family: 'forms',
    digits: { shape: `-?0{4,18}|${SIGN}0{1,3}(?:[ ']000){1,5}` },
  }),
  fullMatch('point-maybe-group', '-?[1-9]\\d{0,2}\\.\\d{3}', { family: 'forms', digits: { shape: '-?0{1,3}\\.000' } }),
  // digits that begin with a needless zero are a code, not a quantity
  fullMatch('leading-zero', `${SIGN}0\\d[\\d ]*(?:[.,]\\d+)?`, {
    family: 'forms',
    digits: { shape: `${SIGN}00[0 ]*(?:[.,]0+)?` },
  }),
  fullMatch('too-precise', `${SIGN}(?:${TOO_PRECISE})`, blind),
  fullMatch('digits', '\\d+', blind),
  fullMatch('zero-one', '[01]', { family: 'forms', digits: { shape: '0' } }),
];

/** Numbers of the column's notation that are not yet written as a program reads them (`-1234.5`). */
export function writtenNumber(value: string, notation: Notation): string {
  const forms = [WHOLE_WRITTEN, POINT_WRITTEN, COMMA_GROUPS, POINT_GROUPS];
  if (notation.comma !== 'unclear') forms.push(COMMA);
  if (notation.point === 'group') forms.push('-?[1-9]\\d{0,2}\\.\\d{3}');
  return `regexp_full_match(${value}, '(?:${forms.join('|').replaceAll("'", "''")})')`;
}

/** SQL, true for a number with one comma, be it before a fraction or between thousands. */
export function hasComma(value: string): string {
  return `regexp_full_match(${value}, '(?:${COMMA.replaceAll("'", "''")})')`;
}

/** SQL: a written number as a program reads it: no groups, a point before the fraction. */
export function plainNumber(value: string, notation: Notation): string {
  const bare = `regexp_replace(translate(${value}, '−– ''', '--'), '^\\+', '')`;
  const comma = notation.comma === 'group' ? '' : '.';
  const point = notation.point === 'group' ? `replace(${bare}, '.', '')` : bare;
  return `CASE WHEN regexp_full_match(${value}, '(?:${COMMA_GROUPS})') THEN replace(${bare}, ',', '')
    WHEN regexp_full_match(${value}, '(?:${POINT_GROUPS})') THEN replace(replace(${bare}, '.', ''), ',', '.')
    ELSE replace(${point}, ',', '${comma}') END`;
}

/** Any number in the column's notation. */
export function isNumber(value: string, notation: Notation): string {
  return `(regexp_full_match(${value}, '(?:${WHOLE}|${POINT})') OR ${writtenNumber(value, notation)})`;
}

/** A number that a program reads as it stands. */
export function isPlainNumber(value: string): string {
  return `regexp_full_match(${value}, '(?:${WHOLE}|${POINT})')`;
}

/** A whole number, plain or with groups. */
export function isWhole(value: string): string {
  return `regexp_full_match(${value}, '(?:${`${WHOLE}|${WHOLE_WRITTEN}`.replaceAll("'", "''")})')`;
}
