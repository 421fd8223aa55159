import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const FORM = '[ABCEHIKMOPTX]{2}\\d{4}[ABCEHIKMOPTX]{2}';
const asWritten = (clean: string) =>
  `translate(upper(regexp_replace(${clean}, '[ .-]', '', 'g')), 'АВСЕНІКМОРТХ', 'ABCEHIKMOPTX')`;

/** Number plate written otherwise. */
export const plateWritten = kindCheck({
  code: 'plate-written',
  title: { uk: 'Номерний знак записано інакше', en: 'Number plate written otherwise' },
  why: {
    uk: '«АВ1234ЕІ» українськими й латинськими літерами — два різні знаки для програми, хоч автівка одна.',
    en: '“AB1234EI” in Ukrainian and in Latin letters are two plates to a program, though there is one car.',
  },
  example: {
    before: lines('Номерний знак,Назва', 'AB1234EI,а', 'KA 0001 AA,б'),
    after: lines('Номерний знак,Назва', 'AB1234EI,а', 'KA0001AA,б'),
  },
  kinds: ['plate'],
  faulty: (clean) => both(`NOT ${hasForm(clean, FORM)}`, hasForm(asWritten(clean), FORM)),
  digits: 'blind',
  guard: '\\d{4}',
  mend: asWritten,
  say: () => ({
    uk: 'номерний знак записано українськими чи малими літерами або з пробілами. Запишемо латинкою без пробілів: AB1234EI.',
    en: 'a number plate in Ukrainian or small letters or with spaces. We can write it in Latin letters without spaces: AB1234EI.',
  }),
});
