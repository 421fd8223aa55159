import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** “р.” beside a year. */
export const yearWritten = kindCheck({
  code: 'year-written',
  title: { uk: '«р.» біля року', en: '“р.” beside a year' },
  why: {
    uk: 'Рік зі словом програма не порівняє з іншими роками.',
    en: 'A program cannot compare a year with a word beside it.',
  },
  example: {
    before: lines('Об’єкт,Рік будівництва', 'а,1965', 'б,1988 р.', 'в,2004 рік'),
    after: lines('Об’єкт,Рік будівництва', 'а,1965', 'б,1988', 'в,2004'),
  },
  kinds: ['year'],
  faulty: (clean) => hasForm(clean, '\\d{4} ?р(?:\\.|оку|ік)?'),
  digits: 'blind',
  guard: '^\\d{4} ?р',
  mend: (clean) => `substr(${clean}, 1, 4)`,
  say: () => ({
    uk: 'разом із роком стоїть «р.» або «рік». Приберемо.',
    en: 'a year with “р.” or “рік”. We can take it out.',
  }),
});
