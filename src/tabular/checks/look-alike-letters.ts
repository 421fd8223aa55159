import { mixesAlphabets, oneAlphabet } from '../scan/clean.ts';
import { TWO_ALPHABETS } from '../types/characters.ts';
import type { CellCheck } from './check.ts';
import { inCells } from './wording.ts';

/** Words where a Latin letter stands for a Cyrillic one that looks the same, or the other way round. */
export const lookAlikeLetters: CellCheck = {
  code: 'look-alike-letters',
  title: { uk: 'Літери двох абеток в одному слові', en: 'Letters of two alphabets in one word' },
  clause: 'Положення про відкриті дані м. Дрогобича, 1.3: машиночитані дані розпізнають без участі людини',
  predicates: [
    {
      code: 'look-alike-letters',
      of: 'raw',
      digits: 'blind',
      family: 'faults',
      guard: TWO_ALPHABETS,
      sql: mixesAlphabets,
    },
  ],
  find({ profile, count }) {
    const n = count('look-alike-letters');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      severity: 'warning',
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} в одному слові є літери двох абеток: наприклад, латинська «i» замість української «і». На вигляд слово те саме, але пошук його не знайде. Замінимо на літери однієї абетки.`,
        en: `In “${profile.title}”, ${cells.en} mix letters of two alphabets in one word, such as a Latin “i” in a Ukrainian word. It looks right, but search will not find it. We can put all letters in one alphabet.`,
      },
      where: mixesAlphabets,
    };
  },
  repair: (raw) => `CASE WHEN ${mixesAlphabets(raw)} THEN ${oneAlphabet(raw)} ELSE ${raw} END`,
};
