import type { Text } from '../../../kernel/text.ts';
import { fullMatch } from '../../scan/predicate.ts';
import { TOTAL_BEGINS } from '../../shaping/steps/total-rows.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

/** Rows that sum up others: they are counted twice by whoever adds the column up. */
export const totalRow: CellCheck = {
  code: 'total-row',
  title: { uk: 'Підсумкові рядки', en: 'Rows with totals' },
  why: {
    uk: 'Підсумок серед даних: хто додасть стовпець, порахує все двічі.',
    en: 'A total among the data: whoever adds the column up counts everything twice.',
  },
  example: {
    before: lines('Назва,Сума', 'Ремонт даху,1200', 'Ремонт сходів,800', 'Двері,300', 'Вікна,900', 'Всього,3200'),
    after: lines('Назва,Сума', 'Ремонт даху,1200', 'Ремонт сходів,800', 'Двері,300', 'Вікна,900'),
  },
  shapes: 'shape-total-rows',
  predicates: [
    fullMatch('total-row', TOTAL_BEGINS, {
      family: 'faults',
      digits: 'blind',
      guard: '(?i:всього|усього|разом|итого|total|підсумок)',
    }),
  ],
  find({ profile, count }) {
    const n = count('total-row');
    if (n === 0) return null;
    const { title } = profile;
    return {
      count: n,
      // the whole row decides what it is and whether it is left out without asking: `sureTotals`
      repairable: false,
      step: { code: 'shape-total-rows', columnTitle: title, parameters: { column: title } },
      message: totalsTold(title, n),
      where: () => 'true',
    };
  },
};

/** What is said of so many rows of totals in a column. */
export function totalsTold(title: string, n: number): Text {
  const many = rowsOf(n);
  return {
    uk: `У стовпці «${title}» є ${many.uk} з підсумком («Всього», «Разом»). Хто додасть стовпець, порахує все двічі.`,
    en: `“${title}” has ${many.en} with totals. Whoever adds the column up will count everything twice.`,
  };
}
