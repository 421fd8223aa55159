import type { Text } from '../../../kernel/text.ts';
import { type Notation, USUAL_NOTATION } from '../../column.ts';
import { dayOfValue, isInEitherOrder, isIsoForm, momentOfValue } from '../../types/date-forms.ts';
import type { CellCheck, ColumnFacts } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

function inOtherForms(count: ColumnFacts['count'], type: 'date' | 'datetime', notation: Notation): number {
  const serial = notation.serialDates ? count('day-serial') : 0;
  const moments = type === 'datetime' ? count('moment-either') : 0;
  return count('day-year-first') + count('day-either') + count('day-in-words') + serial + moments;
}

type Order = 'mixed' | 'doubtful' | 'american' | 'usual';

/** Where some days can only be read day first and others only month first, the rest may mean either, and nobody but a person can tell. */
function orderOf(count: ColumnFacts['count'], { dates }: Notation): Order {
  if (dates !== 'unclear') return dates === 'month-first' ? 'american' : 'usual';
  const either = count('day-either') + count('moment-either');
  return either > count('month-first') + count('moment-month-first') ? 'mixed' : 'doubtful';
}

const ORDER_WORDS = {
  mixed: {
    uk: 'В одних першим стоїть день, в інших місяць, тож самі ми їх не чіпаємо. Виправте їх у файлі.',
    en: 'Some put the day first and others the month, so we leave them alone. Correct them in the file.',
  },
  doubtful: {
    uk: 'Деякі можна прочитати лише так, що першим стоїть місяць (12/29/2018), а решту і так, і так, тож самі ми їх не чіпаємо. Запишіть їх у файлі роком уперед: 2018-12-29.',
    en: 'Some make sense only with the month first (12/29/2018) and the rest may be read both ways, so we leave them alone. Write them year first in the file: 2018-12-29.',
  },
  american: {
    uk: 'Запишемо роком уперед: 2025-01-31. У цьому стовпці першим стоїть місяць, а не день.',
    en: 'We can write them year first: 2025-01-31. In this column the month comes before the day.',
  },
  usual: {
    uk: 'Запишемо роком уперед: 2025-01-31.',
    en: 'We can write them year first: 2025-01-31.',
  },
} as const satisfies Record<Order, Text>;

/** Days and moments that exist but are not written by ISO 8601. */
export const dateNotIso: CellCheck = {
  code: 'date-not-iso',
  title: { uk: 'Дати записано по-різному', en: 'Dates not in the common form' },
  why: {
    uk: 'Дату 03.04.2025 програма може прочитати як 4 березня, а впорядкує за днями, не за роками. Рік уперед усі читають однаково.',
    en: 'A program may read 03.04.2025 as the fourth of March and sorts by days, not by years. Year first is read alike by all.',
  },
  example: {
    before: lines('id,Дата договору', '1,05.11.2025', '2,17.11.2025', '3,2025-12-01'),
    after: lines('id,Дата договору', '1,2025-11-05', '2,2025-11-17', '3,2025-12-01'),
  },
  predicates: [],
  find({ profile, count, decision }) {
    const type = profile.expected ?? profile.type;
    if (type !== 'date' && type !== 'datetime') return null;
    const n = inOtherForms(count, type, decision.notation);
    if (n === 0) return null;
    const cells = inCells(n);
    const order = ORDER_WORDS[orderOf(count, decision.notation)];
    return {
      count: n,
      repairable: decision.notation.dates !== 'unclear',
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} дати записано не так, як їх читають програми. ${order.uk}`,
        en: `In “${profile.title}”, ${cells.en} hold dates in a form programs misread. ${order.en}`,
      },
      where: (_raw, clean) => `(${notIso(clean)} AND ${isInEitherOrder(clean, decision.notation, parserOf(type))})`,
    };
  },
  repair(raw, clean, { type, expected, notation = USUAL_NOTATION }) {
    const kind = expected ?? type;
    const iso = `CASE WHEN regexp_matches(${clean}, ':') THEN regexp_replace(strftime(${momentOfValue(clean, notation)}, '%Y-%m-%dT%H:%M:%S.%g'), '\\.000$', '')
      ELSE strftime(${dayOfValue(clean, notation)}, '%Y-%m-%d') END`;
    return `CASE WHEN ${repairable(clean, kind, notation)} THEN ${iso} ELSE ${raw} END`;
  },
};

const parserOf = (type: string) => (type === 'date' ? dayOfValue : momentOfValue);

const notIso = (clean: string) => `NOT coalesce(${isIsoForm(clean)}, false)`;

function repairable(clean: string, type: string, notation: Notation): string {
  return `${notIso(clean)} AND (${parserOf(type)(clean, notation)}) IS NOT NULL`;
}
