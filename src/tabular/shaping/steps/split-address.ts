import { z } from 'zod';
import { ADDRESS_PARTS, splitAddress } from '../address-parts.ts';
import { ColumnTitle, columnList, countWhere, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

const PARTS = [...ADDRESS_PARTS, 'street'] as const;
type Part = (typeof PARTS)[number];

/** Part of the address → title of the column it goes to. */
const Into = z.strictObject({
  postCode: ColumnTitle.optional(),
  region: ColumnTitle.optional(),
  district: ColumnTitle.optional(),
  community: ColumnTitle.optional(),
  settlement: ColumnTitle.optional(),
  street: ColumnTitle,
  house: ColumnTitle.optional(),
  block: ColumnTitle.optional(),
});

/** The order the parts stand in after the split. */
const ORDER: readonly Part[] = [
  'postCode',
  'region',
  'district',
  'community',
  'settlement',
  'street',
  'house',
  'block',
];

/** One column with whole addresses becomes columns of their parts. What was not understood stays in the street's column: nothing is lost. */
export const splitAddressColumn = defineShape({
  code: 'shape-split-address',
  title: { uk: 'Адреса на частини', en: 'An address in parts' },
  deed: { uk: 'Поділити адресу', en: 'Split the address' },
  parameters: z.strictObject({ column: ColumnTitle, into: Into }),
  describe: ({ column, into }) => {
    const names = ORDER.flatMap((part) => (into[part] ? [`«${into[part]}»`] : [])).join(', ');
    return {
      uk: `адресу зі стовпця «${column}» поділено на ${names}`,
      en: `the address of “${column}” is split into ${names}`,
    };
  },
  apply: async (table, { column, into }) => {
    const places = placesOf(table.headers, [column]);
    if ('missing' in places) return places;
    const place = places[0] ?? 0;
    const parts = ORDER.filter((part) => into[part] !== undefined);
    const wanted = ADDRESS_PARTS.filter((part) => into[part] !== undefined);
    const sql = splitAddress(`(SELECT ${columnList(table)} FROM ${table.sql})`, `c${place}`, wanted);
    const count = await countWhere(table, `c${place} IS NOT NULL`);
    const made = parts.map((part) => ({ header: into[part] ?? '', cell: `part_${part}` }));
    return withColumns({ sql }, standing(table).toSpliced(place, 1, ...made), count);
  },
});
