import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const WRITTEN = '(?:[01]?\\d|2[0-3])(?:[.–-]| ?год\\.? ?)[0-5]\\d(?: ?хв\\.?)?';

/** Time written otherwise. */
export const timeWritten = kindCheck({
  code: 'time-written',
  title: { uk: 'Час записано інакше', en: 'Time written otherwise' },
  why: {
    uk: '«9.30» програма читає як число: дев’ять цілих і три десятих.',
    en: '“9.30” is read as a number: nine and three tenths.',
  },
  example: {
    before: lines('Рейс,Час відправлення', '1,09:15', '2,9-30', '3,10.05'),
    after: lines('Рейс,Час відправлення', '1,09:15', '2,09:30', '3,10:05'),
  },
  kinds: ['time'],
  faulty: (clean) => hasForm(clean, WRITTEN),
  digits: { shape: '0{1,2}(?:[.–-]| ?год\\.? ?)00(?: ?хв\\.?)?' },
  guard: `^(?:${WRITTEN})$`,
  mend: (clean) =>
    `lpad(regexp_extract(${clean}, '^\\d{1,2}'), 2, '0') || ':' || regexp_extract(${clean}, '(\\d{2})(?: ?хв\\.?)?$', 1)`,
  asks: { uk: 'Записати як час', en: 'Write as times' },
  say: () => ({
    uk: 'час записано крапкою, дефісом чи словами («9.30», «9 год 30 хв»). Його можна записати так: 09:30.',
    en: 'a time written with a point, a hyphen or words (“9.30”, “9 год 30 хв”). It can be written as 09:30.',
  }),
});
