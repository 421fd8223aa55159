import { isPairOfDegrees } from '../degrees.ts';
import { type Kind, words } from '../kind.ts';

export const coordinatesKind: Kind = {
  code: 'coordinates',
  title: { uk: 'Координати', en: 'Coordinates' },
  purpose: { uk: 'Широта й довгота в одній клітинці', en: 'Latitude and longitude in one cell' },
  header: words(
    'координат',
    '\\S+ координат',
    'coordinates',
    'coords',
    'geo ?point',
    'location',
    'точка',
    'gps',
    'широта довгота',
    'lat lon',
    'lat lng',
  ),
  is: isPairOfDegrees,
  form: { uk: 'пари градусів', en: 'pairs of degrees' },
  alone: { confidence: 0.92 },
  types: ['text'],
  format: 'широта, довгота',
};
