import { z } from 'zod';
import { latitudesOf, longitudesOf } from '../../geometry/shape-sql.ts';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle } from '../../shaping/relation.ts';
import { defineProtection, everyCell, type ProtectChange, type ProtectWork } from '../protect-step.ts';

/** Metres in a degree of a meridian of the mean sphere. */
const METRES_A_DEGREE = 111_195;
const NUMBER = '-?\\d{1,3}(?:[.,]\\d+)?';
const PAIR = `^\\s*[(\\[]?\\s*(${NUMBER})\\s*[,;\\s]\\s*(${NUMBER})\\s*[)\\]]?\\s*$`;
const NOTHING = 'CAST(NULL AS VARCHAR)';

const degrees = (text: string) =>
  `(CASE WHEN regexp_full_match(trim(${text}), ${sqlText(NUMBER)}) THEN try_cast(replace(trim(${text}), ',', '.') AS DOUBLE) END)`;

const centre = (value: string, size: string) => `((floor((${value}) / (${size})) + 0.5) * (${size}))`;

interface Place {
  readonly latitude: string;
  readonly longitude: string;
}

/** SQL of the centre of the cell a place is in, as text; NULL where it is no place. East to west a cell is as wide as it is high at its own latitude. */
function cellOf({ latitude, longitude }: Place, metres: number): Place {
  const height = `${metres / METRES_A_DEGREE}::DOUBLE`;
  const middle = centre(latitude, height);
  const width = `(${height} / greatest(0.01, cos(radians(${middle}))))`;
  const is = `abs(${latitude}) <= 90 AND abs(${longitude}) <= 180`;
  const text = (value: string) => `CASE WHEN ${is} THEN printf('%.5f', ${value}) END`;
  return { latitude: text(middle), longitude: text(centre(longitude, width)) };
}

/** Two numbers in one cell, in the order that fits Ukraine (its latitudes are 44–53, its longitudes 22–41); the geometry of a map by its middle. */
function inOneCell(value: string, metres: number): string {
  const part = (group: number) => degrees(`regexp_extract(${value}, ${sqlText(PAIR)}, ${group})`);
  const pair = (latitude: number, longitude: number) => {
    const place = cellOf({ latitude: part(latitude), longitude: part(longitude) }, metres);
    return latitude === 1
      ? `${place.latitude} || ', ' || ${place.longitude}`
      : `${place.longitude} || ', ' || ${place.latitude}`;
  };
  const swapped = `${part(1)} BETWEEN 21 AND 42 AND ${part(2)} BETWEEN 43 AND 54`;
  const shape = cellOf(
    { latitude: `list_avg(${latitudesOf(value)})`, longitude: `list_avg(${longitudesOf(value)})` },
    metres,
  );
  const point = `'{"type":"Point","coordinates":[' || ${shape.longitude} || ',' || ${shape.latitude} || ']}'`;
  return `CASE WHEN starts_with(${value}, '{') THEN ${point} WHEN ${swapped} THEN ${pair(2, 1)} ELSE ${pair(1, 2)} END`;
}

async function inTwoColumns(work: ProtectWork, metres: number, title: string): Promise<ProtectChange> {
  const others = work.placesOf(title).filter((place) => !work.places.includes(place));
  const cells = new Map<number, string>();
  for (const [at, place] of work.places.entries()) {
    const other = others[at];
    if (other === undefined) cells.set(place, NOTHING);
    else {
      const cell = cellOf({ latitude: degrees(`c${place}`), longitude: degrees(`c${other}`) }, metres);
      cells.set(place, cell.latitude).set(other, cell.longitude);
    }
  }
  // a second column of one title without its pair would stay precise
  for (const other of others.slice(work.places.length)) cells.set(other, NOTHING);
  const first = work.places[0] ?? 0;
  const [row] = await work.ask(
    `SELECT count(*) FILTER (WHERE c${first} IS DISTINCT FROM (${cells.get(first) ?? NOTHING})) AS n FROM ${work.sql}`,
  );
  return { cells, count: Number(row?.n ?? 0), missing: others.length === 0 ? [title] : [] };
}

/** Places become the centres of the cells of a grid. What is no place becomes an empty cell. */
export const grid = defineProtection({
  code: 'protect-grid',
  title: { uk: 'Сітка', en: 'Grid' },
  deed: { uk: 'Огрубити координати', en: 'Coarsen the coordinates' },
  shape: '`metres`: 100–100,000 (1000); `longitude`: title of the column of longitudes beside one of latitudes',
  of: 'column',
  leaves: 'home-coordinates',
  beside: true,
  parameters: z.strictObject({
    metres: z.int().min(100).max(100_000).default(1000),
    /** Title of the column of longitudes, where the step's own holds latitudes. */
    longitude: ColumnTitle.optional(),
  }),
  describe: ({ metres }) => ({
    uk: `координати замінено центрами клітинок сітки ${metres} × ${metres} м`,
    en: `coordinates replaced by centres of the cells of a grid of ${metres} × ${metres} m`,
  }),
  apply: (work, { metres, longitude }) =>
    longitude === undefined
      ? everyCell(work, (value) => inOneCell(value, metres))
      : inTwoColumns(work, metres, longitude),
});
