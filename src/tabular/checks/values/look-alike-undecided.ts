import type { Letters } from '../../column.ts';
import { isUndecided, oneAlphabet } from '../../scan/clean.ts';
import type { CellCheck } from '../check.ts';
import { MACHINE_READABLE } from '../grounds.ts';
import { inCells } from '../wording.ts';

const CODE = 'look-alike-undecided';

/** Words of look-alike letters only («IОM», «BС1234AA») in a column without a clear alphabet: a person says which they are of. */
export const lookAlikeUndecided: CellCheck = {
  code: CODE,
  title: { uk: 'Слова, абетки яких не видно', en: 'Words of an unclear alphabet' },
  clause: MACHINE_READABLE,
  // counted with `look-alike-letters`
  predicates: [],
  find({ profile, count }) {
    const n = profile.letters === undefined ? count(CODE) : 0;
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      severity: 'warning',
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} є слово або код з літер двох абеток, однакових на вигляд (на зразок «IОM» чи «BС1234AA»). Якою абеткою його треба писати, не видно ні з нього, ні зі стовпця. Скажіть, якою, або виправте у файлі.`,
        en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a word or code of letters from two alphabets that look alike, such as a Latin “M” beside a Cyrillic “O”. Neither the word nor the column tells which alphabet it should be in. Say which it is, or correct the file.`,
      },
      where: isUndecided,
    };
  },
};

const writtenIn =
  (letters: Letters): NonNullable<CellCheck['repair']> =>
  (raw) =>
    `CASE WHEN ${isUndecided(raw)} THEN ${oneAlphabet(raw, letters)} ELSE ${raw} END`;

/** The answer that the words are Latin. */
export const lettersLatin: CellCheck = {
  code: 'letters-latin',
  title: { uk: 'Слова латиницею', en: 'Words in Latin letters' },
  clause: MACHINE_READABLE,
  predicates: [],
  answers: CODE,
  asks: { uk: 'Записати латиницею', en: 'Write in Latin letters' },
  find: () => null,
  repair: writtenIn('latin'),
};

/** The answer that the words are Cyrillic. */
export const lettersCyrillic: CellCheck = {
  code: 'letters-cyrillic',
  title: { uk: 'Слова кирилицею', en: 'Words in Cyrillic letters' },
  clause: MACHINE_READABLE,
  predicates: [],
  answers: CODE,
  asks: { uk: 'Записати кирилицею', en: 'Write in Cyrillic letters' },
  find: () => null,
  repair: writtenIn('cyrillic'),
};
