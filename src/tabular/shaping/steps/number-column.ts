import { z } from 'zod';
import { ColumnTitle, placeOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** A first column that counts the rows, where the table has no such column yet. */
export const numberColumn = defineShape({
  code: 'shape-number',
  title: { uk: 'Додано номер запису', en: 'A number column added' },
  deed: { uk: 'Додати стовпець з номером запису', en: 'Add a column that numbers the rows' },
  // what tells a row from file to file, so that it keeps its number; where nothing is said, it is found
  parameters: z.strictObject({ title: ColumnTitle, by: z.array(ColumnTitle).max(20).optional() }),
  describe: ({ title, by = [] }) => {
    const columns = (open: string, close: string) => by.map((one) => `${open}${one}${close}`).join(', ');
    return {
      uk: `додано стовпець «${title}» з номером кожного рядка, який за ним лишається${by.length > 0 ? ` (рядок упізнаємо за: ${columns('«', '»')})` : ''}`,
      en: `column “${title}” added, a number that every row keeps${by.length > 0 ? ` (told by ${columns('“', '”')})` : ''}`,
    };
  },
  apply: async (table, { title }) => {
    // the file may bring its own numbers by now
    if (placeOf(table.headers, title) !== null) return { ...table, count: 0 };
    const number = { header: title, cell: 'CAST(row_number() OVER () AS VARCHAR)' };
    return withColumns(table, [number, ...standing(table)], 1);
  },
});
