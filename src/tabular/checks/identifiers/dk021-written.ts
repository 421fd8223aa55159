import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const WRITTEN = '\\d{8}(?:\\s*[–—−]\\s*|\\s+-?\\s*|-\\s+|)\\d(?:[ ,;:].*)?';

/** DK 021 code written otherwise. */
export const dk021Written = kindCheck({
  code: 'dk021-written',
  title: { uk: 'Код ДК 021 записано інакше', en: 'DK 021 code written otherwise' },
  why: {
    uk: 'Код з тире замість дефіса або без нього програма не знайде в словнику закупівель.',
    en: 'With a dash in place of the hyphen, or without it, a program does not find the code in the list.',
  },
  example: {
    before: lines('ДК 021,Назва', '45230000-8,а', '45453000–7,б', '507300001,в'),
    after: lines('ДК 021,Назва', '45230000-8,а', '45453000-7,б', '50730000-1,в'),
  },
  kinds: ['dk021'],
  faulty: (clean) => hasForm(clean, WRITTEN),
  digits: 'blind',
  guard: `^(?:${WRITTEN})$`,
  mend: (clean) => `regexp_replace(${clean}, '^(\\d{8})\\s*[–—−-]?\\s*(\\d)', '\\1-\\2')`,
  say: () => ({
    uk: 'у коді ДК 021 інше тире, пробіл або немає дефіса. Запишемо так: 45230000-8.',
    en: 'a DK 021 code with another dash, a space or no hyphen. We can write it as 45230000-8.',
  }),
});
