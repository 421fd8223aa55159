import type { ColumnFacts } from './check.ts';

/** Kinds whose numbers name something or stand for a place: nobody adds them up. */
const NO_QUANTITY: readonly (string | null)[] = [
  'year',
  'latitude',
  'longitude',
  'identifier',
  'row-number',
  'code',
  'postal-code',
  'document-number',
  'house',
  'flat',
];

/** True for a column of numbers that are amounts and sizes. */
export function isQuantity({ profile }: ColumnFacts): boolean {
  return (profile.type === 'integer' || profile.type === 'decimal') && !NO_QUANTITY.includes(profile.kind);
}

/** SQL: a mended cell as a number; NULL where it is none. */
export const numberOf = (index: number): string => `TRY_CAST(replace(c${index}, ',', '.') AS DOUBLE)`;

const ROW_NAME =
  /^(?:id|uuid|guid|identifier|ідентифікатор|код запису|номер запису|реєстраційний номер|інвентарний номер)$|(?:^|[ _])(?:id|ідентифікатор)$|^№ ?(?:п\/п|з\/п)?$/iu;

/** True where the header or the kind says that the column names rows. */
export function namesRows({ profile, header }: ColumnFacts): boolean {
  return (
    ['identifier', 'row-number', 'uuid', 'building-id'].includes(profile.kind ?? '') || ROW_NAME.test(header.trim())
  );
}
