import type { Text } from '../../kernel/text.ts';
import type { ColumnType } from '../../tabular/column.ts';

/** A value in the one form statements use, or what the column expects instead. */
export type ParsedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'bad'; readonly expected: Text };

const EXPECTED: Record<Exclude<ColumnType, 'text'>, Text> = {
  integer: { uk: 'ціле число, наприклад 25', en: 'a whole number, for example 25' },
  decimal: { uk: 'число, наприклад 12.5 або 12,5', en: 'a number, for example 12.5 or 12,5' },
  boolean: { uk: 'true або false (так або ні)', en: 'true or false' },
  date: { uk: 'день, наприклад 2025-03-31 або 31.03.2025', en: 'a day, for example 2025-03-31 or 31.03.2025' },
  datetime: {
    uk: 'день або час, наприклад 2025-03-31 або 2025-03-31T14:30',
    en: 'a day or a time, for example 2025-03-31 or 2025-03-31T14:30',
  },
  time: { uk: 'час, наприклад 14:30', en: 'a time, for example 14:30' },
};

const TRUE = new Set(['true', '1', 'yes', 'так', 't']);
const FALSE = new Set(['false', '0', 'no', 'ні', 'f']);

/** `true` or `false` as people and programs write them; null for anything else. */
export function parseTruth(written: string): boolean | null {
  const word = written.trim().toLowerCase();
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : null;
}

/** A year `2025`, or a month `2025-03` (also 03.2025); null for anything else. */
export function parsePart(part: 'year' | 'month', written: string): string | null {
  const text = written.trim();
  if (part === 'year') return /^\d{4}$/.test(text) && text !== '0000' ? text : null;
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  const own = /^(\d{1,2})\.(\d{4})$/.exec(text);
  const [year = '0000', month = '0'] = iso ? [iso[1], iso[2]] : own ? [own[2], own[1]] : [];
  return year !== '0000' && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}

/** Understands one value written in an address for a column of that type. */
export function parseValue(type: ColumnType, written: string): ParsedValue {
  if (type === 'text') return { kind: 'value', value: written };
  const value = FORMS[type](written.trim());
  return value === null ? { kind: 'bad', expected: EXPECTED[type] } : { kind: 'value', value };
}

const FORMS: Record<Exclude<ColumnType, 'text'>, (written: string) => string | null> = {
  integer: (written) => numberOf(written, /^[+-]?\d{1,37}$/),
  decimal: (written) => numberOf(written, /^[+-]?(\d{1,27}([.,]\d{0,10})?|[.,]\d{1,10})$/),
  boolean: (written) => parseTruth(written)?.toString() ?? null,
  date: dayOf,
  datetime: (written) => {
    const parts = /^(\S+?)(?:(?:[T ])(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?Z?$/.exec(written);
    const day = dayOf(parts?.[1] ?? '');
    if (day === null) return null;
    if (parts?.[2] === undefined) return day;
    const time = timeOf(parts[2]);
    return time === null ? null : `${day}T${time}`;
  },
  time: timeOf,
};

/** Spaces between groups of digits are left out, the comma becomes a dot. */
function numberOf(written: string, form: RegExp): string | null {
  const compact = written.replace(/(?<=\d)[\s\u00a0\u202f](?=\d)/g, '').replace('\u2212', '-');
  if (!form.test(compact)) return null;
  const dotted = compact.replace(',', '.').replace(/^\+/, '').replace(/\.$/, '');
  return dotted.replace(/^(-?)\./, '$10.');
}

function dayOf(written: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const own = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : own ? [own[3], own[2], own[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  // 31.02 would silently become 3 March: such a day does not exist.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : null;
}

function timeOf(written: string): string | null {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?$/.exec(written);
  if (!parts) return null;
  const [, hour = '', minute = '', second = '00', fraction = ''] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}:${second}${fraction}`;
}
