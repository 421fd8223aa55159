import { type Kind, somewhere, words } from '../kind.ts';

export const geometryKind: Kind = {
  code: 'geometry',
  title: { uk: 'Геометрія', en: 'Geometry' },
  purpose: { uk: 'Обриси об’єкта на карті (GeoJSON)', en: 'Outline of an object on the map (GeoJSON)' },
  header: words('geometry', 'geom ', 'the geom', 'геометрі', 'wkt', 'geojson', 'shape '),
  is: somewhere(
    '^(?:\\{"type":"[A-Z]|(?:SRID=\\d+;)? ?(?:MULTI)?(?:POINT|LINESTRING|POLYGON) ?(?:ZM|Z|M)? ?\\()',
    'iu',
  ),
  form: { uk: 'геометрія GeoJSON', en: 'geometry in GeoJSON' },
  alone: { share: 0.5, confidence: 0.98 },
  format: 'GeoJSON',
};
