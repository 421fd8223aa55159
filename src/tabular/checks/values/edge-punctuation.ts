import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const PATTERN = '[^,;\\s][\\s]*[,;]\\s*$|^\\s*[,;]\\s*[^,;\\s]';

/** A comma or a semicolon at the beginning or the end of a value, left of a list it was cut out of. */
export const edgePunctuation = patternCheck({
  code: 'edge-punctuation',
  title: { uk: 'Кома скраю значення', en: 'A comma at the edge of a value' },
  why: {
    uk: '«Миру,» і «Миру» для програми різні значення: їх порахують окремо й не знайдуть разом.',
    en: '“Миру,” and “Миру” are different values to a program: they are counted apart and not found together.',
  },
  example: {
    before: lines('id,Вулиця', '1,"Миру,"', '2,Миру', '3,Лісова;'),
    after: lines('id,Вулиця', '1,Миру', '2,Миру', '3,Лісова'),
  },
  pattern: PATTERN,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} значення починається або закінчується комою чи крапкою з комою. Приберемо їх: слова не зміняться.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'begins or ends' : 'begin or end'} with a comma or a semicolon. We can remove it; the words stay.`,
  }),
  repair: (raw) =>
    `CASE WHEN regexp_matches(${raw}, '${PATTERN}') THEN regexp_replace(${raw}, '^[\\s,;]+|[\\s,;]+$', '', 'g') ELSE ${raw} END`,
});
