import { z } from 'zod';
import { clean } from '../../scan/clean.ts';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, placesOf, withoutRows } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** A cell that says its row sums up others: «Всього», «Разом по області:». */
export const TOTAL_WORDS = '(?i:(?:всього|усього|разом|итого|total|підсумок)(?: (?:по|за|у|в|на|для) .{1,60})?[ :.]*)';

/** SQL, true where the cell says that its row is a total. */
export const isTotal = (cell: string): string => `regexp_full_match(${clean(cell)}, ${sqlText(TOTAL_WORDS)})`;

/** Rows that sum up others are left out: whoever adds the column up counts everything once. */
export const totalRows = defineShape({
  code: 'shape-total-rows',
  title: { uk: 'Без підсумкових рядків', en: 'Totals left out' },
  parameters: z.strictObject({ column: ColumnTitle }),
  describe: ({ column }) => ({
    uk: `прибрано рядки з підсумками («Всього», «Разом») у стовпці «${column}»`,
    en: `rows with totals in “${column}” left out`,
  }),
  apply: async (table, { column }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    return withoutRows(table, isTotal(`c${places[0]}`));
  },
});
