import { type Notation, USUAL_NOTATION } from '../../column.ts';
import { isInEitherOrder, looksLikeDate, momentOfValue } from '../../types/date-forms.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { values } from '../wording.ts';

const impossible = (clean: string, notation: Notation) =>
  `(coalesce(${looksLikeDate(clean)}, false) AND NOT ${isInEitherOrder(clean, notation, momentOfValue)})`;

/** Dates that the calendar does not have, such as 31.02.2025. */
export const impossibleDate: CellCheck = {
  code: 'impossible-date',
  title: { uk: 'Таких днів немає', en: 'Days that do not exist' },
  why: {
    uk: 'Дня, якого немає в календарі, не впорядкувати й не порахувати, тож увесь стовпець стає текстом.',
    en: 'A day the calendar does not have cannot be sorted or counted, so the whole column becomes text.',
  },
  example: {
    before: lines(
      'id,Дата',
      '1,2025-01-15',
      '2,2025-02-31',
      '3,2025-03-03',
      '4,2025-04-20',
      '5,2025-05-11',
      '6,2025-06-02',
    ),
    after: lines('id,Дата', '1,2025-01-15', '2,', '3,2025-03-03', '4,2025-04-20', '5,2025-05-11', '6,2025-06-02'),
  },
  predicates: [],
  asks: { uk: 'Позначити як невідомі', en: 'Mark as unknown' },
  find({ profile, count, decision }) {
    const type = profile.expected ?? profile.type;
    if (type !== 'date' && type !== 'datetime') return null;
    const days = count('day-iso') + count('day-year-first') + count('day-either') + count('day-in-words');
    const n = count('date-form') - days - count('moment-iso') - count('moment-either');
    if (n <= 0) return null;
    const many = values(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» ${many.uk} записано як дату, якої немає в календарі (на зразок 31.02.2025). Виправте у файлі або позначте як невідомі.`,
        en: `In “${profile.title}”, ${many.en} ${n === 1 ? 'is' : 'are'} written as a date the calendar does not have, such as 31.02.2025. Correct them in the file or mark them as unknown.`,
      },
      where: (_raw, clean) => impossible(clean, decision.notation),
    };
  },
  repair: (raw, clean, { notation = USUAL_NOTATION }) =>
    `CASE WHEN ${impossible(clean, notation)} THEN NULL ELSE ${raw} END`,
};
