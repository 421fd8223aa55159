import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** Long numbers a spreadsheet has shortened: 4,82E+12. */
export const scientificNotation = patternCheck({
  code: 'scientific-notation',
  title: { uk: 'Число, скорочене програмою', en: 'A number shortened by a program' },
  why: {
    uk: '«4,82E+12» — це довгий код чи номер, від якого лишилися три цифри: решту програма втратила, коли зберігала файл.',
    en: '“4,82E+12” is a long code or number of which three digits are left: the program lost the rest when it saved the file.',
  },
  example: {
    before: lines('id,Штрихкод', '1,"4,82E+12"', '2,4820000127384'),
    after: lines('id,Штрихкод', '1,4820000127391', '2,4820000127384'),
  },
  pattern: '^[-+]?\\d[.,]\\d{1,5}[eEеЕ]\\+?[0-9]{2,3}$',
  of: 'clean',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} число скорочено до вигляду «4,82E+12»: частину цифр утрачено. Зробіть стовпець у таблиці текстовим, впишіть числа повністю і збережіть файл знову.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds a number' : 'hold numbers'} shortened to the form “4,82E+12”: some digits are lost. Make the column text in the spreadsheet, write the numbers in full and save the file again.`,
  }),
});
