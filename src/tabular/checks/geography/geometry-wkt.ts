import { geometryOfWkt, WKT_FORM } from '../../geometry/wkt-sql.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Geometry as databases print it. */
export const geometryWkt = kindCheck({
  code: 'geometry-wkt',
  title: { uk: 'Геометрія у записі WKT', en: 'Geometry written as WKT' },
  why: {
    uk: 'Карти в мережі читають GeoJSON. Запис WKT (POINT, POLYGON …) на карті не з’явиться, доки його не перекладено.',
    en: 'Maps of the web read GeoJSON. Text of WKT (POINT, POLYGON …) does not appear on a map until it is translated.',
  },
  example: {
    before: lines('Назва,wkt', 'Парк,POINT (23.50 49.35)', 'Сквер,"LINESTRING(23.5 49.3, 23.6 49.4)"'),
    after: lines(
      'Назва,wkt',
      'Парк,"{""type"":""Point"",""coordinates"":[23.50,49.35]}"',
      'Сквер,"{""type"":""LineString"",""coordinates"":[[23.5,49.3],[23.6,49.4]]}"',
    ),
  },
  kinds: ['geometry'],
  faulty: (clean) => hasForm(clean, WKT_FORM),
  digits: 'blind',
  guard: '(?i)(?:POINT|STRING|POLYGON)',
  mend: geometryOfWkt,
  say: () => ({
    uk: 'геометрію записано як WKT. Запишемо її як GeoJSON: цифри ті самі, місця з’являться на карті.',
    en: 'geometry written as WKT. We can write it as GeoJSON: the digits are the same, the places appear on the map.',
  }),
});
