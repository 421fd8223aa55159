import { z } from 'zod';
import { ColumnTitle, countWhere, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const PAIR = '^\\s*\\(?\\s*(-?\\d{1,3}(?:[.,]\\d+)?)\\s*[,;\\s]\\s*(-?\\d{1,3}(?:[.,]\\d+)?)\\s*\\)?\\s*$';

/** «48.6208, 22.2879» becomes two columns. A value that is no pair stays whole in the first, where the checks will tell it. */
export const splitCoordinates = defineShape({
  code: 'shape-split-coordinates',
  title: { uk: 'Координати у два стовпці', en: 'Coordinates in two columns' },
  deed: { uk: 'Поділити координати', en: 'Split the coordinates' },
  parameters: z.strictObject({ column: ColumnTitle, latitude: ColumnTitle, longitude: ColumnTitle }),
  describe: ({ column, latitude, longitude }) => ({
    uk: `координати зі стовпця «${column}» поділено на «${latitude}» і «${longitude}»`,
    en: `the coordinates of “${column}” are split into “${latitude}” and “${longitude}”`,
  }),
  apply: async (table, { column, latitude, longitude }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    const place = places[0] ?? 0;
    const part = (group: number) => `replace(nullif(regexp_extract(c${place}, '${PAIR}', ${group}), ''), ',', '.')`;
    const count = await countWhere(table, `regexp_matches(c${place}, '${PAIR}')`);
    const made = [
      { header: latitude, cell: `coalesce(${part(1)}, c${place})` },
      { header: longitude, cell: part(2) },
    ];
    return withColumns(table, standing(table).toSpliced(place, 1, ...made), count);
  },
});
