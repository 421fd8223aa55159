import type { ManifestColumn } from '../src/capabilities/tables/index.ts';

/** Columns of the register, as a published table has them. */
export const COLUMNS: readonly ManifestColumn[] = (
  [
    ['id', 'Номер', 'integer'],
    ['district', 'Район', 'text'],
    ['amount', 'Сума', 'decimal'],
    ['date', 'Дата', 'date'],
    ['address', 'Адреса', 'text'],
    ['active', 'Чинний', 'boolean'],
    ['code', 'Код', 'integer'],
    ['note', 'Примітка', 'text'],
    ['latitude', 'Широта', 'decimal'],
    ['longitude', 'Довгота', 'decimal'],
  ] as const
).map(([name, title, type], i) => ({
  ...{ parquetColumn: `c${i}`, name, title, type, sensitivity: 'open' as const },
  geometry: name === 'latitude' || name === 'longitude' ? name : null,
  identifier: name === 'id',
}));

/** An invented register; `salt` changes every hundredth amount, so that two of them can be compared. */
export function register(rows: number, salt: number): string {
  return `SELECT i AS c0, ['Центральний','Шевченківський','Єврейський','Франківський','Галицький','Яворівський'][1 + (i * 7919) % 6] AS c1,
    (i * 48271 % 1000003) / 100 + CASE WHEN i % 100 = 0 THEN ${salt} ELSE 0 END AS c2,
    DATE '2015-01-01' + CAST((i * 31) % 4000 AS INTEGER) AS c3, 'Вулиця ' || ((i * 7) % 90001) || ' Кам’янецька' AS c4, i % 7 = 0 AS c5,
    i % 997 AS c6, 'Опис рядка номер ' || i AS c7, 48 + ((i * 7919) % 100003) / 50000.0 AS c8,
    23 + ((i * 104729) % 99991) / 40000.0 AS c9 FROM range(${rows}) r(i)`;
}

/** A question by address, and the same statements as anybody would write them for DuckDB. */
export const QUESTIONS = [
  {
    name: 'two filters, sort by number, page 1',
    query: 'district=Центральний&date__gte=2020-01-01&sort=-amount',
    where: "WHERE c1 = 'Центральний' AND c3 >= DATE '2020-01-01'",
    order: 'ORDER BY c2 DESC LIMIT 100',
  },
  {
    name: 'filter, sort by date and number, page 20',
    query: 'code__in=5,17,101&sort=date,-amount&page=20',
    where: 'WHERE c6 IN (5, 17, 101)',
    order: 'ORDER BY c3, c2 DESC LIMIT 100 OFFSET 1900',
  },
  {
    name: 'part of a text, source order',
    query: 'note__contains=НОМЕР 49999',
    where: "WHERE contains(lower(c7), 'номер 49999')",
    order: 'LIMIT 100',
  },
  {
    name: 'filter, sort by text (Ukrainian), page 1',
    query: 'active=true&sort=address',
    where: 'WHERE c5',
    order: 'ORDER BY c4 COLLATE uk LIMIT 100',
  },
  { name: 'no filter, page 40 000', query: 'page=40000', where: '', order: 'LIMIT 100 OFFSET 3999900' },
  {
    name: 'sort of all, page 10 000',
    query: 'sort=amount&page=10000',
    where: '',
    order: 'ORDER BY c2 LIMIT 100 OFFSET 999900',
  },
  {
    name: 'sort of all by text (Ukrainian), page 1',
    query: 'sort=address',
    where: '',
    order: 'ORDER BY c4 COLLATE uk LIMIT 100',
  },
  {
    name: 'a year, sort by number',
    query: 'date__year=2020&sort=amount',
    where: 'WHERE year(c3) = 2020',
    order: 'ORDER BY c2 LIMIT 100',
  },
  {
    name: 'a word in any column',
    query: 'q=номер',
    where:
      "WHERE contains(lower(concat_ws(' ', c0::VARCHAR, c1, c2::VARCHAR, c3::VARCHAR, c4, c5::VARCHAR, c6::VARCHAR, c7, c8::VARCHAR, c9::VARCHAR)), 'номер')",
    order: 'LIMIT 100',
  },
  {
    name: 'a rare number in any column',
    query: 'q=4999998',
    where:
      "WHERE contains(lower(concat_ws(' ', c0::VARCHAR, c1, c2::VARCHAR, c3::VARCHAR, c4, c5::VARCHAR, c6::VARCHAR, c7, c8::VARCHAR, c9::VARCHAR)), '4999998')",
    order: 'LIMIT 100',
  },
] as const;

/**
 * Questions about groups, and the statements anybody would write for the same facts: a page tells how many groups there are and how many rows in
 * them, and a sum is exact to the kopeck.
 */
export const GROUPS = [
  {
    name: 'groups of 6',
    query: 'group=district',
    sql: 'SELECT c1, count(*), count(*) OVER (), sum(count(*)) OVER () FROM $ GROUP BY 1 ORDER BY 1',
  },
  {
    name: 'groups by two keys with sum and average',
    query: 'group=district,date__year&sum=amount&avg=amount',
    sql: `SELECT c1, year(c3), count(*), sum(c2::DECIMAL(18, 2)), avg(c2::DECIMAL(18, 2)), count(*) OVER (), sum(count(*)) OVER ()
      FROM $ GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    name: 'groups of 90 000, the largest first',
    query: 'group=address&sort=-count',
    sql: `SELECT c4, count(*) AS n, count(*) OVER (), sum(count(*)) OVER ()
      FROM $ GROUP BY 1 ORDER BY n DESC, c4 COLLATE uk LIMIT 100`,
  },
] as const;

/** Profiles of columns: everything the explorer shows of one, as plain statements. */
export const PROFILES = [
  {
    name: 'profile of a number',
    column: 'amount',
    sql: [
      'SELECT count(*), count(c2), count(DISTINCT c2), min(c2), max(c2), avg(c2::DECIMAL(18, 2)) FROM $',
      'SELECT c2, count(*) AS n FROM $ GROUP BY 1 ORDER BY n DESC LIMIT 10',
      'SELECT floor(c2 / 500), count(*) FROM $ GROUP BY 1',
    ],
  },
  {
    name: 'profile of a text of 90 000 values',
    column: 'address',
    sql: [
      'SELECT count(*), count(c4), count(DISTINCT c4) FROM $',
      'SELECT c4, count(*) AS n FROM $ GROUP BY 1 ORDER BY n DESC LIMIT 10',
      'SELECT c4 FROM (SELECT DISTINCT c4 FROM $) ORDER BY c4 COLLATE uk LIMIT 1',
      'SELECT c4 FROM (SELECT DISTINCT c4 FROM $) ORDER BY c4 COLLATE uk DESC LIMIT 1',
    ],
  },
] as const;
