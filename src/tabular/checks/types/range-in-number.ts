import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const RANGE = '(?:від )?\\d+(?:[.,]\\d+)? ?(?:[-–—]|до) ?\\d+(?:[.,]\\d+)?';

/** A range in one cell. */
export const rangeInNumber = kindCheck({
  code: 'range-in-number',
  title: { uk: 'Проміжок в одній клітинці', en: 'A range in one cell' },
  why: {
    uk: '«10–15» — це два числа: за такою клітинкою не відібрати й не порахувати.',
    en: '“10–15” is two numbers: by such a cell nothing can be narrowed or counted.',
  },
  example: {
    before: lines('Об’єкт,Кількість місць', 'а,10', 'б,10–15', 'в,20'),
    after: lines('Об’єкт,Кількість місць', 'а,10', 'б,15', 'в,20'),
  },
  kinds: ['quantity', 'money', 'percent'],
  faulty: (clean) => hasForm(clean, RANGE),
  digits: 'blind',
  guard: `^(?:${RANGE})$`,
  say: () => ({
    uk: 'стоїть проміжок («10–15»). Зробіть два стовпці: «від» і «до».',
    en: 'a range (“10–15”). Make two columns of it: “from” and “to”.',
  }),
});
