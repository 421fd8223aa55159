import { fullMatch, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const LONG = '\\d{16,25}';

/** Numbers of sixteen digits and more that all end in zeros: a spreadsheet keeps fifteen and makes the rest zeros. */
export const longNumberRounded: CellCheck = {
  code: 'long-number-rounded',
  title: { uk: 'Довгі номери, округлені програмою', en: 'Long numbers rounded by a program' },
  why: {
    uk: 'Excel пам’ятає п’ятнадцять цифр числа, решту робить нулями: номер рахунку чи ID стає чужим, і відновити його з файлу не можна.',
    en: 'Excel keeps fifteen digits of a number and makes the rest zeros: the number of an account becomes another, and the file cannot restore it.',
  },
  example: {
    before: lines('id,Номер рахунку', '1,26001234567890100', '2,26009876543210900', '3,26005555444433300'),
    after: lines('id,Номер рахунку', '1,26001234567890123', '2,26009876543210987', '3,26005555444433331'),
  },
  predicates: [
    fullMatch('long-number', LONG, { family: 'forms', digits: 'blind' }),
    fullMatch('long-number-rounded', `\\d{15}0{1,10}`, { family: 'forms', digits: { shape: '0{16,25}' } }),
  ],
  find({ profile, count }) {
    const n = count('long-number-rounded');
    // by chance one number in ten ends in a zero; here nearly all of them do
    if (n < 3 || n < count('long-number') * 0.9) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} довгий номер закінчується нулями: Excel пам’ятає лише п’ятнадцять цифр. Зробіть стовпець текстовим, впишіть номери знову і збережіть файл.`,
        en: `In “${profile.title}”, ${cells.en} hold a long number that ends in zeros: Excel keeps fifteen digits only. Make the column text, write the numbers anew and save the file.`,
      },
      where: (_raw, clean) => `regexp_full_match(${clean}, ${sqlText('\\d{15}0{1,10}')})`,
    };
  },
};
