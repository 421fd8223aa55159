import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const LOCAL = '\\d{1,3}[ –-]\\d{2}[ –-]\\d{2}|\\d{5,7}';

/** Phone without the code of the city. */
export const phoneWithoutCode = kindCheck({
  code: 'phone-without-code',
  title: { uk: 'Телефон без коду міста', en: 'Phone without the code of the city' },
  why: {
    uk: 'За номером без коду не додзвониться ніхто з іншого міста.',
    en: 'Nobody from another city can dial a number without its code.',
  },
  example: {
    before: lines('Телефон,Назва', '+380501234567,а', '2-34-56,б'),
    after: lines('Телефон,Назва', '+380501234567,а', '+380332023456,б'),
  },
  kinds: ['phone'],
  faulty: (clean) => hasForm(clean, LOCAL),
  digits: 'blind',
  guard: `^(?:${LOCAL})$`,
  say: () => ({
    uk: 'місцевий номер без коду міста («2-34-56»). Допишіть код у файлі: +380 і дев’ять цифр.',
    en: 'a local number without the code of the city (“2-34-56”). Add the code in the file: +380 and nine digits.',
  }),
});
