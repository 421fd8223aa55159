import type { Detector } from '../detector.ts';
import { LONG_RUN } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';
import { PASSPORT_HEADER, saysPassport } from './passport-words.ts';

const digits = personal('passport-card', '(?:^|\\D)\\d{9}(?:\\D|$)', {
  topic: 'numbers',
  guard: LONG_RUN,
  onlyHeader: PASSPORT_HEADER,
});
const told = personal('passport-card-told', '(?i:паспорт|(?:id|ід|айді)[- ]?карт)[^\\d]{0,60}\\d{9}(?:\\D|$)', {
  topic: 'numbers',
  guard: LONG_RUN,
});

export const passportCardDetector: Detector = {
  code: 'passport-card',
  title: { uk: 'Паспорт у формі картки', en: 'Passport (card)' },
  harm: {
    uk: 'Із номером паспорта можна оформити угоду від імені людини.',
    en: 'With a passport number a deal can be made in the name of the person.',
  },
  group: 'identifier',
  predicates: [digits, told],
  judge: (column) => {
    const count = saysPassport(column) ? column.count(digits.code) : 0;
    if (count > 0)
      return {
        count,
        confidence: 0.95,
        why: {
          uk: 'Стовпець названо паспортом, у клітинках дев’ять цифр.',
          en: 'The column is called a passport, and cells hold nine digits.',
        },
        where: digits.sql,
      };
    const said = column.count(told.code);
    if (said === 0) return null;
    return {
      count: said,
      confidence: 0.9,
      why: { uk: 'У тексті клітинок стоять номери паспортів.', en: 'Passport numbers stand in the text of cells.' },
      where: told.sql,
    };
  },
};
