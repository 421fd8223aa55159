import type { Letters } from '../../column.ts';
import { isUndecided, oneAlphabet } from '../../scan/clean.ts';
import type { CellAnswer, CellCheck, CellDeed } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const CODE = 'look-alike-undecided';

/** Words of look-alike letters only («IОM», «BС1234AA») in a column without a clear alphabet: a person says which they are of. */
export const lookAlikeUndecided: CellCheck = {
  code: CODE,
  title: { uk: 'Слова, абетки яких не видно', en: 'Words of an unclear alphabet' },
  why: {
    uk: 'Номер «АА» латиницею і кирилицею — два різні записи, і ні пошук, ні порівняння їх не зведе.',
    en: 'A number with “AA” in Latin and in Cyrillic letters are two different records that neither search nor comparison brings together.',
  },
  example: {
    before: lines('id,Код', '1,IОM', '2,12', '3,15'),
    after: lines('id,Код', '1,IOM', '2,12', '3,15'),
  },
  // counted with `look-alike-letters`
  predicates: [],
  find({ profile, count }) {
    const n = profile.letters === undefined ? count(CODE) : 0;
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
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
  (letters: Letters): NonNullable<CellDeed['repair']> =>
  (raw) =>
    `CASE WHEN ${isUndecided(raw)} THEN ${oneAlphabet(raw, letters)} ELSE ${raw} END`;

/** The answer that the words are Latin. */
export const lettersLatin: CellAnswer = {
  code: 'letters-latin',
  title: { uk: 'Слова латиницею', en: 'Words in Latin letters' },
  predicates: [],
  answers: CODE,
  asks: { uk: 'Записати латиницею', en: 'Write in Latin letters' },
  find: () => null,
  repair: writtenIn('latin'),
};

/** The answer that the words are Cyrillic. */
export const lettersCyrillic: CellAnswer = {
  code: 'letters-cyrillic',
  title: { uk: 'Слова кирилицею', en: 'Words in Cyrillic letters' },
  predicates: [],
  answers: CODE,
  asks: { uk: 'Записати кирилицею', en: 'Write in Cyrillic letters' },
  find: () => null,
  repair: writtenIn('cyrillic'),
};
