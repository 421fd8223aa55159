import { APOSTROPHE_MARKS } from '../../language/folding.ts';
import { SETTLEMENT_WORDS, STREET_WORDS } from '../address-words.ts';
import { sqlText } from '../scan/predicate.ts';

/** Parts of an address, in the order they are taken out of it; the street is what is left. */
export const ADDRESS_PARTS = ['postCode', 'region', 'district', 'community', 'settlement', 'block', 'house'] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number];

const WORD = `[\\p{L}${APOSTROPHE_MARKS}-]+`;
const NAME = `\\p{Lu}${WORD}(?:[ -]\\p{Lu}${WORD}|-\\p{Ll}+-\\p{Lu}${WORD}|-\\d+)?`;
const START = '(?:^|[\\s,;])';
const STREET = `(?i:${STREET_WORDS})\\.?`;
const HOUSE = '\\d+(?:[ -]?\\p{L})?(?:[/-]\\d+\\p{L}?)?';
const FLAT = '(?i:кв\\.?|квартира|кім\\.?|оф\\.?|офіс|прим\\.?|приміщення)';

/** How a part stands in an address: what is taken, what is left in its place, and how it is written down. */
interface PartForm {
  /** RE2; group `take` is the part. */
  readonly regex: string;
  readonly take: number;
  readonly left: string;
  readonly written?: (part: string) => string;
}

const FORMS: Readonly<Record<AddressPart, PartForm>> = {
  postCode: { regex: '(^|\\D)(\\d{5})(\\D|$)', take: 2, left: '\\1, \\3' },
  region: {
    regex: `${START}(${WORD}ка)\\s+(?i:область|обл\\.|обл(?:[,;\\s]|$))`,
    take: 1,
    left: ', ',
    written: (part) => `${part} || ' область'`,
  },
  district: {
    regex: `${START}(${WORD}кий)\\s+(?i:район|р-н)(?:[,;\\s.]|$)`,
    take: 1,
    left: ', ',
    written: (part) => `${part} || ' район'`,
  },
  community: {
    regex: `${START}(${WORD}ка(?:\\s+(?:міська|селищна|сільська))?)\\s+(?i:територіальна громада|громада|тг|отг)(?:[,;\\s.]|$)`,
    take: 1,
    left: ', ',
  },
  settlement: {
    regex: `${START}(?:${SETTLEMENT_WORDS})(?:\\.\\s?|\\s)(${NAME})\\s*([,;]|$|${STREET}\\s)`,
    take: 1,
    left: ', \\2',
  },
  block: {
    regex: `[,;\\s](?i:корпус|корп\\.?)\\s*№?\\s*([\\p{L}\\d]{1,4}(?:[/-]\\d+)?)(?:[,;\\s]|$)`,
    take: 1,
    left: ', ',
  },
  house: {
    regex: `[,;\\s]+(?:(?i:будинок|буд\\.?|б\\.)\\s*)?№?\\s*(${HOUSE}(?:\\s*,?\\s*${FLAT}\\s*№?\\s*\\d+\\p{L}?)?)[,;.\\s]*$`,
    take: 1,
    left: '',
  },
};

/** Marks and spaces at the edges away, one comma between what is left. */
const tidy = (text: string) =>
  `nullif(regexp_replace(regexp_replace(${text}, '\\s*[,;][\\s,;]*', ', ', 'g'), '^[\\s,;.]+|[\\s,;]+$', '', 'g'), '')`;

/**
 * Takes an address apart. Nothing is lost: what was not understood stays in the street, and so do parts that were not asked for. Cells of NULL
 * give NULL everywhere.
 * @returns the relation with `part_<name>` for each part wanted and for `street` beside its own columns
 * @param sql a parenthesised relation
 * @param cell its column with addresses
 */
export function splitAddress(sql: string, cell: string, wanted: readonly AddressPart[]): string {
  const country = `regexp_replace(' ' || ${cell} || ' ', '[,;\\s](?i:україна)[,;\\s]', ', ')`;
  const start = `(SELECT *, ${country} AS part_rest FROM ${sql})`;
  const taken = ADDRESS_PARTS.filter((part) => wanted.includes(part)).reduce((from, part) => {
    const { regex, take, left, written } = FORMS[part];
    const value = `nullif(trim(regexp_extract(part_rest, ${sqlText(regex)}, ${take})), '')`;
    const rest = `regexp_replace(part_rest, ${sqlText(regex)}, ${sqlText(left)})`;
    return `(SELECT * EXCLUDE (part_rest), ${written ? written(value) : value} AS part_${part}, ${rest} AS part_rest FROM ${from})`;
  }, start);
  return `(SELECT *, ${tidy('part_rest')} AS part_street FROM ${taken})`;
}
