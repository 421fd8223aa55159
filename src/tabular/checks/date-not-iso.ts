import type { Text } from '../../kernel/text.ts';
import { type Notation, USUAL_NOTATION } from '../column.ts';
import { dayOfValue, isIsoForm, momentOfValue } from '../types/date-forms.ts';
import type { CellCheck, ColumnFacts } from './check.ts';
import { inCells } from './wording.ts';

function inOtherForms(count: ColumnFacts['count'], notation: Notation): number {
  const yearLast = count(notation.dates === 'day-first' ? 'day-first' : 'month-first');
  const serial = notation.serialDates ? count('day-serial') : 0;
  return count('day-year-first') + yearLast + count('day-in-words') + serial;
}

/** True where some days can only be read day first and others only month first: the rest may mean either, and nobody but a person can tell. */
function ordersMixed(count: ColumnFacts['count']): boolean {
  return count('day-either') > Math.max(count('day-first'), count('month-first'));
}

const ORDER_WORDS = {
  mixed: {
    uk: 'В одних першим стоїть день, в інших місяць, тож самі ми їх не чіпаємо. Виправте їх у файлі.',
    en: 'Some put the day first and others the month, so we leave them alone. Correct them in the file.',
  },
  american: {
    uk: 'Запишемо роком уперед: 2025-01-31. У цьому стовпці першим стоїть місяць, а не день.',
    en: 'We can write them year first: 2025-01-31. In this column the month comes before the day.',
  },
  usual: {
    uk: 'Запишемо роком уперед: 2025-01-31.',
    en: 'We can write them year first: 2025-01-31.',
  },
} as const satisfies Record<string, Text>;

const hasDay = (clean: string, notation: Notation) => `(${momentOfValue(clean, notation)}) IS NOT NULL`;

/** Days and moments that exist but are not written by ISO 8601. */
export const dateNotIso: CellCheck = {
  code: 'date-not-iso',
  title: { uk: 'Дати записано по-різному', en: 'Dates not in the common form' },
  clause: 'Положення про відкриті дані м. Дрогобича, 2.4: дата й час за ISO 8601',
  predicates: [],
  find({ profile, count, decision }) {
    const type = profile.expected ?? profile.type;
    if (type !== 'date' && type !== 'datetime') return null;
    const n = inOtherForms(count, decision.notation) + (type === 'datetime' ? count('moment-written') : 0);
    if (n === 0) return null;
    const cells = inCells(n);
    const mixed = ordersMixed(count);
    const order = ORDER_WORDS[mixed ? 'mixed' : decision.notation.dates === 'month-first' ? 'american' : 'usual'];
    return {
      count: n,
      severity: 'warning',
      repairable: !mixed,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} дати записано не так, як їх читають програми. ${order.uk}`,
        en: `In “${profile.title}”, ${cells.en} hold dates in a form programs misread. ${order.en}`,
      },
      where: (_raw, clean) => `(${repairable(clean, type, decision.notation)})`,
    };
  },
  repair(raw, clean, { type, expected, notation = USUAL_NOTATION }) {
    const kind = expected ?? type;
    const iso = `CASE WHEN regexp_matches(${clean}, ':') THEN strftime(${momentOfValue(clean, notation)}, '%Y-%m-%dT%H:%M:%S')
      ELSE strftime(${dayOfValue(clean, notation)}, '%Y-%m-%d') END`;
    return `CASE WHEN ${repairable(clean, kind, notation)} THEN ${iso} ELSE ${raw} END`;
  },
};

function repairable(clean: string, type: string, notation: Notation): string {
  const day = type === 'date' ? `(${dayOfValue(clean, notation)}) IS NOT NULL` : hasDay(clean, notation);
  return `NOT coalesce(${isIsoForm(clean)}, false) AND ${day}`;
}
