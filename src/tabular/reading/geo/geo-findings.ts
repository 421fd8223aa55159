import type { Finding, FindingPlace } from '../../../kernel/finding.ts';
import type { Text } from '../../../kernel/text.ts';
import type { CoordinateSystem } from '../../geometry/coordinate-systems.ts';
import { readingFinding } from '../reading-findings.ts';
import { refusal } from '../refusals.ts';

export const SAVE_AGAIN: Text = {
  uk: 'Збережіть карту у своїй програмі (QGIS: Експорт → Зберегти об’єкти як → GeoJSON) і завантажте ще раз.',
  en: 'Save the map in your program (QGIS: Export → Save Features As → GeoJSON) and upload it once more.',
};

const ROOT: Readonly<Record<string, (value: string) => Text>> = {
  'geojson-root': () => ({
    uk: 'Файл названо GeoJSON, але всередині не об’єкт JSON, тож місць на карті в ньому немає.',
    en: 'The file is called GeoJSON, but holds no JSON object, so there are no places on a map in it.',
  }),
  'geojson-no-type': (value) => ({
    uk: `Файл названо GeoJSON, але поле type не каже, що це${value ? ` (там «${value}»)` : ': його немає'}. Має бути FeatureCollection, Feature або тип геометрії.`,
    en: `The file is called GeoJSON, but the field type does not say what it is${value ? ` (it is “${value}”)` : ': there is none'}. It must be FeatureCollection, Feature or a type of geometry.`,
  }),
  'geojson-two-types': () => ({
    uk: 'Поле type стоїть у файлі GeoJSON двічі, тож не видно, що це за карта. Лишіть одне.',
    en: 'The field type stands twice in the GeoJSON file, so it cannot be told what map this is. Leave one.',
  }),
  'geojson-unknown-type': (value) => ({
    uk: `Типу «${value}» у GeoJSON немає. Має бути FeatureCollection, Feature або тип геометрії (Point, LineString, Polygon …).`,
    en: `GeoJSON has no type “${value}”. It must be FeatureCollection, Feature or a type of geometry (Point, LineString, Polygon …).`,
  }),
  'geojson-no-features': () => ({
    uk: 'Карта GeoJSON названа FeatureCollection, але списку об’єктів (features) у ній немає.',
    en: 'The GeoJSON map is called FeatureCollection, but has no list of features.',
  }),
  'geojson-features': (value) => ({
    uk: `Поле features карти GeoJSON має бути списком об’єктів, а в ньому «${value.slice(0, 60)}».`,
    en: `The field features of the GeoJSON map must be a list of features, but it holds “${value.slice(0, 60)}”.`,
  }),
};

export const GEOJSON_ROOTS = [
  'geojson-root',
  'geojson-no-type',
  'geojson-two-types',
  'geojson-unknown-type',
  'geojson-no-features',
  'geojson-features',
] as const;

/** Why a file that should be GeoJSON is none. */
export function geoJsonRefusal(code: (typeof GEOJSON_ROOTS)[number], value = ''): Finding {
  const text = ROOT[code]?.(value) ?? { uk: '', en: '' };
  return refusal(code, { uk: `${text.uk} ${SAVE_AGAIN.uk}`, en: `${text.en} ${SAVE_AGAIN.en}` });
}

/** Latitude stood before longitude everywhere: put right while reading. */
export function swappedAxes(count: number): Finding {
  return readingFinding('axes-swapped', count, [], {
    uk: 'Широта й довгота у файлі стоять навпаки: усі місця опинилися б далеко від України. Ми переставили їх, і тепер місця в Україні. Перевірте на карті.',
    en: 'Latitude and longitude stand the wrong way round in the file: all places would lie far from Ukraine. We changed them over, and now they lie in Ukraine. Look at the map.',
  });
}

/** A member that RFC 7946 has no more, naming the one system it knows. */
export function crsMember(name: string): Finding {
  return readingFinding('crs-member', 1, [{ row: 0, value: name }], {
    uk: `У файлі названо систему координат «${name}». Стандарт GeoJSON знає лише WGS 84 і такого поля не має; координати вже в ній.`,
    en: `The file names the coordinate system “${name}”. The GeoJSON standard knows WGS 84 only and has no such field; the coordinates are in it.`,
  });
}

/** Coordinates were brought to WGS 84. */
export function projectedFrom({ name }: CoordinateSystem): Finding {
  return readingFinding('projected-coordinates', 1, [{ row: 0, value: name }], {
    uk: `Координати файлу в системі «${name}». Ми перерахували їх у градуси WGS 84 (точність перерахунку близько метра), як того потребують карти.`,
    en: `The coordinates of the file are in the system “${name}”. We converted them to degrees of WGS 84 (exact to about a metre), as maps need.`,
  });
}

/** No way from that system to WGS 84 is known: places would be wrong. */
export function crsUnknown(name: string): Finding {
  return refusal('coordinate-system-unknown', {
    uk: `Систему координат файлу («${name.slice(0, 120)}») ми не знаємо, тож місця опинилися б не там. Збережіть карту в WGS 84 (EPSG:4326) або УСК-2000 і завантажте ще раз.`,
    en: `We do not know the coordinate system of the file (“${name.slice(0, 120)}”), so places would be wrong. Save the map in WGS 84 (EPSG:4326) or UCS-2000 and upload it once more.`,
  });
}

/** Positions that no place of the globe has. */
export function offGlobe(count: number, places: readonly FindingPlace[]): Finding {
  return readingFinding('coordinates-off-globe', count, places, {
    uk: `Координати не на земній кулі: довгота буває від −180 до 180, широта від −90 до 90. Таких об’єктів: ${count}. Перевірте, в якій системі координат файл.`,
    en: `Coordinates are off the globe: longitude is from −180 to 180, latitude from −90 to 90. Such objects: ${count}. Check the coordinate system of the file.`,
  });
}

export const MAP_BROKEN = refusal('map-broken', {
  uk: 'Файл карти пошкоджений або обірваний: його розмітка не сходиться. Збережіть його заново у програмі, якою його зроблено, і завантажте ще раз.',
  en: 'The map file is damaged or cut short: its markup does not match. Save it again in the program it was made with and upload it once more.',
});

export const MAP_EMPTY: Finding = refusal('map-empty', {
  uk: 'У файлі карти немає жодного місця (Placemark у KML, wpt, rte чи trk у GPX). Карти, що лише показують інший файл за посиланням, збережіть разом із ним (Google Earth: «Зберегти місце як… KMZ»).',
  en: 'The map file holds no place (a Placemark in KML, wpt, rte or trk in GPX). A map that only shows another file by a link has to be saved with it (Google Earth: “Save Place As… KMZ”).',
});
