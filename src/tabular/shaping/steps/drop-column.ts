import { z } from 'zod';
import { ColumnTitle, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** Columns are left out of the table. */
export const dropColumn = defineShape({
  code: 'shape-drop',
  title: { uk: 'Без стовпця', en: 'A column left out' },
  deed: { uk: 'Прибрати стовпець', en: 'Leave the column out' },
  parameters: z.strictObject({ columns: z.array(ColumnTitle).min(1).max(500) }),
  describe: ({ columns }) => {
    const names = columns.map((title) => `«${title}»`).join(', ');
    return {
      uk: `${columns.length > 1 ? 'стовпці' : 'стовпець'} ${names} прибрано з таблиці`,
      en: `${names} left out of the table`,
    };
  },
  apply: async (table, { columns }) => {
    const places = placesOf(table.headers, columns);
    if ('missing' in places) return places;
    const kept = standing(table).filter((_, index) => !places.includes(index));
    // a table without a column is no table
    if (kept.length === 0) return { ...table, count: 0 };
    return withColumns(table, kept, table.headers.length - kept.length);
  },
});
