import type { Text } from '../../kernel/text.ts';
import type { ColumnType } from '../../tabular/column.ts';

/** A value in the plain form of its type, null where it is blank, or why it is none. */
export type PlainValue = string | null | { readonly fault: Text };

/**
 * A value of a sent row in the form it is kept from: numbers with a point, days and moments by ISO 8601 (also dd.mm.yyyy and a decimal
 * comma). An empty text is no value.
 */
export function plainValue(type: ColumnType, value: unknown): PlainValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return no(type, value);
  if (type === 'text') return String(value).replaceAll('\0', '\u{fffd}').toWellFormed();
  const text = String(value).trim();
  return text === '' ? null : (FORMS[type](text) ?? no(type, text));
}

const FORMS: Readonly<Record<Exclude<ColumnType, 'text'>, (text: string) => string | null>> = {
  integer: (text) => (/^[+-]?\d{1,19}$/.test(text) ? text.replace('+', '') : null),
  decimal: (text) =>
    /^[+-]?\d+([.,]\d+)?(e[+-]?\d{1,3})?$/i.test(text) ? text.replace(',', '.').replace('+', '') : null,
  boolean: (text) => {
    if (/^(true|так|1)$/i.test(text)) return 'true';
    return /^(false|ні|0)$/i.test(text) ? 'false' : null;
  },
  date: dayOf,
  datetime: (text) => {
    const [, day = '', clock = ''] = /^(\S+)[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)$/.exec(text) ?? [];
    const [plainDay, plainClock] = [dayOf(day || text), clock === '' ? '00:00' : clockOf(clock)];
    return plainDay && plainClock ? `${plainDay} ${plainClock}` : null;
  },
  time: clockOf,
};

function dayOf(text: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  const iso = y === '' ? text : `${y}-${m}-${d}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

function clockOf(text: string): string | null {
  return /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(text) ? text.padStart(5, '0') : null;
}

const EXPECTED: Readonly<Record<ColumnType, Text>> = {
  integer: { uk: 'ціле число, наприклад 12', en: 'a whole number, for example 12' },
  decimal: { uk: 'число, наприклад 12.5', en: 'a number, for example 12.5' },
  boolean: { uk: 'true або false', en: 'true or false' },
  date: { uk: 'дата, наприклад 2026-03-31', en: 'a day, for example 2026-03-31' },
  datetime: {
    uk: 'дата й час без часового поясу, наприклад 2026-03-31T14:05',
    en: 'a moment without a time zone, for example 2026-03-31T14:05',
  },
  time: { uk: 'час, наприклад 14:05', en: 'a time, for example 14:05' },
  text: { uk: 'текст', en: 'text' },
};

function no(type: ColumnType, value: unknown): { fault: Text } {
  // answers are kept in logs of other programs: the value itself is not repeated
  const uk = typeof value === 'object' ? 'об’єкт' : `інше (${String(value).length} зн.)`;
  const en = typeof value === 'object' ? 'an object' : `something else (${String(value).length} characters)`;
  return {
    fault: {
      uk: `Тут потрібно ${EXPECTED[type].uk}, а є ${uk}.`,
      en: `${EXPECTED[type].en} is needed here, there is ${en}.`,
    },
  };
}
