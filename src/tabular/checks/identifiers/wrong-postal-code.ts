import { lines } from '../example.ts';
import { kindCheck, lacksForm } from '../kind-check.ts';

/** Not a postal code. */
export const wrongPostalCode = kindCheck({
  code: 'wrong-postal-code',
  title: { uk: 'Це не поштовий індекс', en: 'Not a postal code' },
  why: {
    uk: 'Лист за таким індексом не дійде, а місце не знайдеться.',
    en: 'A letter with such a code does not come, and the place is not found.',
  },
  example: {
    before: lines('Поштовий індекс,Назва', '43000,а', '01001,б', '4300О,в'),
    after: lines('Поштовий індекс,Назва', '43000,а', '01001,б', '43000,в'),
  },
  kinds: ['postal-code'],
  faulty: (clean) => lacksForm(clean, '\\d{4,5}'),
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не поштовий індекс: у ньому п’ять цифр.',
    en: 'something that is no postal code: it has five digits.',
  }),
});
