import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** A value that a spreadsheet would take for a formula. Formulas themselves are told by `spreadsheet-error`. */
export const formulaSign = patternCheck({
  code: 'formula-sign',
  title: { uk: 'Значення починається як формула', en: 'A value that begins like a formula' },
  why: {
    uk: 'Таблиця, у якій клітинка починається з «=» чи «@», в Excel спробує її виконати: замість значення людина побачить помилку, а чужа формула може й нашкодити.',
    en: 'Excel tries to carry out a cell that begins with “=” or “@”: people see an error instead of the value, and a foreign formula may do harm.',
  },
  example: {
    before: lines('id,Канал', '1,@miska_rada', '2,rada.example'),
    after: lines('id,Канал', '1,miska_rada', '2,rada.example'),
  },
  pattern: '^\\s*(?:=[^=A-ZА-ЯІЇЄҐ\\s]|=[A-ZА-ЯІЇЄҐ][^A-ZА-ЯІЇЄҐ(]|@[A-Za-z])',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} значення починається з «=» або «@»: Excel прийме його за формулу. Запишіть його без цього знака або поясніть у призначенні поля.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'begins' : 'begin'} with “=” or “@”, which Excel takes for a formula. Write the value without the sign, or explain it in the field’s purpose.`,
  }),
});
