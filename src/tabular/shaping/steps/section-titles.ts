import { z } from 'zod';
import { ColumnTitle, carriedDown, countWhere, filledCells, freeTitle, standing, withColumns } from '../relation.ts';
import { defineShape, type ShapeWork } from '../shape-step.ts';

const FEWEST_COLUMNS = 3;

/** A relation with, beside its columns: `alone` (the row is a title), `title`, and whether the rows beside it are titles too. */
export function sectionsOf(table: Pick<ShapeWork, 'sql' | 'headers'>): string {
  const cells = table.headers.map((_, index) => `nullif(trim(c${index}), '')`).join(', ');
  const rows = `(SELECT *, (${filledCells(table)}) = 1 AS alone, coalesce(${cells}) AS title FROM ${table.sql})`;
  return `(SELECT *, coalesce(lag(alone) OVER (), false) AS after_title, coalesce(lead(alone) OVER (), false) AS before_title FROM ${rows})`;
}

/**
 * Rows with one filled cell are titles of the rows below them: their text goes to a column of its own. Of two titles one under another the
 * upper goes to the first column, the lower to the second.
 */
export const sectionTitles = defineShape({
  code: 'shape-section-titles',
  title: { uk: 'Назви розділів у стовпець', en: 'Section titles into a column' },
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
    const sections = { ...table, sql: sectionsOf(table) };
    const count = await countWhere(sections, 'alone');
    if (count === 0) return { ...table, count };
    const [first = '', second] = into;
    const lower = second === undefined ? 'alone' : 'alone AND NOT before_title';
    const text =
      second === undefined ? `CASE WHEN after_title THEN lag(title) OVER () || '. ' || title ELSE title END` : 'title';
    const told = `(SELECT *, ${text} AS told FROM ${sections.sql})`;
    const upper = `CASE WHEN alone AND before_title THEN told END`;
    const lowest = `CASE WHEN ${lower} THEN told END`;
    const made = second === undefined ? [lowest] : [upper, lowest];
    const sql = `(SELECT * FROM ${carriedDown(told, made)} WHERE NOT alone)`;
    const headers = [...table.headers];
    const columns = made.map((_, at) => {
      const header = freeTitle(headers, at === 0 ? first : (second ?? first));
      headers.push(header);
      return { header, cell: `down${at}` };
    });
    return withColumns({ sql }, [...standing(table), ...columns], count);
  },
});
