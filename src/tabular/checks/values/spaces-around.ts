import { tidySpaces } from '../../scan/clean.ts';
import { contains, sqlText } from '../../scan/predicate.ts';
import { UNTIDY } from '../../types/characters.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const isUntidy = (value: string) => `regexp_matches(${value}, ${sqlText(UNTIDY)})`;

/** Spaces before, after and doubled inside a value, no-break and thin spaces, tabs, characters nobody sees. */
export const spacesAround: CellCheck = {
  code: 'spaces-around',
  title: { uk: 'Зайві пробіли', en: 'Stray spaces' },
  why: {
    uk: '«Миру» і «Миру » для програми різні вулиці: рядки не знаходяться разом і рахуються окремо.',
    en: 'To a program “Миру” and “Миру ” are different streets: their rows are not found together and are counted apart.',
  },
  example: {
    before: lines('id,Вулиця', '1, Миру', '2,Миру', '3,Лісова  бічна'),
    after: lines('id,Вулиця', '1,Миру', '2,Миру', '3,Лісова бічна'),
  },
  predicates: [contains('spaces-around', UNTIDY)],
  find({ profile, count }) {
    const n = count('spaces-around');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} є зайві пробіли або невидимі знаки. Через них однакові значення шукаються як різні. Приберемо їх, слова не зміняться.`,
        en: `In “${profile.title}”, ${cells.en} hold stray spaces or invisible characters, so equal values are found as different. We can remove them; the words stay.`,
      },
      where: isUntidy,
    };
  },
  repair: (raw) => `CASE WHEN ${isUntidy(raw)} THEN ${tidySpaces(raw)} ELSE ${raw} END`,
};
