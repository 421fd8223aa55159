import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Lost zero of a postal code. */
export const postalZeroLost = kindCheck({
  code: 'postal-zero-lost',
  title: { uk: 'Втрачений нуль у поштовому індексі', en: 'Lost zero of a postal code' },
  why: {
    uk: 'Індекс без нуля не знайде ні пошта, ні карта.',
    en: 'Neither the post nor a map finds a code without its zero.',
  },
  example: {
    before: lines('Поштовий індекс,Назва', '43000,а', '1001,б'),
    after: lines('Поштовий індекс,Назва', '43000,а', '01001,б'),
  },
  kinds: ['postal-code'],
  faulty: (clean) => hasForm(clean, '\\d{4}'),
  digits: 'blind',
  guard: '^\\d{4}$',
  mend: (clean) => `'0' || ${clean}`,
  say: () => ({
    uk: 'поштовий індекс втратив нуль на початку: так робить Excel. Повернемо його.',
    en: 'a postal code that lost its leading zero, as Excel does. We can put it back.',
  }),
});
