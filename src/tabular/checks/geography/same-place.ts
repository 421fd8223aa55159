import type { ColumnFacts, TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

/** Fewer rows than this at one place are neighbours of one house; the rest is a sign of a place put by default. */
const MANY = 3;
const SHARE = 0.05;
const FEWEST = 5;

/** The columns that tell a place: a geometry, or latitude and longitude. */
function placeColumns(columns: readonly ColumnFacts[]): number[] {
  const of = (kind: string) => columns.find(({ profile }) => profile.kind === kind)?.profile.index;
  const shape = of('geometry');
  if (shape !== undefined) return [shape];
  const pair = [of('latitude'), of('longitude')];
  return pair.flatMap((index) => (index === undefined ? [] : [index])).length === 2 ? (pair as number[]) : [];
}

/** Many rows at exactly one place. */
export const samePlace: TableCheck = {
  code: 'same-place',
  title: { uk: 'Багато рядків в одному місці', en: 'Many rows at one place' },
  why: {
    uk: 'Однакові до останньої цифри координати найчастіше поставила програма, коли адреси не знайшла: на карті всі такі об’єкти зіллються в одну позначку.',
    en: 'Coordinates the same to the last digit were mostly put by a program that did not find the address: on a map all such objects melt into one mark.',
  },
  example: {
    before: lines(
      'id,Широта,Довгота',
      ...[1, 2, 3, 4].map((id) => `${id},49.35123,23.50123`),
      '5,49.36,23.52',
      '6,49.37,23.53',
    ),
    after: lines('id,Широта,Довгота', ...[1, 2, 3, 4, 5, 6].map((id) => `${id},49.3512${id},23.5012${id}`)),
  },
  async find({ session, path, columns, rows }) {
    const place = placeColumns(columns);
    if (place.length === 0 || rows < FEWEST) return [];
    const fewest = Math.max(MANY + 1, rows * SHARE);
    const [first] = place.map((index) => `c${index}`);
    // words for «not known» are no place; rows of one place are of one latitude, and there are few so frequent
    const frequent = await session.rows(
      `SELECT hash(${first}) AS h FROM read_parquet(${path}) WHERE regexp_matches(${first}, '[0-9]') GROUP BY h HAVING count(*) >= ${fewest}`,
    );
    if (frequent.length === 0) return [];
    const key = `hash(${place.map((index) => `c${index}`).join(', ')})`;
    const filled = place.map((index) => `regexp_matches(c${index}, '[0-9]')`).join(' AND ');
    const from = `read_parquet(${path}, file_row_number = true) WHERE hash(${first}) IN (${frequent.map(({ h }) => String(h)).join(', ')}) AND ${filled}`;
    const [most] = await session.rows(
      `SELECT ${key} AS k, count(*) AS n, min(file_row_number) AS r FROM ${from} GROUP BY k ORDER BY n DESC, r LIMIT 1`,
    );
    const n = Number(most?.n ?? 0);
    if (n < fewest || n === rows) return [];
    const found = await session.rows(
      `SELECT file_row_number AS r FROM ${from} AND ${key} = ${String(most?.k)} ORDER BY r LIMIT 20`,
    );
    const many = rowsOf(n);
    return [
      {
        ...{ code: 'same-place', column: null, columnName: null, count: n, repairable: false },
        places: found.map(({ r }) => ({ row: Number(r) + 1, value: null })),
        message: {
          uk: `В одному місці, однаковому до останньої цифри, стоять ${many.uk}. Якщо це справді один будинок, лишіть; якщо ні, уточніть координати.`,
          en: `Exactly at one place, the same to the last digit, stand ${many.en}. If it is one building indeed, leave them; if not, correct the coordinates.`,
        },
      },
    ];
  },
};
