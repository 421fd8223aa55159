import { headed, personBeside, shareOf } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { LONG_RUN } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';
import { ABROAD, isOtherNumber, PASSPORT_HEADER, saysOtherDocument, saysPassport } from './passport-words.ts';

/** Two Latin letters, one of which no Cyrillic letter looks like. */
const LETTERS = '(?:[DFGJLNQRSUVWZ][A-Z]|[A-Z][DFGJLNQRSUVWZ])';
const NUMBER = '[\\s\\x{00A0}-]{0,2}(?:№[\\s\\x{00A0}]?)?\\d{6}';

const whole = personal('foreign-passport', `^\\s*${LETTERS}${NUMBER}\\s*$`, { topic: 'numbers', guard: LONG_RUN });
const inside = personal(
  'foreign-passport-inside',
  `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])(?i:${LETTERS})${NUMBER}(?:\\D|$)`,
  {
    topic: 'numbers',
    guard: LONG_RUN,
    onlyHeader: PASSPORT_HEADER,
  },
);
const told = personal(
  'foreign-passport-told',
  `(?i:паспорт)[^\\d]{0,40}[^A-Za-zА-Яа-яІіЇїЄєҐґ]${LETTERS}${NUMBER}(?:\\D|$)|(?i:закордонн[A-Za-zА-Яа-яІіЇїЄєҐґ]* паспорт)[^\\d]{0,30}[A-Z]{2}${NUMBER}(?:\\D|$)`,
  { topic: 'numbers', guard: LONG_RUN },
);
/** Any two Latin letters, where the header says that the passport is for going abroad. */
const abroad = personal(
  'foreign-passport-abroad',
  `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ])(?i:[A-ZАВСЕНІКМОРТХУ]{2})${NUMBER}(?:\\D|$)`,
  {
    topic: 'numbers',
    guard: LONG_RUN,
    onlyHeader: /закордон|виїзд|foreign|international/iu,
  },
);

export const foreignPassportDetector: Detector = {
  code: 'foreign-passport',
  title: { uk: 'Закордонний паспорт', en: 'Passport for going abroad' },
  harm: {
    uk: 'Із номером паспорта можна оформити угоду від імені людини.',
    en: 'With a passport number a deal can be made in the name of the person.',
  },
  group: 'identifier',
  predicates: [whole, inside, told, abroad],
  judge: (column, beside) => {
    const form = headed(column, ABROAD) ? abroad : saysPassport(column) ? inside : null;
    const named = form === null ? 0 : column.count(form.code);
    if (form !== null && named > 0)
      return {
        count: named,
        confidence: 0.97,
        why: {
          uk: 'Стовпець названо паспортом, у клітинках дві латинські літери й шість цифр.',
          en: 'The column is called a passport, and cells hold two Latin letters and six digits.',
        },
        where: form.sql,
      };
    const said = column.count(told.code);
    if (said > 0)
      return {
        count: said,
        confidence: 0.9,
        why: { uk: 'У тексті клітинок стоять номери паспортів.', en: 'Passport numbers stand in the text of cells.' },
        where: told.sql,
      };
    const count = column.count(whole.code);
    if (count < 3 || shareOf(column, count) < 0.6 || saysOtherDocument(column) || !personBeside(column, beside))
      return null;
    return {
      count,
      confidence: 0.7,
      why: {
        uk: 'У клітинках дві латинські літери й шість цифр, а поруч названо людей.',
        en: 'Cells hold two Latin letters and six digits, and people are named beside them.',
      },
      where: whole.sql,
    };
  },
  alone: (column, beside) =>
    column.count(whole.code) === 0 || isOtherNumber(column, beside)
      ? null
      : {
          value: whole.sql,
          why: {
            uk: 'У клітинці дві латинські літери й шість цифр.',
            en: 'The cell holds two Latin letters and six digits.',
          },
        },
};
