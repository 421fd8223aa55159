import { fullMatch, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

const TOTAL = '(?i:(?:всього|усього|разом|итого|total|підсумок)(?: (?:по|за|у|в|на|для) .{1,60})?[ :.]*)';

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
  predicates: [
    fullMatch('total-row', TOTAL, {
      family: 'faults',
      digits: 'blind',
      guard: '(?i:всього|усього|разом|итого|total|підсумок)',
    }),
  ],
  find({ profile, count, rows }) {
    const n = count('total-row');
    // a word of a list of kinds, not a row below the others
    if (n === 0 || n * 4 > rows) return null;
    const many = rowsOf(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» є ${many.uk} з підсумком («Всього», «Разом»). Хто додасть стовпець, порахує все двічі. Приберіть підсумки з файлу.`,
        en: `“${profile.title}” has ${many.en} with totals. Whoever adds the column up will count everything twice. Remove the totals from the file.`,
      },
      where: (_raw, clean) => `regexp_full_match(${clean}, ${sqlText(TOTAL)})`,
    };
  },
};
