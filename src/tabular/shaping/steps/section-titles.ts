import { z } from 'zod';
import { tidySpaces } from '../../scan/clean.ts';
import {
  ColumnTitle,
  carriedDown,
  columnList,
  countWhere,
  filledCells,
  freeTitle,
  standing,
  withColumns,
} from '../relation.ts';
import { defineShape, type ShapeWork } from '../shape-step.ts';

const FEWEST_COLUMNS = 3;

/** «в т.ч. відділення:», «з них»: words before a list of parts of the record above. They are no name of the rows that follow, and nobody says where the list ends. */
const INCLUDING = '^(?:[ву] ?т\\. ?ч|[ву] тому числі|і?з них|зокрема)(?:[^\\p{L}].{0,40})?$';

/** SQL, true where the text of a row's only cell leads into a list of parts of the record above it. */
export const leadsIntoParts = (text: string): string =>
  `coalesce(regexp_matches(lower(${tidySpaces(text)}), '${INCLUDING}'), false)`;

/**
 * A relation with, beside its columns: `place` (1-based), `filled` (how many cells are), `alone` (one is), `title` (that cell) and whether the rows beside it are
 * alone too.
 */
export function sectionsOf(table: Pick<ShapeWork, 'sql' | 'headers'>): string {
  const cells = table.headers.map((_, index) => tidySpaces(`c${index}`)).join(', ');
  const rows = `(SELECT *, row_number() OVER () AS place, (${filledCells(table)}) AS filled, filled = 1 AS alone, coalesce(${cells}) AS title FROM ${table.sql})`;
  return `(SELECT *, coalesce(lag(alone) OVER (), false) AS after_title, coalesce(lead(alone) OVER (), false) AS before_title FROM ${rows})`;
}

/** 1-based place of the last row with more than one filled cell: what stands alone below it is no title, for nothing follows. */
export async function lastRecord({ ask }: Pick<ShapeWork, 'ask'>, sections: string): Promise<number> {
  return Number((await ask(`SELECT coalesce(max(place), 0) AS n FROM ${sections} WHERE filled > 1`))[0]?.n ?? 0);
}

/**
 * Rows with one filled cell are titles of the rows below them: their text goes to a column of its own. Of two titles one under another the
 * upper goes to the first column, the lower to the second.
 */
export const sectionTitles = defineShape({
  code: 'shape-section-titles',
  title: { uk: 'Назви розділів у стовпець', en: 'Section titles into a column' },
  deed: { uk: 'Винести назви розділів у стовпець', en: 'Move the section titles into a column' },
  parameters: z.strictObject({ into: z.array(ColumnTitle).min(1).max(2) }),
  describe: ({ into }) => {
    const names = into.map((title) => `«${title}»`);
    return {
      uk: `назви розділів з окремих рядків винесено у ${into.length > 1 ? 'стовпці' : 'стовпець'} ${names.join(' і ')}`,
      en: `titles of sections moved from rows of their own into ${names.join(' and ')}`,
    };
  },
  apply: async (table, { into }) => {
    if (table.headers.length < FEWEST_COLUMNS) return { ...table, count: 0 };
    const whole = sectionsOf(table);
    const isLead = `(alone AND ${leadsIntoParts('title')} AND place < ${await lastRecord(table, whole)})`;
    const leads = await countWhere({ ...table, sql: whole }, isLead);
    const bare = `(SELECT ${columnList(table)} FROM ${whole} WHERE NOT ${isLead})`;
    const all = leads === 0 ? whole : sectionsOf({ ...table, sql: bare });
    const isTitle = `(alone AND place < ${await lastRecord(table, all)})`;
    const sections = { ...table, sql: all };
    const count = await countWhere(sections, isTitle);
    if (count === 0) return { ...table, count };
    const [first = '', second] = into;
    const above = `CASE WHEN ${isTitle} AND before_title THEN told END`;
    const lowest = `CASE WHEN ${isTitle}${second === undefined ? '' : ' AND NOT before_title'} THEN told END`;
    const text =
      second === undefined ? `CASE WHEN after_title THEN lag(title) OVER () || '. ' || title ELSE title END` : 'title';
    const told = `(SELECT *, ${text} AS told FROM ${all})`;
    const made = second === undefined ? [lowest] : [above, lowest];
    const sql = `(SELECT * FROM ${carriedDown(told, made)} WHERE NOT ${isTitle})`;
    const headers = [...table.headers];
    const columns = made.map((_, at) => {
      const header = freeTitle(headers, at === 0 ? first : (second ?? first));
      headers.push(header);
      return { header, cell: `down${at}` };
    });
    return withColumns({ sql }, [...standing(table), ...columns], count + leads);
  },
});
