import { sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const BEFORE = '[бпвмфрнкгґзсдтБПВМФРНКГҐЗСДТ]';
const AFTER = '[яюєїЯЮЄЇ]';
const WRONG = '[`´‘‛′″"*\\x{02B9}\\x{FF07}]';
const PATTERN = `${BEFORE}${WRONG}${AFTER}`;

/** Signs that stand for the Ukrainian apostrophe but are none: «сім`я», «об*єкт», «п"ять». */
export const apostrophes = patternCheck({
  code: 'apostrophes',
  title: { uk: 'Чужий знак замість апострофа', en: 'Another sign for the apostrophe' },
  why: {
    uk: '«Сім`я» з гравісом і «сім’я» з апострофом для програми різні слова: пошук знаходить одне й губить друге.',
    en: '“Сім`я” with a grave accent and “сім’я” with an apostrophe are different words to a program: search finds one and misses the other.',
  },
  example: {
    before: lines('id,Назва', '1,Дитячий садок «Сім`я»', '2,Об*єкт № 2', '3,Школа'),
    after: lines('id,Назва', '1,Дитячий садок «Сім’я»', '2,Об’єкт № 2', '3,Школа'),
  },
  pattern: PATTERN,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} замість апострофа стоїть інший знак («сім\`я», «об*єкт»). Поставимо апостроф.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'has' : 'have'} another sign for the apostrophe (“сім\`я”, “об*єкт”). We can put an apostrophe.`,
  }),
  repair: (raw) => `regexp_replace(${raw}, ${sqlText(`(${BEFORE})${WRONG}(${AFTER})`)}, '\\1’\\2', 'g')`,
});
