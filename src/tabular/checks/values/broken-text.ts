import { contains, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';
import { isRestorable, MOJIBAKE } from './mojibake.ts';

/** Letters spoilt by an encoding, the sign of a lost letter, question marks in place of a word. */
const BROKEN = `${MOJIBAKE}|[ÐÑ][\\x{0080}-\\x{00BF}]|\\x{FFFD}|\\?{4,}`;

/** Letters that were lost before the file came to us: what `mojibake` cannot bring back. */
export const brokenText: CellCheck = {
  code: 'broken-text',
  title: { uk: 'Зіпсовані літери', en: 'Spoilt letters' },
  why: {
    uk: 'Зіпсоване слово не прочитає ні людина, ні програма, і з самого файлу його не відновити.',
    en: 'A spoilt word is read by neither a person nor a program, and the file itself cannot restore it.',
  },
  example: {
    before: lines('id,Назва', '1,????? № 1', '2,Школа № 2'),
    after: lines('id,Назва', '1,Школа № 1', '2,Школа № 2'),
  },
  predicates: [contains('broken-text', BROKEN)],
  find({ profile, count }) {
    const n = count('broken-text') - count('mojibake');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} літери зіпсовано: замість слів видно «Ð», «????» чи «�». Якщо так виглядає вся таблиця, оберіть інший спосіб читання на сторінці «Погляд»; якщо лише ці місця, виправте їх у файлі.`,
        en: `In “${profile.title}”, ${cells.en} hold spoilt letters such as “Ð”, “????” or “�”. If the whole table looks so, choose another way of reading it; if only these places do, correct them in the file.`,
      },
      where: (raw) => `(regexp_matches(${raw}, ${sqlText(BROKEN)}) AND NOT ${isRestorable(raw)})`,
    };
  },
};
