import { z } from 'zod';
import { repeatsHeader } from '../../checks/shape/header-again.ts';
import { withoutRows } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** Rows that repeat the header are left out. */
export const headerAgainRows = defineShape({
  code: 'shape-header-again',
  title: { uk: 'Без повторень заголовка', en: 'Repeated headers left out' },
  deed: { uk: 'Прибрати повторення заголовка', en: 'Leave the repeats of the header out' },
  parameters: z.strictObject({}),
  describe: () => ({
    uk: 'прибрано повторення заголовка серед даних',
    en: 'repeats of the header among the data left out',
  }),
  apply: async (table) => withoutRows(table, repeatsHeader(table.headers) ?? 'false'),
});
