import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const SHORT = '\\d{1,2}[./]\\d{1,2}[./]\\d{2}(?: ?р\\.?)?';

/** A year of two digits. */
export const yearTwoDigits = kindCheck({
  code: 'year-two-digits',
  title: { uk: 'Рік з двох цифр', en: 'A year of two digits' },
  why: {
    uk: '«01.02.24» може бути 1924-м або 2024-м: століття доводиться вгадувати.',
    en: '“01.02.24” may be 1924 or 2024: the century has to be guessed.',
  },
  example: {
    before: lines('Номер,Дата рішення', '1,01.02.2024', '2,15.03.24'),
    after: lines('Номер,Дата рішення', '1,01.02.2024', '2,15.03.2024'),
  },
  kinds: ['date'],
  faulty: (clean) => hasForm(clean, SHORT),
  digits: 'blind',
  guard: `^(?:${SHORT})$`,
  say: () => ({
    uk: 'рік записано двома цифрами. Читаємо їх так: 24 — це 2024, 85 — 1985; якщо це не так, виправте у файлі.',
    en: 'a year of two digits. We read 24 as 2024 and 85 as 1985; if it is not so, correct the file.',
  }),
  mild: true,
});
