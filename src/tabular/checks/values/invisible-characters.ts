import { tidySpaces } from '../../scan/clean.ts';
import { INVISIBLE } from '../../types/characters.ts';
import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const PATTERN = `[${INVISIBLE}]`;

/** Soft hyphens, zero-width spaces, direction marks and control characters inside a value. */
export const invisibleCharacters = patternCheck({
  code: 'invisible-characters',
  title: { uk: 'Невидимі знаки', en: 'Characters nobody sees' },
  why: {
    uk: 'М’який перенос чи пробіл нульової ширини не видно, але для програми слово з ним інше: пошук «Лісова» такого рядка не знайде.',
    en: 'A soft hyphen or a zero-width space is not seen, but to a program the word is another: a search for it misses the row.',
  },
  example: {
    before: lines('id,Вулиця', '1,Лісо\u00adва', '2,Лісова', '3,Ми\u200bру'),
    after: lines('id,Вулиця', '1,Лісова', '2,Лісова', '3,Миру'),
  },
  pattern: PATTERN,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} є знаки, яких не видно: м’які переноси, пробіли нульової ширини тощо. Приберемо їх, слова не зміняться.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} characters nobody sees: soft hyphens, zero-width spaces and the like. We can remove them; the words stay.`,
  }),
  repair: (raw) => `CASE WHEN regexp_matches(${raw}, '${PATTERN}') THEN ${tidySpaces(raw)} ELSE ${raw} END`,
});
