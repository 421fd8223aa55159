import { z } from 'zod';
import { tidySpaces } from '../../scan/clean.ts';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, countWhere, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const Pair = z.tuple([z.string().min(1).max(10_000), z.string().max(10_000)]);

/** Values of one column are written as another value is: spellings of one category, slips. */
export const replaceValues = defineShape({
  code: 'shape-replace',
  title: { uk: 'Значення записано однаково', en: 'Values written alike' },
  deed: { uk: 'Записати однаково', en: 'Write alike' },
  parameters: z.strictObject({ column: ColumnTitle, values: z.array(Pair).min(1).max(500) }),
  describe: ({ column, values }) => {
    const [[from, to] = ['', '']] = values;
    const more = values.length - 1;
    return {
      uk: `у стовпці «${column}» замінено «${from}» на «${to}»${more > 0 ? ` і ще ${more}` : ''}`,
      en: `in “${column}”, “${from}” replaced by “${to}”${more > 0 ? ` and ${more} more` : ''}`,
    };
  },
  apply: async (table, { column, values }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    const place = places[0] ?? 0;
    const cell = tidySpaces(`c${place}`);
    const found = `${cell} IN (${values.map(([from]) => sqlText(from)).join(', ')})`;
    const count = await countWhere(table, found);
    if (count === 0) return { ...table, count };
    const cases = values.map(([from, to]) => `WHEN ${sqlText(from)} THEN nullif(${sqlText(to)}, '')`).join(' ');
    const replaced = { header: table.headers[place] ?? '', cell: `CASE ${cell} ${cases} ELSE c${place} END` };
    return withColumns(table, standing(table).with(place, replaced), count);
  },
});
