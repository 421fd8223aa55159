import { z } from 'zod';
import { ColumnTitle, carriedDown, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** Empty cells take the value above: what was one merged cell, or was written once for several rows. */
export const fillDown = defineShape({
  code: 'shape-fill-down',
  title: { uk: 'Порожні клітинки заповнено згори', en: 'Empty cells filled from above' },
  deed: { uk: 'Заповнити порожні значенням згори', en: 'Fill the empty cells from above' },
  parameters: z.strictObject({ columns: z.array(ColumnTitle).min(1).max(50) }),
  describe: ({ columns }) => {
    const names = columns.map((title) => `«${title}»`).join(', ');
    return {
      uk: `порожні клітинки ${columns.length > 1 ? 'стовпців' : 'стовпця'} ${names} заповнено значенням згори`,
      en: `empty cells of ${names} filled with the value above`,
    };
  },
  apply: async (table, { columns }) => {
    const places = placesOf(table.headers, columns);
    if ('missing' in places) return places;
    const cells = places.map((place) => `nullif(trim(c${place}), '')`);
    const sql = carriedDown(table.sql, cells);
    const filled = places.map((_, at) => `(${cells[at]} IS NULL AND down${at} IS NOT NULL)::INTEGER`).join(' + ');
    const count = Number((await table.ask(`SELECT coalesce(sum(${filled}), 0) AS n FROM ${sql}`))[0]?.n ?? 0);
    if (count === 0) return { ...table, count };
    const made = standing(table).map((column, index) => {
      const at = places.indexOf(index);
      return at < 0 ? column : { ...column, cell: `coalesce(${cells[at]}, down${at})` };
    });
    return withColumns({ sql }, made, count);
  },
});
