import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const DAY = '(?:\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?: ?р(?:\\.|оку)?)?';
const INTERVAL = `(?:з |від )?${DAY} ?(?:[-–—/]|до|по) ?${DAY}`;

/** An interval of days in one cell. */
export const dateInterval = kindCheck({
  code: 'date-interval',
  title: { uk: 'Проміжок дат в одній клітинці', en: 'An interval of days in one cell' },
  why: {
    uk: 'Щоб відібрати чинне на сьогодні, програмі потрібні початок і кінець окремо.',
    en: 'To find what is valid today a program needs the beginning and the end apart.',
  },
  example: {
    before: lines('Номер,Строк дії', '1,01.01.2024-31.12.2026', '2,01.02.2024-31.01.2027'),
    after: lines('Номер,Діє від,Діє до', '1,2024-01-01,2026-12-31', '2,2024-02-01,2027-01-31'),
  },
  kinds: ['period', 'date'],
  faulty: (clean) => hasForm(clean, INTERVAL),
  digits: 'blind',
  guard: `^(?:${INTERVAL})$`,
  say: () => ({
    uk: 'стоять дві дати. Зробіть два стовпці: «від» і «до».',
    en: 'two dates. Make two columns of it: “from” and “to”.',
  }),
  mild: true,
});
