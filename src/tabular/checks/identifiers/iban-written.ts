import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const FORM = 'UA\\d{27}';
const asWritten = (clean: string) => `translate(upper(replace(${clean}, ' ', '')), 'АУ', 'AU')`;

/** Account written otherwise. */
export const ibanWritten = kindCheck({
  code: 'iban-written',
  title: { uk: 'Рахунок записано інакше', en: 'Account written otherwise' },
  why: {
    uk: 'Рахунок з пробілами чи українськими літерами банк не прийме.',
    en: 'A bank refuses an account with spaces or Ukrainian letters.',
  },
  example: {
    before: lines('Рахунок,Назва', 'UA213223130000026007233566001,а', 'UA90 305299 2990004149123456789,б'),
    after: lines('Рахунок,Назва', 'UA213223130000026007233566001,а', 'UA903052992990004149123456789,б'),
  },
  kinds: ['iban'],
  faulty: (clean) => both(`NOT ${hasForm(clean, FORM)}`, hasForm(asWritten(clean), FORM)),
  digits: 'blind',
  guard: '[UuАаУу]',
  mend: asWritten,
  say: () => ({
    uk: 'рахунок записано з пробілами, малими або українськими літерами. Запишемо як у стандарті: UA і 27 цифр.',
    en: 'an account with spaces, small or Ukrainian letters. We can write it by the standard: UA and 27 digits.',
  }),
});
