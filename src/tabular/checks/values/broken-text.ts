import { contains, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

/** UTF-8 read as Latin («ÐÐ¸Ñ—Ð²»), as Windows-1251 («РљРёС—РІ»), and the sign of a lost letter. */
const BROKEN =
  '[ÐÑ][\\x{0080}-\\x{00BF}]|(?:[РС][\\x{00A0}-\\x{00BF}\\x{0402}-\\x{040F}\\x{0452}-\\x{045F}\\x{2018}-\\x{203A}\\x{20AC}\\x{2116}\\x{2122}Ґґ]){3,}|\\x{FFFD}|\\?{4,}';

/** Letters that were spoilt before the file came to us. */
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
    const n = count('broken-text');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} літери зіпсовано: замість слів видно «Ð», «РЎ», «????» чи «�». Якщо так виглядає вся таблиця, оберіть інший спосіб читання на сторінці «Погляд»; якщо лише ці місця, виправте їх у файлі.`,
        en: `In “${profile.title}”, ${cells.en} hold spoilt letters such as “Ð”, “????” or “�”. If the whole table looks so, choose another way of reading it; if only these places do, correct them in the file.`,
      },
      where: (raw) => `regexp_matches(${raw}, ${sqlText(BROKEN)})`,
    };
  },
};
