import { contains, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const ERRORS =
  '^\\s*(?:#(?:REF!|ССЫЛКА!|ПОСИЛАННЯ!|DIV/0!|ДЕЛ/0!|ДІЛ/0!|VALUE!|ЗНАЧ!|NAME\\?|ИМЯ\\?|ІМ.Я\\?|NUM!|ЧИСЛО!|NULL!|ПУСТО!)|=[A-ZА-ЯІЇЄҐ]{2,}\\()';

/** What a spreadsheet writes where its formula failed, and formulas that came instead of their result. */
export const spreadsheetError: CellCheck = {
  code: 'spreadsheet-error',
  title: { uk: 'Помилки формул', en: 'Errors of formulas' },
  why: {
    uk: '«#REF!» означає, що значення втрачено: з файлу його вже не дізнатися.',
    en: '“#REF!” means that the value is lost: the file no longer tells it.',
  },
  example: {
    before: lines('id,Сума', '1,120', '2,#REF!', '3,90'),
    after: lines('id,Сума', '1,120', '2,210', '3,90'),
  },
  predicates: [contains('spreadsheet-error', ERRORS)],
  find({ profile, count }) {
    const n = count('spreadsheet-error');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} замість значення — формула або її помилка (#REF!, #ЗНАЧ!). Відкрийте файл у таблиці, виправте формулу й збережіть знову.`,
        en: `In “${profile.title}”, ${cells.en} hold a formula or its error (#REF!, #VALUE!) instead of a value. Open the file in the spreadsheet, correct the formula and save it again.`,
      },
      where: (raw) => `regexp_matches(${raw}, ${sqlText(ERRORS)})`,
    };
  },
};
