import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const SIGNS = '[+\\d() .–—-]{9,30}';
const DIGITS = (clean: string) => `regexp_replace(${clean}, '[^0-9]', '', 'g')`;

/** Phones written in different ways. */
export const phoneWritten = kindCheck({
  code: 'phone-written',
  title: { uk: 'Телефон записано по-різному', en: 'Phones written in different ways' },
  why: {
    uk: 'Номер у міжнародному записі набирається одним дотиком з будь-якого телефону й не повторюється двічі в різних записах.',
    en: 'In the international form a number is dialled by one touch and does not come twice in different forms.',
  },
  example: {
    before: lines('Телефон,Назва', '+380501234567,а', '(044) 123-45-67,б', '050 765 43 21,в'),
    after: lines('Телефон,Назва', '+380501234567,а', '+380441234567,б', '+380507654321,в'),
  },
  kinds: ['phone'],
  faulty: (clean) =>
    `(NOT ${hasForm(clean, '\\+380\\d{9}')} AND ${hasForm(clean, SIGNS)} AND ${hasForm(DIGITS(clean), '(?:3?8)?0\\d{9}|[1-9]\\d{8}')})`,
  digits: { shape: '[+0() .–—-]{9,30}' },
  guard: `^(?:${SIGNS})$`,
  mend: (clean) => `'+380' || right(${DIGITS(clean)}, 9)`,
  say: () => ({
    uk: 'телефон записано без коду країни, з дужками чи дефісами. Запишемо так: +380441234567.',
    en: 'a phone without the code of the country, with brackets or hyphens. We can write it as +380441234567.',
  }),
});
