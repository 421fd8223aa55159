import { isDegrees } from '../degrees.ts';
import { type Kind, words } from '../kind.ts';

export const latitudeKind: Kind = {
  code: 'latitude',
  title: { uk: 'Широта', en: 'Latitude' },
  purpose: { uk: 'Географічна широта (WGS 84)', en: 'Latitude (WGS 84)' },
  header: words('широт', 'latitude', 'lat ', '\\S+ lat ', '\\S+ latitude ', 'y ', '\\S+ широт'),
  not: words('довгот', 'longitude', 'lon ', 'lng '),
  is: isDegrees(90),
  form: { uk: 'градуси з дробом', en: 'degrees with a fraction' },
  format: 'градуси, WGS 84',
  unit: '°',
};
