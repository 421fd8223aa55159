import { words } from '../../kinds/kind.ts';
import { headed, personBeside, shareOf } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { LONG_RUN } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';
import { isOtherNumber, PASSPORT_HEADER, saysOtherDocument, saysPassport } from './passport-words.ts';

/** Cyrillic letters, or Latin ones that look like them. */
const LETTERS = '[А-ЩЬЮЯҐЄІЇABCEHIKMOPTXY]{2}';
const NUMBER = `${LETTERS}[\\s\\x{00A0},-]{0,2}(?:(?i:№|n|номер)[\\s\\x{00A0}]?)?\\d{6}`;
const WHOLE = `^\\s*(?:(?i:серія)[ :]*)?(?i:${NUMBER})\\s*$`;

const whole = personal('passport-book', WHOLE, { topic: 'numbers', guard: LONG_RUN });
const inside = personal('passport-book-inside', `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])(?i:${NUMBER})(?:\\D|$)`, {
  topic: 'numbers',
  guard: LONG_RUN,
  onlyHeader: PASSPORT_HEADER,
});
const told = personal(
  'passport-book-told',
  `(?i:паспорт|серія)[^\\d]{0,40}${LETTERS}[\\s\\x{00A0},-]{0,2}(?:(?i:№|n|номер)[\\s\\x{00A0}]?)?\\d{6}(?:\\D|$)|(?:^|[^A-Za-zА-Яа-яІіЇїЄєҐґ])${NUMBER},? ?(?i:видан)`,
  { topic: 'numbers', guard: LONG_RUN },
);
/** Series and number may stand in two columns. */
const digits = personal('passport-digits', '^\\s*\\d{6}\\s*$', {
  topic: 'numbers',
  guard: LONG_RUN,
  onlyHeader: PASSPORT_HEADER,
});
const SERIES_OR_NUMBER = words('(?:\\S+ ){0,3}(?:номер|№|серія)');

export const passportBookDetector: Detector = {
  code: 'passport-book',
  title: { uk: 'Паспорт-книжечка', en: 'Passport (book)' },
  harm: {
    uk: 'Із серією й номером паспорта можна взяти позику чи оформити угоду від імені людини.',
    en: 'With a passport number a loan or a deal can be made in the name of the person.',
  },
  group: 'identifier',
  predicates: [whole, inside, told, digits],
  judge: (column, beside) => {
    if (saysPassport(column)) {
      const split = headed(column, SERIES_OR_NUMBER);
      const count = column.count(inside.code) + (split ? column.count(digits.code) : 0);
      if (count === 0) return null;
      return {
        count,
        confidence: 0.98,
        why: {
          uk: 'Стовпець названо паспортом, у клітинках серія й шість цифр.',
          en: 'The column is called a passport, and cells hold a series and six digits.',
        },
        where: (raw) => (split ? `${inside.sql(raw)} OR ${digits.sql(raw)}` : inside.sql(raw)),
      };
    }
    const said = column.count(told.code);
    if (said > 0 && !saysOtherDocument(column))
      return {
        count: said,
        confidence: 0.93,
        why: { uk: 'У тексті клітинок стоять дані паспортів.', en: 'Passport data stands in the text of cells.' },
        where: told.sql,
      };
    const count = column.count(whole.code);
    if (count === 0 || shareOf(column, count) < 0.5 || saysOtherDocument(column) || !personBeside(column, beside))
      return null;
    return {
      count,
      confidence: 0.75,
      why: {
        uk: 'У клітинках дві літери й шість цифр, а поруч названо людей.',
        en: 'Cells hold two letters and six digits, and people are named beside them.',
      },
      where: whole.sql,
    };
  },
  alone: (column, beside) =>
    column.count(whole.code) === 0 || isOtherNumber(column, beside)
      ? null
      : {
          value: whole.sql,
          why: { uk: 'У клітинці дві літери й шість цифр.', en: 'The cell holds two letters and six digits.' },
        },
};
