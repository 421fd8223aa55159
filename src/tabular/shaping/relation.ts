import { z } from 'zod';
import { mendHeaders } from '../checks/header/headers.ts';
import { foldTitle } from '../types/tidy-text.ts';
import type { ShapeChange, ShapedRelation, ShapeMiss, ShapeWork } from './shape-step.ts';

/** A column as parameters name it. */
export const ColumnTitle = z.string().trim().min(1).max(10_000);

/** 0-based place of a column by its title, as it stands or as a repair of headers would call it (`Стовпець 3`, `Сума 2`); null where there is none. */
export function placeOf(headers: readonly string[], title: string): number | null {
  const wanted = foldTitle(title);
  const place = headers.findIndex((header) => foldTitle(header) === wanted);
  const found = place >= 0 ? place : mendHeaders(headers).findIndex((header) => foldTitle(header) === wanted);
  return found >= 0 ? found : null;
}

/** Places of columns by titles, in the order of the titles; those that are not there are told. */
export function placesOf(headers: readonly string[], titles: readonly string[]): number[] | ShapeMiss {
  const places = titles.map((title) => placeOf(headers, title));
  const missing = titles.filter((_, at) => places[at] === null);
  return missing.length > 0 ? { missing } : places.flatMap((place) => place ?? []);
}

/** SQL list of the columns of a relation: `c0, c1, …`. */
export const columnList = ({ headers }: Pick<ShapedRelation, 'headers'>): string =>
  headers.map((_, index) => `c${index}`).join(', ');

/** SQL, true where a cell holds a letter or a digit: signs that there is nothing («-», «…») are no content. */
export const isFilled = (cell: string): string => `coalesce(regexp_matches(${cell}, '[\\p{L}\\p{N}]'), false)`;

/** SQL, how many cells of a row are filled: of a list, for which the regex of letters is made ready once. */
export const filledCells = ({ headers }: Pick<ShapedRelation, 'headers'>): string =>
  `len(list_filter([''${headers.map((_, index) => `, c${index}`).join('')}], lambda cell: ${isFilled('cell')}))`;

/** The same columns, only the rows where the condition does not hold. A condition that is unknown holds not. */
export async function withoutRows(table: ShapeWork, condition: string): Promise<ShapeChange> {
  const gone = `coalesce(${condition}, false)`;
  const count = Number((await table.ask(`SELECT count(*) AS n FROM ${table.sql} WHERE ${gone}`))[0]?.n ?? 0);
  const sql = count === 0 ? table.sql : `(SELECT * FROM ${table.sql} WHERE NOT ${gone})`;
  return { sql, headers: table.headers, count };
}

/** One column with its header and the SQL of its cells over the columns of the relation before. */
export interface MadeColumn {
  readonly header: string;
  readonly cell: string;
}

/** The columns of a table as they stand: a start for those who add, leave out or put them in another order. */
export const standing = ({ headers }: Pick<ShapedRelation, 'headers'>): MadeColumn[] =>
  headers.map((header, index) => ({ header, cell: `c${index}` }));

/** The rows of a relation with these columns; `from` where the cells stand on more than the relation itself. */
export function withColumns(
  table: Pick<ShapedRelation, 'sql'>,
  columns: readonly MadeColumn[],
  count: number,
): ShapeChange {
  const list = columns.map(({ cell }, index) => `${cell} AS c${index}`).join(', ');
  return { sql: `(SELECT ${list} FROM ${table.sql})`, headers: columns.map(({ header }) => header), count };
}

/** How many cells of a relation's condition hold. */
export async function countWhere(table: ShapeWork, condition: string): Promise<number> {
  return Number((await table.ask(`SELECT count(*) AS n FROM ${table.sql} WHERE ${condition}`))[0]?.n ?? 0);
}

/** A title not yet taken by another column: «Розділ», «Розділ 2» … */
export function freeTitle(headers: readonly string[], title: string): string {
  const taken = new Set(headers.map(foldTitle));
  if (!taken.has(foldTitle(title))) return title;
  for (let number = 2; ; number += 1) {
    const candidate = `${title} ${number}`;
    if (!taken.has(foldTitle(candidate))) return candidate;
  }
}

/**
 * A relation with columns down0, down1 …: of each SQL expression the last value that is not NULL, above or here. Windows without an order
 * stream and keep the order of rows; each stands in a stage of its own, for DuckDB mixes up two of them in one.
 */
export function carriedDown(sql: string, cells: readonly string[]): string {
  return cells.reduce(
    (below, cell, at) =>
      `(SELECT *, last_value(${cell} IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS down${at} FROM ${below})`,
    sql,
  );
}
