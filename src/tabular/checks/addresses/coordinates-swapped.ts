import type { Text } from '../../../kernel/text.ts';
import type { ColumnKind } from '../../column.ts';
import { type Predicate, sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

/** Degrees that only the other coordinate has in Ukraine. */
const OF_THE_OTHER = {
  latitude: '^(?:2[2-9]|3\\d|40)[.,]\\d+$',
  longitude: '^(?:4[4-9]|5[0-2])[.,]\\d+$',
} as const;
type Coordinate = keyof typeof OF_THE_OTHER;

const swapped = (kind: Coordinate): Predicate => ({
  code: `${kind}-swapped`,
  of: 'clean',
  family: 'forms',
  onlyKinds: [kind],
  digits: { shape: '00[.,]0+' },
  guard: OF_THE_OTHER[kind],
  sql: (value) => `coalesce(regexp_matches(${value}, ${sqlText(OF_THE_OTHER[kind])}), false)`,
});

const isCoordinate = (kind: ColumnKind | null): kind is Coordinate => kind === 'latitude' || kind === 'longitude';

const WORDS = {
  latitude: {
    uk: 'стоїть довгота (22–40), а за назвою стовпця це широта.',
    en: 'a longitude (22–40) while by its name the column is a latitude.',
  },
  longitude: {
    uk: 'стоїть широта (44–52), а за назвою стовпця це довгота.',
    en: 'a latitude (44–52) while by its name the column is a longitude.',
  },
} as const;

const NAMES: Text = {
  uk: 'Поміняйте назви двох стовпців місцями.',
  en: 'Swap the names of the two columns.',
};
const VALUES: Text = {
  uk: 'Поміняйте у цих рядках широту й довготу місцями.',
  en: 'Swap the latitude and the longitude in these rows.',
};

/** Latitude and longitude swapped: the degrees of Ukraine tell one from the other. */
export const coordinatesSwapped: CellCheck = {
  code: 'coordinates-swapped',
  title: { uk: 'Широту й довготу переплутано', en: 'Latitude and longitude swapped' },
  why: {
    uk: 'Переплутані координати ставлять об’єкт на карті в іншу країну.',
    en: 'Swapped coordinates put the object in another country on the map.',
  },
  example: {
    before: lines('Назва,lat,lon', 'а,25.32,50.74', 'б,25.33,50.75'),
    after: lines('Назва,lat,lon', 'а,50.74,25.32', 'б,50.75,25.33'),
  },
  kinds: ['latitude', 'longitude'],
  predicates: [swapped('latitude'), swapped('longitude')],
  find({ profile, filled, count }) {
    const { kind, title } = profile;
    if (!isCoordinate(kind)) return null;
    const n = count(`${kind}-swapped`);
    if (n === 0) return null;
    const cells = inCells(n);
    const remedy = n * 2 > filled ? NAMES : VALUES;
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${title}» у ${cells.uk} ${WORDS[kind].uk} ${remedy.uk}`,
        en: `In “${title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} ${WORDS[kind].en} ${remedy.en}`,
      },
      where: (_raw, clean) => `coalesce(regexp_matches(${clean}, ${sqlText(OF_THE_OTHER[kind])}), false)`,
    };
  },
};
