import { isUndecided, mixesAlphabets, oneAlphabet } from '../../scan/clean.ts';
import type { Predicate } from '../../scan/predicate.ts';
import { TWO_ALPHABETS } from '../../types/characters.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

function counted(code: string, sql: Predicate['sql']): Predicate {
  return { code, of: 'raw', digits: 'blind', family: 'faults', guard: TWO_ALPHABETS, sql };
}

/** Words where a Latin letter stands for a Cyrillic one that looks the same, or the other way round. */
export const lookAlikeLetters: CellCheck = {
  code: 'look-alike-letters',
  title: { uk: 'Літери двох абеток в одному слові', en: 'Letters of two alphabets in one word' },
  why: {
    uk: 'Латинська «i» і українська «і» виглядають однаково, та для програми це різні літери: пошук слова не знайде, а однакові назви стануть різними.',
    en: 'A Latin “i” and a Ukrainian “і” look alike, but for a program they are different letters: search misses the word, and equal names become different.',
  },
  example: {
    before: lines('id,Назва', '1,Лiкарня', '2,Школа'),
    after: lines('id,Назва', '1,Лікарня', '2,Школа'),
  },
  predicates: [
    counted('look-alike-letters', (raw) => mixesAlphabets(raw)),
    counted('look-alike-sure', (raw) => mixesAlphabets(raw, 'left')),
    counted('look-alike-undecided', isUndecided),
  ],
  find({ profile, count }) {
    const n = count(profile.letters === undefined ? 'look-alike-sure' : 'look-alike-letters');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} в одному слові є літери двох абеток: наприклад, латинська «i» замість української «і». На вигляд слово те саме, але пошук його не знайде. Замінимо на літери однієї абетки.`,
        en: `In “${profile.title}”, ${cells.en} mix letters of two alphabets in one word, such as a Latin “i” in a Ukrainian word. It looks right, but search will not find it. We can put all letters in one alphabet.`,
      },
      where: (raw) => mixesAlphabets(raw, profile.letters ?? 'left'),
    };
  },
  repair: (raw, _clean, { letters }) =>
    `CASE WHEN ${mixesAlphabets(raw, letters ?? 'left')} THEN ${oneAlphabet(raw, letters ?? 'left')} ELSE ${raw} END`,
};
