import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Coordinates 0. */
export const coordinatesZero = kindCheck({
  code: 'coordinates-zero',
  title: { uk: 'Координати 0', en: 'Coordinates 0' },
  why: {
    uk: 'Нуль замість невідомого ставить об’єкт на карті в океан біля Африки.',
    en: 'A zero in place of the unknown puts the object in the ocean by Africa.',
  },
  example: {
    before: lines('Назва,Широта,Довгота', 'а,50.74,25.32', 'б,0,0', 'в,50.75,25.33'),
    after: lines('Назва,Широта,Довгота', 'а,50.74,25.32', 'б,,', 'в,50.75,25.33'),
  },
  kinds: ['latitude', 'longitude'],
  faulty: (clean) => hasForm(clean, '-?0+(?:[.,]0+)?'),
  digits: { shape: '-?0+(?:[.,]0+)?' },
  guard: '^-?0',
  mend: () => 'NULL',
  say: () => ({
    uk: 'замість координати стоїть 0. Залишимо такі клітинки порожніми: місце невідоме.',
    en: '0 in place of a coordinate. We can leave such cells empty: the place is unknown.',
  }),
});
