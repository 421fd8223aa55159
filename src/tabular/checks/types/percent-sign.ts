import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const PATTERN = '^[-+−–]?\\d[\\d ]*(?:[.,]\\d+)? ?%$';

/** Numbers written with a percent sign, in a column of such numbers. */
export const percentSign = patternCheck({
  code: 'percent-sign',
  title: { uk: 'Знак % у числах', en: 'A percent sign in numbers' },
  why: {
    uk: '«45%» програма читає як слово: його не додати й не впорядкувати. Одиницю виміру записують раз, у структурі.',
    en: 'A program reads “45%” as a word: it can be neither added up nor sorted. The unit is written once, in the structure.',
  },
  example: {
    before: lines('id,Виконання', '1,45%', '2,"62,5%"', '3,100%'),
    after: lines('id,Виконання', '1,45', '2,62.5', '3,100'),
  },
  pattern: PATTERN,
  of: 'clean',
  applies: ({ filled, decision, profile }, n) =>
    n >= (filled - decision.noValues) * 0.8 || profile.expected === 'integer' || profile.expected === 'decimal',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} числа записано зі знаком %. Запишемо самі числа; одиницю («%») вкажіть у структурі.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds a number' : 'hold numbers'} with a percent sign. We can write the bare numbers; give the unit (“%”) in the structure.`,
  }),
  asks: { uk: 'Записати числа без %', en: 'Write numbers without %' },
  repair: (raw, clean) =>
    `CASE WHEN regexp_matches(${clean}, '${PATTERN}') THEN replace(regexp_replace(translate(${clean}, '−–', '--'), '[ %+]', '', 'g'), ',', '.') ELSE ${raw} END`,
});
