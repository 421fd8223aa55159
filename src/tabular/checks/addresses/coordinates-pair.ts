import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const PAIR = '[(\\[]?-?\\d{1,3}[.,]\\d+[,; ]+-?\\d{1,3}[.,]\\d+[)\\]]?';

/** Two coordinates in one cell. */
export const coordinatesPair = kindCheck({
  code: 'coordinates-pair',
  title: { uk: 'Дві координати в одній клітинці', en: 'Two coordinates in one cell' },
  why: {
    uk: 'Карта бере широту й довготу з двох стовпців: з однієї клітинки місце не прочитати.',
    en: 'A map takes latitude and longitude from two columns: out of one cell no place is read.',
  },
  example: {
    before: lines('Назва,Координати', 'а,"50.7472, 25.3254"', 'б,"50.7501, 25.3311"'),
    after: lines('Назва,Широта,Довгота', 'а,50.7472,25.3254', 'б,50.7501,25.3311'),
  },
  kinds: ['coordinates'],
  faulty: (clean) => hasForm(clean, PAIR),
  digits: 'blind',
  guard: `^(?:${PAIR})$`,
  say: () => ({
    uk: 'широта й довгота стоять разом. Зробіть два стовпці: «Широта» і «Довгота».',
    en: 'latitude and longitude together. Make two columns of it: “Latitude” and “Longitude”.',
  }),
});
