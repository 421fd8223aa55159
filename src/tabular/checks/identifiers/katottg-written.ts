import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const FORM = 'UA\\d{17}';
const asWritten = (clean: string) => `translate(upper(replace(${clean}, ' ', '')), 'АУ', 'AU')`;

/** KATOTTG code written otherwise. */
export const katottgWritten = kindCheck({
  code: 'katottg-written',
  title: { uk: 'Код КАТОТТГ записано інакше', en: 'KATOTTG code written otherwise' },
  why: {
    uk: 'Код з малими чи українськими літерами для програми — інший код: місце за ним не знайдеться.',
    en: 'With small or Ukrainian letters it is another code to a program, and the place is not found.',
  },
  example: {
    before: lines('Код КАТОТТГ,Назва', 'UA71020010000037786,а', 'ua80000000000093317,б', 'UA 32060110010087428,в'),
    after: lines('Код КАТОТТГ,Назва', 'UA71020010000037786,а', 'UA80000000000093317,б', 'UA32060110010087428,в'),
  },
  kinds: ['katottg'],
  faulty: (clean) => both(`NOT ${hasForm(clean, FORM)}`, hasForm(asWritten(clean), FORM)),
  digits: 'blind',
  guard: '[UuАаУу]',
  mend: asWritten,
  say: () => ({
    uk: 'код КАТОТТГ записано малими чи українськими літерами або з пробілами. Запишемо як у Кодифікаторі: UA і 17 цифр.',
    en: 'a KATOTTG code in small or Ukrainian letters or with spaces. We can write it as the codifier does: UA and 17 digits.',
  }),
});
