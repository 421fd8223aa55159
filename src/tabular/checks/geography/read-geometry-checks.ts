import type { ReadCheck } from '../read-check.ts';

const collection = (...features: readonly string[]) =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
const feature = (name: string, geometry: string, more = '') =>
  `{"type":"Feature",${more}"properties":{"name":"${name}"},"geometry":${geometry}}`;
const point = (...degrees: readonly (number | string)[]) => `{"type":"Point","coordinates":[${degrees.join(',')}]}`;
const area = (...ring: readonly string[]) => `{"type":"Polygon","coordinates":[[${ring.join(',')}]]}`;

const fileName = 'map.geojson';
const GOOD = feature('Парк', point(23.5, 49.35));
const A = '[23.5,49.3]';
const B = '[23.6,49.3]';
const C = '[23.6,49.4]';

/** What the readers of maps find and say of it; the findings are made in `reading/geo`. */
export const READ_GEOMETRY_CHECKS: readonly ReadCheck[] = [
  {
    code: 'geometry-broken',
    title: { uk: 'Місце не читається', en: 'A place that cannot be read' },
    why: {
      uk: 'Об’єкт без місця не з’явиться на карті, і за площею чи відстанню його не знайде жодна програма.',
      en: 'An object without a place does not appear on the map, and no program finds it by area or distance.',
    },
    example: {
      before: collection(GOOD, feature('Сквер', point(23.51, '"49.36"'))),
      after: collection(GOOD, feature('Сквер', point(23.51, 49.36))),
      fileName,
    },
  },
  {
    code: 'geometry-mended',
    title: { uk: 'Контури записано за стандартом', en: 'Rings written by the standard' },
    why: {
      uk: 'Незамкнений або обійдений навпаки контур деякі програми малюють як увесь світ без цього шматка.',
      en: 'A ring left open or run the wrong way is drawn by some programs as the whole world without that piece.',
    },
    example: {
      before: collection(feature('Парк', area(A, C, B))),
      after: collection(feature('Парк', area(A, B, C, A))),
      fileName,
    },
  },
  {
    code: 'geometry-unusual',
    title: { uk: 'Запис карти не за стандартом', en: 'A map written against the standard' },
    why: {
      uk: 'Поля, яких стандарт у цьому місці не має, інші програми пропускають або через них не відкривають файл.',
      en: 'Fields the standard does not have there are skipped by other programs, or keep them from opening the file.',
    },
    example: {
      before: collection(feature('Парк', point(23.5, 49.35), '"id":{},')),
      after: collection(feature('Парк', point(23.5, 49.35), '"id":7,')),
      fileName,
    },
  },
  {
    code: 'coordinates-off-globe',
    title: { uk: 'Координати не на земній кулі', en: 'Coordinates off the globe' },
    why: {
      uk: 'Такі числа бувають у метрах або в іншій системі координат: на карті місце опиниться не там або зникне.',
      en: 'Such numbers come in metres or in another coordinate system: on a map the place is wrong or disappears.',
    },
    example: {
      before: collection(GOOD, feature('Сквер', point(2616000, 6336000))),
      after: collection(GOOD, feature('Сквер', point(23.5, 49.36))),
      fileName,
    },
  },
  {
    code: 'axes-swapped',
    title: { uk: 'Широта й довгота навпаки', en: 'Latitude and longitude changed over' },
    why: {
      uk: 'У файлах карт довгота стоїть першою. Якщо навпаки, місця громади опиняються в Аравії.',
      en: 'In files of maps longitude comes first. The other way round, the places of a community lie in Arabia.',
    },
    example: { before: collection(feature('Парк', point(49.35, 23.5))), after: collection(GOOD), fileName },
  },
  {
    code: 'crs-member',
    title: { uk: 'Зайве поле системи координат', en: 'A needless coordinate system' },
    why: {
      uk: 'GeoJSON завжди у WGS 84, тому поле crs стандарт прибрав: програми його не читають.',
      en: 'GeoJSON is always in WGS 84, so the standard has dropped the field crs: programs do not read it.',
    },
    example: {
      before: `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[\n${GOOD}\n]}\n`,
      after: collection(GOOD),
      fileName,
    },
  },
  {
    code: 'shapefile-parts',
    title: { uk: 'Бракує частин карти SHP', en: 'Parts of a SHP map are missing' },
    why: {
      uk: 'Карта SHP складається з кількох файлів: без .dbf об’єкти не мають полів, без .prj не видно системи координат.',
      en: 'A SHP map is several files: without .dbf the objects have no fields, without .prj the coordinate system is not known.',
    },
  },
  {
    code: 'projected-coordinates',
    title: { uk: 'Координати перераховано', en: 'Converted coordinates' },
    why: {
      uk: 'Карти в мережі знають градуси WGS 84. Перерахунок із метрів точний приблизно до метра, тож для межування беріть первинний файл.',
      en: 'Maps of the web know degrees of WGS 84. The conversion is exact to about a metre, so for surveying take the first file.',
    },
    example: {
      before: `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[\n${feature('Парк', point(2616000, 6336000))}\n]}\n`,
      after: collection(feature('Парк', point(23.499927833, 49.359016502))),
      fileName,
    },
  },
];
