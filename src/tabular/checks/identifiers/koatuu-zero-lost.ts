import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Lost zero of a KOATUU code. */
export const koatuuZeroLost = kindCheck({
  code: 'koatuu-zero-lost',
  title: { uk: 'Втрачений нуль у коді КОАТУУ', en: 'Lost zero of a KOATUU code' },
  why: {
    uk: 'Код без нуля на початку — це інший код, і місце за ним не знайти.',
    en: 'Without its leading zero it is another code, and no place is found by it.',
  },
  example: {
    before: lines('КОАТУУ,Назва', '1211900000,а', '520680203,б'),
    after: lines('КОАТУУ,Назва', '1211900000,а', '0520680203,б'),
  },
  kinds: ['koatuu'],
  faulty: (clean) => hasForm(clean, '\\d{9}'),
  digits: 'blind',
  guard: '^\\d{9}$',
  mend: (clean) => `'0' || ${clean}`,
  say: () => ({
    uk: 'код КОАТУУ втратив нуль на початку: так робить Excel. Повернемо його.',
    en: 'a KOATUU code that lost its leading zero, as Excel does. We can put it back.',
  }),
});
