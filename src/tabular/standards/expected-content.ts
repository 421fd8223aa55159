import { STREET_WORDS } from '../address-words.ts';
import type { ColumnProfile } from '../column.ts';
import type { StandardField } from './standard.ts';

/** What the values of a field are by its name and title; null where they may be anything. */
type Content =
  | 'katottg'
  | 'edrpou'
  | 'postal-code'
  | 'latitude'
  | 'longitude'
  | 'email'
  | 'phone'
  | 'url'
  | 'country'
  | 'region'
  | 'district'
  | 'community'
  | 'settlement'
  | 'street'
  | 'house';

const BY_NAME: readonly (readonly [Content, RegExp])[] = [
  ['katottg', /c?atu[t]?tc|cattutc|^atucode$/i],
  ['postal-code', /postcode$/i],
  ['latitude', /^lat(itude)?$/i],
  ['longitude', /^(lon|lng|longitude)$/i],
  ['email', /email$/i],
  ['phone', /telephone$|phone$/i],
  ['country', /adminunitl1$|addresscountry$/i],
  ['region', /adminunitl2$|addressregion$/i],
  ['district', /adminunitl3$/i],
  ['community', /adminunitl4$/i],
  ['settlement', /postname$|addresslocality$/i],
  ['street', /thoroughfare$|poststreet$/i],
  ['house', /locatordesignator$/i],
];

/** «Ідентифікатор власника» is in practice the code of a legal person. */
const CODE_OF_SOMEBODY =
  /(owner|holder|user|custodian|provider|org|organization|authority|creator|publisher|donor|recipient|distributor|applicant|entity|legal|enterprise)(id|identifier)$/i;

/** Values that tell by themselves what the column is, whatever its heading. */
const TELLING: ReadonlySet<Content> = new Set([
  'katottg',
  'latitude',
  'longitude',
  'email',
  'postal-code',
  'country',
  'region',
]);

function contentOfField({ name, title, format }: StandardField): Content | null {
  const named = BY_NAME.find(([, pattern]) => pattern.test(name));
  if (named) return named[0];
  if (format === 'uri') return 'url';
  return /єдрпоу/iu.test(title) ? 'edrpou' : null;
}

const FORMS: Readonly<Partial<Record<Content, RegExp>>> = {
  country: /^(україна|ukraine)$/iu,
  region: /(^|\s)(область|обл\.?)$|^м\. ?київ$|автономна республіка/iu,
  district: /(^|\s)(район|р-н)$/iu,
  community: /(^|\s)(громада|тг|отг)$/iu,
  street: new RegExp(`^(?:${STREET_WORDS})[. ]`, 'iu'),
};

function valuesHave(examples: readonly string[], form: RegExp): boolean {
  const filled = examples.map((value) => value.trim()).filter((value) => value !== '');
  return filled.length > 0 && filled.every((value) => form.test(value));
}

/** What the column's values are, as far as they show it. */
function contentOfColumn({ kind, examples }: ColumnProfile): string | null {
  if (kind === 'koatuu') return 'katottg';
  if (kind !== null) return kind;
  const found = Object.entries(FORMS).find(([, form]) => valuesHave(examples, form));
  return found?.[0] ?? null;
}

const NUMBERS = ['integer', 'decimal'];
const DAYS = ['date', 'datetime'];

/** How well a column's values suit a field: 1 = nothing speaks against it. */
function typeFits(column: ColumnProfile, field: StandardField): number {
  if (column.distinct === 0) return 1;
  const type = column.expected ?? column.type;
  if (DAYS.includes(field.type)) return DAYS.includes(type) ? 1 : 0.7;
  if (NUMBERS.includes(field.type)) return NUMBERS.includes(type) || type === 'boolean' ? 1 : 0.7;
  if (field.type === 'text' && DAYS.includes(type)) {
    if (/дат|date|чинн|valid|строк|термін/iu.test(`${field.title} ${field.name}`)) return 1;
    return /(name|url|id|identifier)$/i.test(field.name) ? 0.5 : 0.75;
  }
  // «Розробник» in words is no code of the developer, nor is its code a name
  if (CODE_OF_SOMEBODY.test(field.name) && saysWords(column)) return 0.6;
  return column.kind === 'edrpou' && /name$/i.test(field.name) ? 0.5 : 1;
}

const saysWords = ({ type, examples }: ColumnProfile): boolean =>
  type === 'text' && examples.length > 0 && examples.every((value) => !/\d/.test(value));

/** What values say of a column and a field, put together with what the names said. */
export interface ContentEvidence {
  /** Multiplies what names said; below 1 where the values speak against it. */
  readonly factor: number;
  /** The values are just what the field is for. */
  readonly same: boolean;
  /** So telling that the heading does not matter. */
  readonly telling: boolean;
}

/** Looks at the type, the kind and the examples of a column beside what a field is for. */
export function contentEvidence(column: ColumnProfile, field: StandardField): ContentEvidence {
  const wanted = contentOfField(field);
  const found = contentOfColumn(column);
  const same = wanted !== null && wanted === found;
  if (same) return { factor: 1, same, telling: TELLING.has(wanted) };
  const fits = typeFits(column, field);
  // a code of a place in a column for a name, or the other way round
  const strange = found !== null && TELLING.has(found as Content) && wanted !== found && column.kind !== null;
  return { factor: strange ? fits * 0.4 : fits, same: false, telling: false };
}
