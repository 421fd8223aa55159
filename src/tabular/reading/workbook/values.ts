import type { ShownAs } from './workbook.ts';

const DAY = 86_400_000;
/** Milliseconds. */
const NOISE = 1;
/** Excel keeps fifteen digits: what comes after them is the noise of binary fractions (0.30000000000000004). */
const EXCEL_DIGITS = 15;
/** Day zero of Excel; its day 60 is 29 February 1900, which never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const NEVER_WAS = 60;

/** `1.5e21` → `1500000000000000000000`: codes and sums are read by people, exponents are not. */
export function withoutExponent(text: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!found) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}

/** The shortest text of a number as Excel itself would show it in full. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return withoutExponent(String(Number(value.toPrecision(EXCEL_DIGITS))));
}

/**
 * A day as `YYYY-MM-DD`, with a time as `YYYY-MM-DDTHH:MM:SS` and milliseconds where there are any, a time alone (day zero of Excel) as
 * `HH:MM:SS`.
 */
export function dateText(value: Date): string {
  // Times are binary fractions of a day; rounded to the millisecond, a whole second missed by one is noise.
  const exact = value.getTime();
  const seconds = Math.round(exact / 1000) * 1000;
  if (!Number.isFinite(seconds)) return '';
  const iso = new Date(seconds).toISOString();
  if (iso.startsWith('1899-12-3')) return iso.slice(11, 19);
  if (Math.abs(exact - seconds) > NOISE) return new Date(exact).toISOString().slice(0, 23);
  return seconds % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** The instant of a serial number of days. */
export function dateOfSerial(serial: number, since1904: boolean): Date {
  if (since1904) return new Date(EPOCH_1904 + Math.round(serial * DAY));
  const days = serial === NEVER_WAS ? NEVER_WAS - 1 : serial > NEVER_WAS ? serial - 1 : serial;
  return new Date(EPOCH_1900 + Math.round(days * DAY));
}

function within(id: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => id >= from && id <= to);
}

/** Formats of dates and times every program knows by number, those of East Asian editions too. */
const DATE_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/**
 * True for a number format that shows days or times.
 * @param id of the format; formats of the workbook's own begin at 164
 * @param code the workbook's own text of the format, if it names one
 */
function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined || code === '') return within(id, DATE_FORMATS);
  // colours, locales, quoted and escaped letters, fillers: none of them is a part of a date
  const plain = code
    .replace(/\[[$\-\w]*\]/g, '')
    .replace(/\\./g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/[*_]./g, '')
    .toLowerCase();
  if (/^(general|@)$/.test(plain.trim())) return false;
  if (/\[(h+|m+|s+)\]/i.test(code)) return true;
  return /(^|[^a-z])(h{1,2}|s{1,2})([^a-z]|$)|am\/pm|a\/p|y|d|m{3,}/.test(plain);
}

/** What a number's format shows it as, beyond the number: the rest of formats (colours, digits) changes nothing in the value. */
export type CellStyle = 'date' | ShownAs | null;

/** Formats with a per cent that every workbook has. */
const PERCENT_FORMATS = [9, 10];
/** Formats with the currency of the computer they were made on. */
const CURRENCY_FORMATS = [5, 6, 7, 8, 42, 44];

/**
 * @param id of the format; formats of the workbook's own begin at 164
 * @param code the workbook's own text of the format, if it names one
 */
export function styleOf(id: number, code: string | undefined): CellStyle {
  if (showsDate(id, code)) return 'date';
  if (code === undefined || code === '')
    return PERCENT_FORMATS.includes(id) ? 'percent' : CURRENCY_FORMATS.includes(id) ? 'currency' : null;
  const shown = code.replace(/\\./g, '');
  if (shown.replace(/"[^"]*"/g, '').includes('%')) return 'percent';
  return /\[\$[^-\]]|[₴$€£]|грн/iu.test(shown) ? 'currency' : null;
}
