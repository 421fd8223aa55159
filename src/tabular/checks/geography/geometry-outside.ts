import { UKRAINE } from '../../geometry/ukraine.ts';
import { sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { ANY_SHAPE, kindCheck } from '../kind-check.ts';

const FIRST = '\\[(-?[0-9.]+),(-?[0-9.]+)';
const degree = (clean: string, at: 1 | 2) => `TRY_CAST(regexp_extract(${clean}, ${sqlText(FIRST)}, ${at}) AS DOUBLE)`;
const { west, south, east, north } = UKRAINE;
const point = (x: number, y: number) => `"{""type"":""Point"",""coordinates"":[${x},${y}]}"`;

/** Geometries whose first position is in another country or at zero. */
export const geometryOutside = kindCheck({
  code: 'geometry-outside',
  title: { uk: 'Місця поза Україною', en: 'Places outside Ukraine' },
  why: {
    uk: 'Об’єкт опиниться на карті в іншій країні або в океані, і ніхто його там не шукатиме.',
    en: 'The object stands in another country or in the ocean on the map, where nobody looks for it.',
  },
  example: {
    before: lines('Назва,geometry', `Парк,${point(23.5, 49.35)}`, `Сквер,${point(0, 0)}`),
    after: lines('Назва,geometry', `Парк,${point(23.5, 49.35)}`, `Сквер,${point(23.51, 49.36)}`),
  },
  kinds: ['geometry'],
  faulty: (clean) =>
    `(${degree(clean, 1)} NOT BETWEEN ${west} AND ${east} OR ${degree(clean, 2)} NOT BETWEEN ${south} AND ${north})`,
  digits: ANY_SHAPE,
  guard: '\\[-?[0-9.]+,',
  say: () => ({
    uk: 'місце поза Україною: довгота в нас від 22 до 40,3, широта від 44 до 52,4 градуса; 0 — це океан біля Африки. Звірте координати або систему координат файла.',
    en: 'a place outside Ukraine, where longitude is from 22 to 40.3 and latitude from 44 to 52.4 degrees; 0 is the ocean by Africa. Compare the coordinates, or the coordinate system of the file.',
  }),
});
