import type { Notation } from '../column.ts';
import { fullMatch, type Predicate, sqlText } from '../scan/predicate.ts';

/** The ways clerks write days and moments. Each form is a regex; whether the day exists is asked after, by parsing. */
const MONTHS = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];
const YEAR_WORD = '(?: ?р\\.?| ?року)?';
const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const CLOCK_LOOSE = '\\d{1,2}:\\d{2}(?::\\d{2})?';

const ISO_DAY = '\\d{4}-\\d{2}-\\d{2}';
const YEAR_FIRST = '\\d{4}-\\d-\\d{1,2}|\\d{4}-\\d{2}-\\d|\\d{4}\\.\\d{1,2}\\.\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}';
const YEAR_LAST = `\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})${YEAR_WORD}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})`;
const IN_WORDS = `["«“]?\\d{1,2}["»”]? (?i:${MONTHS.join('|')}) \\d{4}${YEAR_WORD}`;
const SERIAL = '\\d{5}';

const ISO_MOMENT = '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?';
const BETWEEN = '(?:,? |T)';
const YEAR_LAST_MOMENT = `(?:\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})${BETWEEN}${CLOCK_LOOSE}`;
const YEAR_FIRST_MOMENT = `(?:${YEAR_FIRST})${BETWEEN}${CLOCK_LOOSE}|${ISO_DAY}(?:, ${CLOCK_LOOSE}|[ T]\\d:\\d{2}(?::\\d{2})?)`;
const WRITTEN_MOMENT = `${YEAR_LAST_MOMENT}|${YEAR_FIRST_MOMENT}`;

const matches = (value: string, regex: string): string => `regexp_full_match(${value}, ${sqlText(`(?:${regex})`)})`;

/** SQL: the day of an ISO or year-first value; NULL where there is no such day. */
const yearFirst = (value: string) => `CAST(try_strptime(${value}, ['%Y-%m-%d', '%Y.%m.%d', '%Y/%m/%d']) AS DATE)`;

function yearLast(value: string, dates: Notation['dates']): string {
  const bare = `translate(regexp_replace(${value}, ' ?(?:р\\.?|року)$', ''), '/-', '..')`;
  // %Y would read the year 24 as the year 24
  const inOrder = (
    order: string,
  ) => `CASE WHEN regexp_matches(${bare}, '\\d{4}$') THEN try_strptime(${bare}, '${order}.%Y')
    ELSE try_strptime(${bare}, '${order}.%y') END`;
  if (dates === 'day-first') return `CAST(${inOrder('%d.%m')} AS DATE)`;
  // a spreadsheet set to English turns some days of a column into 12/29/2018 and leaves the others as typed: 04.01.2019
  const slashes = dates === 'month-first' ? inOrder('%m.%d') : 'NULL';
  return `CAST(CASE WHEN contains(${value}, '/') THEN ${slashes} ELSE ${inOrder('%d.%m')} END AS DATE)`;
}

function inWords(value: string): string {
  const month = `list_position([${MONTHS.map(sqlText).join(', ')}], regexp_extract(lower(${value}), '${MONTHS.join('|')}'))`;
  return `TRY_CAST(regexp_extract(${value}, '\\d{4}') || '-' || ${month} || '-' || regexp_extract(${value}, '\\d{1,2}') AS DATE)`;
}

const serialDay = (value: string) =>
  `CASE WHEN ${value} BETWEEN '20000' AND '60000' THEN DATE '1899-12-30' + CAST(${value} AS INTEGER) END`;

/** SQL: the day a value means; NULL where it is not a day, or there is no such day. */
export function dayOfValue(value: string, notation: Notation): string {
  const serial = notation.serialDates ? ` WHEN ${matches(value, SERIAL)} THEN ${serialDay(value)}` : '';
  return `CASE WHEN ${matches(value, ISO_DAY)} THEN TRY_CAST(${value} AS DATE)
    WHEN ${matches(value, YEAR_FIRST)} THEN ${yearFirst(value)}
    WHEN ${matches(value, YEAR_LAST)} THEN ${yearLast(value, notation.dates)}
    WHEN ${matches(value, IN_WORDS)} THEN ${inWords(value)}${serial} END`;
}

const clockOf = (value: string) => `TRY_CAST(regexp_extract(${value}, '(\\d{1,2}:\\d{2}(?::\\d{2})?)$', 1) AS TIME)`;
const dayPart = (value: string) => `regexp_extract(${value}, '^[\\d./-]+')`;

