import { sqlText } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const WRITTEN = `-?[NSEWПСнзхдЗ.ш ]{0,5}(\\d{1,3}) ?° ?(\\d{1,2}) ?['′’ʼ\`] ?(?:(\\d{1,2}(?:[.,]\\d+)?) ?(?:["″”]|''|’’))? ?[NSEWПСнзхдЗ.ш ]{0,5}`;
const part = (clean: string, at: number) => `regexp_extract(${clean}, ${sqlText(WRITTEN)}, ${at})`;

/** Degrees with minutes and seconds. */
export const coordinatesInDegrees = kindCheck({
  code: 'coordinates-in-degrees',
  title: { uk: 'Градуси з мінутами й секундами', en: 'Degrees with minutes and seconds' },
  why: {
    uk: 'Карта читає градуси одним числом: 49.478889, а не 49° 28’ 44".',
    en: 'A map reads degrees as one number: 49.478889 and not 49° 28’ 44".',
  },
  example: {
    before: lines('Назва,Широта,Довгота', 'а,"N 49° 30\' 0""","E 24° 45\' 0"""', 'б,"N 49° 15\' 0""","E 24° 30\' 0"""'),
    after: lines('Назва,Широта,Довгота', 'а,49.5,24.75', 'б,49.25,24.5'),
  },
  kinds: ['latitude', 'longitude'],
  faulty: (clean) => hasForm(clean, WRITTEN),
  digits: 'blind',
  guard: '°',
  mend: (clean) =>
    `regexp_replace(CAST(round(CAST(${part(clean, 1)} AS DOUBLE) + CAST(${part(clean, 2)} AS DOUBLE) / 60 + coalesce(TRY_CAST(replace(${part(clean, 3)}, ',', '.') AS DOUBLE), 0) / 3600, 6) AS VARCHAR), '^', CASE WHEN regexp_matches(${clean}, '[SWЗ]|[Пп][дД]|^-') THEN '-' ELSE '' END)`,
  say: () => ({
    uk: 'координату записано з мінутами й секундами. Запишемо одним числом.',
    en: 'a coordinate with minutes and seconds. We can write it as one number.',
  }),
});
