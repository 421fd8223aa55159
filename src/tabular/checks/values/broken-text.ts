import { contains, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { MACHINE_READABLE } from '../grounds.ts';
import { inCells } from '../wording.ts';

/** UTF-8 read as Latin («ÐÐ¸Ñ—Ð²»), as Windows-1251 («РљРёС—РІ»), and the sign of a lost letter. */
const BROKEN =
  '[ÐÑ][\\x{0080}-\\x{00BF}]|(?:[РС][\\x{00A0}-\\x{00BF}\\x{0402}-\\x{040F}\\x{0452}-\\x{045F}\\x{2018}-\\x{203A}\\x{20AC}\\x{2116}\\x{2122}Ґґ]){3,}|\\x{FFFD}|\\?{4,}';

/** Letters that were spoilt before the file came to us. */
export const brokenText: CellCheck = {
  code: 'broken-text',
  title: { uk: 'Зіпсовані літери', en: 'Spoilt letters' },
  clause: MACHINE_READABLE,
  predicates: [contains('broken-text', BROKEN)],
  find({ profile, count }) {
    const n = count('broken-text');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      severity: 'warning',
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} літери зіпсовано: замість слів видно «Ð», «РЎ», «????» чи «�». Якщо так виглядає вся таблиця, оберіть інший спосіб читання на сторінці «Погляд»; якщо лише ці місця, виправте їх у файлі.`,
        en: `In “${profile.title}”, ${cells.en} hold spoilt letters such as “Ð”, “????” or “�”. If the whole table looks so, choose another way of reading it; if only these places do, correct them in the file.`,
      },
      where: (raw) => `regexp_matches(${raw}, ${sqlText(BROKEN)})`,
    };
  },
};