function writtenMoment(value: string, dates: Notation['dates']): string {
  const day = `CASE WHEN ${matches(value, YEAR_LAST_MOMENT)} THEN ${yearLast(dayPart(value), dates)} ELSE ${yearFirst(dayPart(value))} END`;
  return `CASE WHEN ${matches(value, WRITTEN_MOMENT)} THEN ${day} + ${clockOf(value)} END`;
}

/** SQL: the moment a value means, a day alone being its midnight; NULL where there is none. */
export function momentOfValue(value: string, notation: Notation): string {
  return `CASE WHEN ${matches(value, ISO_MOMENT)} THEN TRY_CAST(${value} AS TIMESTAMP)
    WHEN ${matches(value, WRITTEN_MOMENT)} THEN ${writtenMoment(value, notation.dates)}
    ELSE CAST(${dayOfValue(value, notation)} AS TIMESTAMP) END`;
}

/** SQL, true for a value that is a day (or a moment) in one order or the other. */
export function isInEitherOrder(
  value: string,
  notation: Notation,
  parse: (value: string, notation: Notation) => string,
): string {
  const inOrder = (dates: Notation['dates']) => `(${parse(value, { ...notation, dates })}) IS NOT NULL`;
  return `(${inOrder('day-first')} OR ${inOrder('month-first')})`;
}

/** SQL: the value is a day or moment in the ISO 8601 form already (a space may stand for T). */
export function isIsoForm(value: string): string {
  return matches(value, `${ISO_DAY}|${ISO_MOMENT}`);
}

/** SQL: the value looks like a day or a moment, whether or not the calendar has it. */
export function looksLikeDate(value: string): string {
  return matches(
    value,
    `${ISO_DAY}|${YEAR_FIRST}|${YEAR_LAST}|${IN_WORDS}|${ISO_MOMENT}|${YEAR_LAST_MOMENT}|${YEAR_FIRST_MOMENT}`,
  );
}

function dayForm(code: string, regex: string, parse: (value: string) => string): Predicate {
  return {
    code,
    of: 'clean',
    family: 'forms',
    // of digits these regexes only ask that they are there: where the shape matches the value does
    digits: { shape: `(?:${regex})`, left: (value) => `${parse(value)} IS NOT NULL` },
    guard: `^(?:${regex})$`,
    sql: (value) => `CASE WHEN ${matches(value, regex)} THEN ${parse(value)} IS NOT NULL ELSE false END`,
  };
}

export const DATE_HEADER = /дат[аиу]|date|день|коли|термін|строк/iu;

export const DATE_FORMS: readonly Predicate[] = [
  fullMatch('day-dots', '\\d{1,2}\\.\\d{1,2}\\.\\d{4}', { family: 'forms', digits: 'blind' }),
  dayForm('day-iso', ISO_DAY, (v) => `TRY_CAST(${v} AS DATE)`),
  dayForm('day-year-first', YEAR_FIRST, yearFirst),
  dayForm('day-first', YEAR_LAST, (v) => yearLast(v, 'day-first')),
  dayForm('month-first', YEAR_LAST, (v) => yearLast(v, 'month-first')),
  dayForm('day-either', YEAR_LAST, (v) => `coalesce(${yearLast(v, 'day-first')}, ${yearLast(v, 'month-first')})`),
  dayForm('day-in-words', IN_WORDS, inWords),
  { ...dayForm('day-serial', SERIAL, serialDay), onlyHeader: DATE_HEADER },
  dayForm('moment-iso', ISO_MOMENT, (v) => `TRY_CAST(${v} AS TIMESTAMP)`),
  dayForm('moment-day-first', WRITTEN_MOMENT, (v) => writtenMoment(v, 'day-first')),
  dayForm('moment-month-first', WRITTEN_MOMENT, (v) => writtenMoment(v, 'month-first')),
  dayForm(
    'moment-either',
    WRITTEN_MOMENT,
    (v) => `coalesce(${writtenMoment(v, 'day-first')}, ${writtenMoment(v, 'month-first')})`,
  ),
  {
    code: 'date-form',
    of: 'clean',
    family: 'forms',
    digits: 'blind',
    guard: `^(?:${[ISO_DAY, YEAR_FIRST, YEAR_LAST, IN_WORDS, ISO_MOMENT, YEAR_LAST_MOMENT, YEAR_FIRST_MOMENT].join('|')})$`,
    sql: looksLikeDate,
  },
  {
    code: 'clock',
    of: 'clean',
    family: 'forms',
    digits: { shape: '0{1,2}:00(?::00)?' },
    guard: `^(?:${CLOCK})$`,
    sql: (value) => matches(value, CLOCK),
  },
];
