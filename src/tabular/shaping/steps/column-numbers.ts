import { z } from 'zod';
import { withoutRows } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** The row of column numbers (1, 2, 3 …) that paper forms have under the header is left out. */
export const columnNumbersRows = defineShape({
  code: 'shape-column-numbers',
  title: { uk: 'Без рядка з номерами граф', en: 'The row of column numbers left out' },
  deed: { uk: 'Прибрати рядок із номерами граф', en: 'Leave the row of column numbers out' },
  parameters: z.strictObject({}),
  describe: () => ({ uk: 'прибрано рядок із номерами граф', en: 'the row of column numbers left out' }),
  apply: async (table) =>
    withoutRows(table, table.headers.map((_, index) => `trim(c${index}) = '${index + 1}'`).join(' AND ') || 'false'),
});
