import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** Two quotation marks side by side, but not in a cell that is JSON, where they are an empty text. */
const PATTERN = '(?s)^[^\\[{].*""|^""';
const WRAPPED = '(?s)"(?:[^"]|"")*"';

/** Quotation marks escaped once more than once: `"КП ""Парк"""` stands in the cell itself, quotes and all. */
export const quotesTwice = patternCheck({
  code: 'quotes-twice',
  title: { uk: 'Подвоєні лапки у значенні', en: 'Doubled quotation marks in a value' },
  why: {
    uk: 'Вивантаження двічі захистило лапки, і тепер назва записана з зайвими знаками: за «КП "Парк"» її не знайти.',
    en: 'An export protected the quotation marks twice, so the name has signs too many: a search for its right form misses it.',
  },
  example: {
    before: lines('id,Назва', '1,"""КП """"Парк"""" № 1"""', '2,"Сквер ""Липки"""', '3,Сад'),
    after: lines('id,Назва', '1,"КП ""Парк"" № 1"', '2,"Сквер ""Липки"""', '3,Сад'),
  },
  pattern: PATTERN,
  guard: '""',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} лапки подвоєно. Лишимо по одних, зайві навколо всього значення приберемо.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'has' : 'have'} doubled quotation marks. We can leave one of each and remove those around the whole value.`,
  }),
  repair: (raw) =>
    `CASE WHEN NOT regexp_matches(${raw}, '${PATTERN}') THEN ${raw}
      WHEN regexp_full_match(${raw}, '${WRAPPED}') THEN nullif(regexp_replace(substr(${raw}, 2, length(${raw}) - 2), '"{2,}', '"', 'g'), '')
      ELSE regexp_replace(${raw}, '"{2,}', '"', 'g') END`,
});
