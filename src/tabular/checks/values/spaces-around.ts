import { tidySpaces } from '../../scan/clean.ts';
import { contains, sqlText } from '../../scan/predicate.ts';
import { STRAY_SPACES, UNTIDY } from '../../types/characters.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const hasStray = (value: string) => `regexp_matches(${value}, ${sqlText(STRAY_SPACES)})`;

/** Spaces before, after and doubled inside a value, no-break and thin spaces, tabs. */
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
  // whether anything at all is untidy decides how the column is judged and mended
  predicates: [contains('spaces-around', UNTIDY), contains('stray-spaces', STRAY_SPACES)],
  find({ profile, count }) {
    const n = count('stray-spaces');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} є зайві пробіли. Через них однакові значення шукаються як різні. Приберемо їх, слова не зміняться.`,
        en: `In “${profile.title}”, ${cells.en} hold stray spaces, so equal values are found as different. We can remove them; the words stay.`,
      },
      where: hasStray,
    };
  },
  repair: (raw) => `CASE WHEN ${hasStray(raw)} THEN ${tidySpaces(raw)} ELSE ${raw} END`,
};
