import { lines } from '../example.ts';
import { kindCheck, lacksForm } from '../kind-check.ts';

/** Not a DK 021 code. */
export const wrongDk021 = kindCheck({
  code: 'wrong-dk021',
  title: { uk: 'Це не код ДК 021', en: 'Not a DK 021 code' },
  why: {
    uk: 'За кодом закупівлі порівнюють між громадами. Запис без коду до порівняння не потрапить.',
    en: 'By the code purchases of communities are compared. A record without it is left out.',
  },
  example: {
    before: lines('ДК 021,Назва', '45230000-8,а', '45453000-7,б', '4523-8,в'),
    after: lines('ДК 021,Назва', '45230000-8,а', '45453000-7,б', '45230000-8,в'),
  },
  kinds: ['dk021'],
  faulty: (clean) => lacksForm(clean, '\\d{8}\\s*[–—−-]?\\s*\\d(?:[ ,;:].*)?'),
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не код ДК 021: у ньому вісім цифр, дефіс і ще одна (45230000-8).',
    en: 'something that is no DK 021 code: it has eight digits, a hyphen and one more (45230000-8).',
  }),
});
