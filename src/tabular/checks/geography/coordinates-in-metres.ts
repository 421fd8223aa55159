import type { ColumnFacts, TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

/** Columns that surveyors call so: X to the north, Y to the east, in metres. */
const HEADER = /^(?:коорд[\p{L}.]*\s*)?[xyхуnе](?:$|[\s,(_])|північ|схід|north|east/iu;
/** Metres from the equator to the south and the north of Ukraine. */
const NORTHING = [4_900_000, 5_820_000] as const;
/** Metres east within a zone, its false easting of 500,000 in them. */
const WITHIN = [160_000, 840_000] as const;

interface Zone {
  readonly meridian: number;
  readonly falseEasting: number;
}

/** The zone that the first digits of an easting name: 4–6 of six degrees, 8–13 of three. Seven is one of both and tells nothing. */
function zoneOf(least: number, most: number): Zone | null {
  const number = Math.floor(least / 1e6);
  const inside = (value: number) => value - number * 1e6 >= WITHIN[0] && value - number * 1e6 <= WITHIN[1];
  if (Math.floor(most / 1e6) !== number || !inside(least) || !inside(most)) return null;
  const falseEasting = number * 1e6 + 500_000;
  if (number >= 4 && number <= 6) return { meridian: number * 6 - 3, falseEasting };
  return number >= 8 && number <= 13 ? { meridian: number * 3, falseEasting } : null;
}

interface Range {
  readonly column: ColumnFacts;
  readonly least: number;
  readonly most: number;
}

const isNorthing = ({ least, most }: Range) => least >= NORTHING[0] && most <= NORTHING[1];

/** Which of two columns is which; null where both readings are possible: then only a person can say. */
function pairOf(a: Range, b: Range): { east: Range; north: Range; zone: Zone } | null {
  const readings = [
    { east: a, north: b },
    { east: b, north: a },
  ].flatMap(({ east, north }) => {
    const zone = isNorthing(north) ? zoneOf(east.least, east.most) : null;
    return zone ? [{ east, north, zone }] : [];
  });
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** Places in metres of the state system of coordinates. */
export const coordinatesInMetres: TableCheck = {
  code: 'coordinates-in-metres',
  title: { uk: 'Координати в метрах УСК-2000', en: 'Coordinates in metres of UCS-2000' },
  why: {
    uk: 'Карти в мережі знають лише градуси: рядки з метрами на карті не з’являться, хоча місце в них записано точно.',
    en: 'Maps of the web know degrees only: rows with metres do not appear on a map, though they tell the place exactly.',
  },
  example: {
    before: lines('id,X,Y', '1,5471686.764,4681758.27', '2,5471800.1,4681900.5'),
    after: lines(
      'id,X,Y,Широта,Довгота',
      '1,5471686.764,4681758.27,49.35,23.5',
      '2,5471800.1,4681900.5,49.3509757,23.5020073',
    ),
  },
  asks: { uk: 'Додати широту й довготу', en: 'Add latitude and longitude' },
  async find({ session, path, columns, rows }) {
    const numbers = columns.filter(
      ({ profile, header }) => /integer|decimal/.test(profile.type) && HEADER.test(header.trim()),
    );
    const degrees = columns.some(({ profile }) => profile.kind === 'latitude' && profile.type === 'decimal');
    if (numbers.length !== 2 || degrees || rows === 0) return [];
    const of = ({ profile }: ColumnFacts) => `TRY_CAST(replace(c${profile.index}, ',', '.') AS DOUBLE)`;
    const [first, second] = numbers as [ColumnFacts, ColumnFacts];
    const edges = [first, second].flatMap((column) => [`min(${of(column)})`, `max(${of(column)})`]);
    const [row] = await session.rows(
      `SELECT ${edges.map((sql, at) => `${sql} AS e${at}`).join(', ')} FROM read_parquet(${path})`,
    );
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => Number(row?.[`e${at}`] ?? 0)) as [number, number, number, number];
    const pair = pairOf({ column: first, least: a, most: b }, { column: second, least: c, most: d });
    if (!pair) return [];
    const [easting, northing] = [pair.east.column.profile.title, pair.north.column.profile.title];
    const parameters = { easting, northing, ...pair.zone, latitude: 'Широта', longitude: 'Довгота' };
    return [
      ofTable(
        'coordinates-in-metres',
        {
          uk: `Стовпці «${northing}» і «${easting}» схожі на метри УСК-2000 (меридіан ${pair.zone.meridian}°). Додамо поруч широту й довготу в градусах: точність близько метра. Якщо це інша система координат, лишіть як є.`,
          en: `“${northing}” and “${easting}” look like metres of UCS-2000 (meridian ${pair.zone.meridian}°). We can add latitude and longitude in degrees beside them, exact to about a metre. If it is another system, leave them.`,
        },
        { count: rows, step: { code: 'shape-metres-to-degrees', columnTitle: null, parameters } },
      ),
    ];
  },
};
