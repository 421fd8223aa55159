import { z } from 'zod';
import { degreesOfMetres } from '../../geometry/degrees-sql.ts';
import { ColumnTitle, countWhere, freeTitle, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const Parameters = z.strictObject({
  easting: ColumnTitle,
  northing: ColumnTitle,
  /** Central meridian of the zone, degrees. */
  meridian: z.number().int().min(15).max(45),
  /** What is added to metres east: 500000, and the number of the zone before it (4500000) where it is written so. */
  falseEasting: z.number().int().min(0).max(20_000_000),
  latitude: ColumnTitle,
  longitude: ColumnTitle,
});

const metres = (place: number) => `TRY_CAST(replace(translate(c${place}, ' \u00a0', ''), ',', '.') AS DOUBLE)`;

/** Metres of УСК-2000 stay, latitude and longitude of WGS 84 come beside them: maps know degrees only. */
export const metresToDegrees = defineShape({
  code: 'shape-metres-to-degrees',
  title: { uk: 'Метри УСК-2000 у градуси', en: 'Metres of UCS-2000 to degrees' },
  deed: { uk: 'Додати широту й довготу', en: 'Add latitude and longitude' },
  parameters: Parameters,
  describe: ({ easting, northing, meridian, latitude, longitude }) => ({
    uk: `з метрів УСК-2000 у стовпцях «${northing}» і «${easting}» (меридіан ${meridian}°) додано «${latitude}» і «${longitude}» у градусах WGS 84`,
    en: `from metres of UCS-2000 in “${northing}” and “${easting}” (meridian ${meridian}°) “${latitude}” and “${longitude}” added in degrees of WGS 84`,
  }),
  apply: async (table, { easting, northing, meridian, falseEasting, latitude, longitude }) => {
    const places = placesOf(table.headers, [easting, northing]);
    if ('missing' in places) return places;
    const [east = 0, north = 0] = places;
    const zone = { longitude: meridian, falseEasting };
    const count = await countWhere(table, `${metres(east)} IS NOT NULL AND ${metres(north)} IS NOT NULL`);
    const sql = degreesOfMetres(table.sql, metres(east), metres(north), zone);
    const first = freeTitle(table.headers, latitude);
    const made = [
      { header: first, cell: 'CAST(round(latitude, 7) AS VARCHAR)' },
      { header: freeTitle([...table.headers, first], longitude), cell: 'CAST(round(longitude, 7) AS VARCHAR)' },
    ];
    return withColumns({ sql }, [...standing(table), ...made], count);
  },
});
