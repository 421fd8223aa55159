import { z } from 'zod';
import { ColumnTitle, placeOf, placesOf } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** A column gets another title. */
export const renameColumn = defineShape({
  code: 'shape-rename',
  title: { uk: 'Інша назва стовпця', en: 'A column renamed' },
  deed: { uk: 'Перейменувати стовпець', en: 'Rename the column' },
  parameters: z.strictObject({ column: ColumnTitle, title: ColumnTitle }),
  describe: ({ column, title }) => ({
    uk: `стовпець «${column}» названо «${title}»`,
    en: `“${column}” renamed to “${title}”`,
  }),
  apply: async (table, { column, title }) => {
    const places = placesOf(table.headers, [column]);
    // this month it came with the title it should have
    if ('missing' in places) return placeOf(table.headers, title) === null ? places : { ...table, count: 0 };
    return { sql: table.sql, headers: table.headers.with(places[0] ?? 0, title), count: 1 };
  },
});
