import { isDegrees } from '../degrees.ts';
import { type Kind, words } from '../kind.ts';

export const longitudeKind: Kind = {
  code: 'longitude',
  title: { uk: 'Довгота', en: 'Longitude' },
  purpose: { uk: 'Географічна довгота (WGS 84)', en: 'Longitude (WGS 84)' },
  header: words('довгот', 'longitude', 'lon ', 'lng ', 'long ', '\\S+ (?:lon|lng|longitude) ', 'x ', '\\S+ довгот'),
  not: words('широт', 'latitude', 'lat '),
  is: isDegrees(180),
  form: { uk: 'градуси з дробом', en: 'degrees with a fraction' },
  format: 'градуси, WGS 84',
  unit: '°',
};
