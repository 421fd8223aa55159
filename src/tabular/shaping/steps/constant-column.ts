import { z } from 'zod';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, placeOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** A column with the same value in every row: what stood in the title of the file, or what a standard asks for. */
export const constantColumn = defineShape({
  code: 'shape-constant',
  title: { uk: 'Стовпець з одним значенням', en: 'A column of one value' },
  deed: { uk: 'Додати стовпець', en: 'Add a column' },
  parameters: z.strictObject({ title: ColumnTitle, value: z.string().max(10_000) }),
  describe: ({ title, value }) => ({
    uk: `додано стовпець «${title}», у кожному рядку «${value}»`,
    en: `column “${title}” added, “${value}” in every row`,
  }),
  apply: async (table, { title, value }) => {
    const cell = value === '' ? 'NULL::VARCHAR' : sqlText(value);
    const place = placeOf(table.headers, title);
    const columns = standing(table);
    // the table may have such a column by now: what stands in it is more than what was said once for all rows
    if (place !== null) return { ...table, count: 0 };
    return withColumns(table, [...columns, { header: title, cell }], 1);
  },
});
