import { z } from 'zod';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, countWhere, freeTitle, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** Several columns become one, in the place of the first; empty parts leave no separator behind. */
export const joinColumns = defineShape({
  code: 'shape-join',
  title: { uk: 'Стовпці з’єднано', en: 'Columns joined' },
  deed: { uk: 'З’єднати стовпці', en: 'Join the columns' },
  parameters: z.strictObject({
    columns: z.array(ColumnTitle).min(2).max(20),
    title: ColumnTitle,
    separator: z.string().max(20),
  }),
  describe: ({ columns, title }) => {
    const names = columns.map((one) => `«${one}»`).join(', ');
    return { uk: `стовпці ${names} з’єднано у «${title}»`, en: `${names} joined into “${title}”` };
  },
  apply: async (table, { columns, title, separator }) => {
    const places = placesOf(table.headers, columns);
    if ('missing' in places) return places;
    const cells = places.map((place) => `nullif(trim(c${place}), '')`);
    const joined = `nullif(concat_ws(${sqlText(separator)}, ${cells.join(', ')}), '')`;
    const count = await countWhere(table, `${joined} IS NOT NULL`);
    const first = Math.min(...places);
    const rest = standing(table).filter((_, index) => !places.includes(index));
    const header = freeTitle(
      rest.map((one) => one.header),
      title,
    );
    const made = standing(table).flatMap((column, index) => {
      if (index === first) return [{ header, cell: joined }];
      return places.includes(index) ? [] : [column];
    });
    return withColumns(table, made, count);
  },
});
