import { z } from 'zod';
import { ColumnTitle, countWhere, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** «Зразко Іван Петрович» becomes family name, name and the rest. A value of one word stays in the first column. */
export const splitName = defineShape({
  code: 'shape-split-name',
  title: { uk: 'Прізвище, ім’я та по батькові окремо', en: 'A person’s name in parts' },
  deed: { uk: 'Поділити імена', en: 'Split the names' },
  parameters: z.strictObject({
    column: ColumnTitle,
    family: ColumnTitle,
    given: ColumnTitle,
    patronymic: ColumnTitle.optional(),
  }),
  describe: ({ column, family, given, patronymic }) => {
    const names = [family, given, patronymic].flatMap((title) => (title ? [`«${title}»`] : [])).join(', ');
    return {
      uk: `імена зі стовпця «${column}» поділено на ${names}`,
      en: `names of “${column}” are split into ${names}`,
    };
  },
  apply: async (table, { column, family, given, patronymic }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    const place = places[0] ?? 0;
    const last = patronymic ? '(\\S+)(?:\\s+(.+?))?' : '(.+?)()';
    const form = `^\\s*(\\S+)(?:\\s+${last})?\\s*$`;
    const part = (group: number) => `nullif(regexp_extract(c${place}, '${form}', ${group}), '')`;
    const made = [
      { header: family, cell: `coalesce(${part(1)}, c${place})` },
      { header: given, cell: part(2) },
      ...(patronymic ? [{ header: patronymic, cell: part(3) }] : []),
    ];
    const count = await countWhere(table, `c${place} IS NOT NULL`);
    return withColumns(table, standing(table).toSpliced(place, 1, ...made), count);
  },
});
