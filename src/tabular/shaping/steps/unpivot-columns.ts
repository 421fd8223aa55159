import { z } from 'zod';
import { sqlText } from '../../scan/predicate.ts';
import { tidyText } from '../../types/tidy-text.ts';
import { ColumnTitle, freeTitle, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const MONTH =
  /^(?:січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень)(?:[ ,.]*(?:19|20)\d\d)?(?: ?р(?:ік|оку)?\.?)?$/iu;
const YEAR = /^(?:19|20)\d\d(?: ?р(?:ік|оку)?\.?)?$/iu;

/** Titles of columns that are months or years; the columns of the next file may be more. */
export function periodColumns(headers: readonly string[], of: 'months' | 'years'): string[] {
  const form = of === 'months' ? MONTH : YEAR;
  return headers.map(tidyText).filter((header) => form.test(header));
}

const WHICH = {
  months: { uk: 'місяців', en: 'of months' },
  years: { uk: 'років', en: 'of years' },
  listed: { uk: 'за переліком', en: 'of a list' },
} as const;

/** Columns that are values of one thing (months, years) become rows: one row for each, with its title and its value. */
export const unpivotColumns = defineShape({
  code: 'shape-unpivot',
  title: { uk: 'Стовпці місяців чи років у рядки', en: 'Columns into rows' },
  deed: { uk: 'Перетворити стовпці на рядки', en: 'Turn the columns into rows' },
  parameters: z.strictObject({
    columns: z.union([z.enum(['months', 'years']), z.array(ColumnTitle).min(2).max(500)]),
    nameInto: ColumnTitle,
    valueInto: ColumnTitle,
  }),
  describe: ({ columns, nameInto, valueInto }) => {
    const names = WHICH[typeof columns === 'string' ? columns : 'listed'];
    return {
      uk: `стовпці ${names.uk} перетворено на рядки: назва у «${nameInto}», значення у «${valueInto}»`,
      en: `columns ${names.en} turned into rows: the title in “${nameInto}”, the value in “${valueInto}”`,
    };
  },
  apply: async (table, { columns, nameInto, valueInto }) => {
    const titles = typeof columns === 'string' ? periodColumns(table.headers, columns) : columns;
    if (titles.length === 0) return { missing: [nameInto] };
    const places = placesOf(table.headers, titles);
    if ('missing' in places) return places;
    const pairs = places.map((place) => `{'n': ${sqlText(tidyText(table.headers[place] ?? ''))}, 'v': c${place}}`);
    const sql = `(SELECT *, unnest([${pairs.join(', ')}]) AS pair FROM ${table.sql})`;
    const kept = standing(table).filter((_, index) => !places.includes(index));
    const named = kept.map(({ header }) => header);
    const name = { header: freeTitle(named, nameInto), cell: 'pair.n' };
    const value = { header: freeTitle([...named, name.header], valueInto), cell: 'pair.v' };
    return withColumns({ sql }, [...kept, name, value], places.length);
  },
});
