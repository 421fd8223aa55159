import { APOSTROPHE_MARKS } from '../../language/folding.ts';
import type { ColumnProfile } from '../column.ts';
import type { ReadColumn } from './match-columns.ts';
import type { Standard, StandardField } from './standard.ts';

/** What one column holds together where the structure has it in parts. */
export type MergedKind = 'address' | 'coordinates' | 'person-name';

/** A column whose values are to be split, and the structure's fields its parts go to. */
export interface MergedColumn {
  readonly column: number;
  readonly kind: MergedKind;
  /** Part of the value → field. */
  readonly parts: Readonly<Record<string, StandardField>>;
  /** Fields that its values surely fill: the house of an address where there are houses. */
  readonly sure: readonly StandardField[];
}

/** Parts of an address in the order they are looked for, with the names recommended structures give them. */
const ADDRESS_PARTS: readonly (readonly [string, RegExp])[] = [
  ['postCode', /^(address)?postCode$/i],
  ['region', /^(address)?adminUnitL2$/i],
  ['district', /^(address)?adminUnitL3$/i],
  ['community', /^(address)?adminUnitL4$/i],
  ['settlement', /^(address)?postName$/i],
  ['street', /^(address)?(thoroughfare|postStreet)$/i],
  ['house', /^(address)?locatorDesignator$/i],
  ['block', /^(address)?locatorBuilding$/i],
];
const COORDINATE_PARTS = [
  ['latitude', /^lat(itude)?$/],
  ['longitude', /^(lon|lng|longitude)$/],
] as const;
const NAME_PARTS = [
  ['family', /^familyName$/],
  ['given', /^name$/],
  ['patronymic', /^additionalName$/],
] as const;

const COORDINATES = /^\(?-?\d{1,2}[.,]\d{3,}\)?\s*[,;\s]\s*-?\d{1,3}[.,]\d{3,}\)?$/u;
const NAME = `\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+`;
const NAME_OF_PERSON = new RegExp(`^${NAME}\\s+${NAME}\\s+${NAME}$`, 'u');

function allAre(examples: readonly string[], form: RegExp): boolean {
  const filled = examples.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.every((value) => form.test(value.trim()));
}

function isAddress({ meanings, profile }: ReadColumn): boolean {
  if (meanings.has('email') || meanings.has('url') || meanings.has('website')) return false;
  const says = meanings.has('address');
  return (says || profile.kind === 'address') && profile.examples.some((value) => /\p{L}.*\d|,/u.test(value));
}

function kindOf(column: ReadColumn): MergedKind | null {
  if (column.profile.kind === 'coordinates' || allAre(column.profile.examples, COORDINATES)) return 'coordinates';
  if (isAddress(column)) return 'address';
  return allAre(column.profile.examples, NAME_OF_PERSON) ? 'person-name' : null;
}

type Parts = readonly (readonly [string, RegExp])[];
const PARTS: Readonly<Record<MergedKind, Parts>> = {
  address: ADDRESS_PARTS,
  coordinates: COORDINATE_PARTS,
  'person-name': NAME_PARTS,
};
/** Without these parts a structure has nothing to split into. */
const NEEDED: Readonly<Record<MergedKind, readonly string[]>> = {
  address: ['street'],
  coordinates: ['latitude', 'longitude'],
  'person-name': ['family', 'given'],
};

function surelyFilled(kind: MergedKind, parts: MergedColumn['parts'], { examples }: ColumnProfile): StandardField[] {
  if (kind !== 'address') return Object.values(parts);
  const sure = ['street', 'house'];
  if (examples.some((value) => /(^|\D)\d{5}(\D|$)/u.test(value))) sure.push('postCode');
  if (examples.some((value) => /(^|[\s,])(м|с|смт|с-ще)\.\s?\p{Lu}/u.test(value))) sure.push('settlement');
  if (examples.some((value) => /обл/u.test(value))) sure.push('region');
  if (examples.some((value) => /р-н|район/u.test(value))) sure.push('district');
  if (examples.some((value) => /корп/iu.test(value))) sure.push('block');
  return sure.flatMap((part) => parts[part] ?? []);
}

/** Columns that hold together what the structure has in fields nobody else was matched to; one of a kind. */
export function mergedColumns(
  columns: readonly ReadColumn[],
  { fields }: Standard,
  taken: ReadonlySet<StandardField>,
): MergedColumn[] {
  const found = new Map<MergedKind, MergedColumn>();
  for (const column of columns) {
    const kind = kindOf(column);
    if (kind === null || found.has(kind)) continue;
    const parts = Object.fromEntries(
      PARTS[kind].flatMap(([part, name]) => {
        const field = fields.find((one) => name.test(one.name) && !taken.has(one));
        return field ? [[part, field] as const] : [];
      }),
    );
    if (NEEDED[kind].every((part) => parts[part] !== undefined))
      found.set(kind, { column: column.profile.index, kind, parts, sure: surelyFilled(kind, parts, column.profile) });
  }
  return [...found.values()];
}
