import { type Kind, somewhere, words } from '../kind.ts';

export const geometryKind: Kind = {
  code: 'geometry',
  title: { uk: 'Геометрія', en: 'Geometry' },
  // the same words stand in the structure of every format, and tables hold another writing than JSON
  purpose: {
    uk: 'Обриси об’єкта на карті, WGS 84 (GeoJSON; у CSV, XLSX, ODS та XML — WKT)',
    en: 'Outline of an object on the map, WGS 84 (GeoJSON; WKT in CSV, XLSX, ODS and XML)',
  },
  header: words('geometry', 'geom ', 'the geom', 'геометрі', 'wkt', 'geojson', 'shape '),
  is: somewhere(
    '^(?:\\{"type":"[A-Z]|(?:SRID=\\d+;)? ?(?:MULTI)?(?:POINT|LINESTRING|POLYGON) ?(?:ZM|Z|M)? ?\\()',
    'iu',
  ),
  form: { uk: 'геометрія GeoJSON', en: 'geometry in GeoJSON' },
  alone: { share: 0.5, confidence: 0.98 },
  format: 'GeoJSON',
};
