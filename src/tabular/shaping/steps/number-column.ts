import { z } from 'zod';
import { ColumnTitle, placeOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** A first column that counts the rows, where the table has no such column yet. */
export const numberColumn = defineShape({
  code: 'shape-number',
  title: { uk: 'Додано номер запису', en: 'A number column added' },
  deed: { uk: 'Додати стовпець з номером запису', en: 'Add a column that numbers the rows' },
  parameters: z.strictObject({ title: ColumnTitle }),
  describe: ({ title }) => ({
    uk: `додано стовпець «${title}» з номером кожного рядка`,
    en: `column “${title}” added, a number for every row`,
  }),
  apply: async (table, { title }) => {
    // the file may bring its own numbers by now
    if (placeOf(table.headers, title) !== null) return { ...table, count: 0 };
    const number = { header: title, cell: 'CAST(row_number() OVER () AS VARCHAR)' };
    return withColumns(table, [number, ...standing(table)], 1);
  },
});
