import type { CheckGroup, PolicyLine } from '../../kernel/check.ts';
import type { Severity } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import {
  ADDRESS_PARTS,
  CHECK_DIGIT,
  CHECKED_FOR_PEOPLE,
  CLASSIFIERS,
  COORDINATE_POINT,
  DECIMAL_POINT,
  DESCRIBED_FIELDS,
  GEOJSON_RULES,
  IBAN_RULES,
  IDENTIFIER_COLUMN,
  ISO_DATES,
  LANGUAGE_OF_DATA,
  MACHINE_READABLE,
  ONE_SIGN_OF_NO_VALUE,
  PHONE_FORM,
  PLATE_FORM,
  POSTAL_FORM,
  STANDARD_IDENTIFIERS,
  STANDARD_VALUES,
  STANDARD_VARIABLES,
  TAX_NUMBER,
  UNIFORM_RECORDS,
  UTF8,
} from './grounds.ts';

const error = (clause: Text, ...may: Severity[]): PolicyLine => ({ severity: 'error', clause, may });
const warning = (clause: Text, ...may: Severity[]): PolicyLine => ({ severity: 'warning', clause, may });
const advice = (clause: Text, ...may: Severity[]): PolicyLine => ({ severity: 'advice', clause, may });

/**
 * How much each finding weighs and on what ground: an error stands in the way of publication, a warning asks for a look, advice never
 * blocks. After the ground stands what a community may make of it instead. A new check begins with a line here.
 */
export const CHECK_POLICY = {
  file: {
    'broken-characters': warning(MACHINE_READABLE, 'error'),
    'beside-list': advice(UNIFORM_RECORDS),
    'nested-values': advice(UNIFORM_RECORDS, 'warning'),
    'joined-values': advice(UNIFORM_RECORDS, 'warning'),
    'other-sheets': advice(UNIFORM_RECORDS, 'warning'),
    'joined-sheets': advice(UNIFORM_RECORDS, 'warning'),
    'hidden-rows': warning(MACHINE_READABLE, 'error', 'advice'),
    'hidden-columns': warning(MACHINE_READABLE, 'error', 'advice'),
    formulas: advice(MACHINE_READABLE),
    'formula-without-value': warning(MACHINE_READABLE, 'error'),
    'merged-cells': advice(UNIFORM_RECORDS, 'warning'),
    'merged-across': advice(UNIFORM_RECORDS, 'warning'),
    'links-kept': advice(MACHINE_READABLE),
    'links-left': advice(MACHINE_READABLE, 'warning'),
    'shown-as-percent': advice(DESCRIBED_FIELDS),
    'shown-as-currency': advice(DESCRIBED_FIELDS),
    macros: advice(MACHINE_READABLE),
    'part-gone': warning(UNIFORM_RECORDS),
    'not-taken': advice(UNIFORM_RECORDS),
    'gtfs-missing': warning(MACHINE_READABLE, 'error'),
    'gtfs-reference': warning(MACHINE_READABLE, 'error'),
    'gtfs-value': warning(MACHINE_READABLE, 'error'),
    'broken-quote': warning(MACHINE_READABLE, 'error'),
    'other-delimiter': warning(MACHINE_READABLE, 'error'),
    'encoding-not-utf8': advice(UTF8, 'warning'),
    'byte-order-mark': advice(UTF8),
    'delimiter-unusual': advice(MACHINE_READABLE, 'warning'),
    'too-many-rows': advice(MACHINE_READABLE, 'warning'),
    'extension-letters': warning(MACHINE_READABLE, 'advice'),
    'extension-differs': advice(MACHINE_READABLE, 'warning'),
    'mixed-line-ends': advice(MACHINE_READABLE, 'warning'),
  },
  shape: {
    'no-rows': error(UNIFORM_RECORDS),
    'ragged-row': warning(UNIFORM_RECORDS, 'error'),
    'rows-above-header': advice(UNIFORM_RECORDS, 'warning'),
    'notes-below': advice(UNIFORM_RECORDS, 'warning'),
    'repeated-header': advice(UNIFORM_RECORDS, 'warning'),
    'empty-column': warning(DESCRIBED_FIELDS, 'advice'),
    'empty-row': warning(UNIFORM_RECORDS, 'advice'),
    'duplicate-row': warning(UNIFORM_RECORDS, 'error', 'advice'),
    'section-row': warning(UNIFORM_RECORDS, 'error'),
    'total-row': warning(UNIFORM_RECORDS, 'error'),
    'period-columns': advice(UNIFORM_RECORDS, 'warning'),
    'single-column': advice(UNIFORM_RECORDS, 'warning'),
    'few-rows': advice(UNIFORM_RECORDS, 'warning'),
    'sparse-column': advice(DESCRIBED_FIELDS, 'warning'),
    'same-columns': advice(DESCRIBED_FIELDS, 'warning'),
    'note-row': warning(UNIFORM_RECORDS, 'error'),
    'transposed-table': warning(UNIFORM_RECORDS, 'error', 'advice'),
  },
  header: {
    'no-header': warning(DESCRIBED_FIELDS, 'error'),
    'header-joined': advice(DESCRIBED_FIELDS, 'warning'),
    'empty-header': error(DESCRIBED_FIELDS),
    'duplicate-header': error(DESCRIBED_FIELDS),
    'header-look-alike': warning(MACHINE_READABLE, 'error'),
    'header-line-break': advice(DESCRIBED_FIELDS, 'warning'),
    'header-spaces': advice(MACHINE_READABLE, 'warning'),
    'header-too-long': advice(DESCRIBED_FIELDS, 'warning'),
    'header-generic': warning(DESCRIBED_FIELDS, 'error', 'advice'),
    'header-is-value': warning(DESCRIBED_FIELDS, 'error', 'advice'),
    'header-personal': error(CHECKED_FOR_PEOPLE),
    'header-unit': advice(DESCRIBED_FIELDS, 'warning'),
    'header-abbreviated': advice(DESCRIBED_FIELDS, 'warning'),
    'header-russian': advice(LANGUAGE_OF_DATA, 'warning', 'error'),
  },
  values: {
    'spaces-around': warning(MACHINE_READABLE, 'advice'),
    'look-alike-letters': warning(MACHINE_READABLE, 'error', 'advice'),
    'look-alike-undecided': warning(MACHINE_READABLE, 'advice'),
    'no-value-written': warning(ONE_SIGN_OF_NO_VALUE, 'error', 'advice'),
    'broken-text': warning(MACHINE_READABLE, 'error'),
    'spreadsheet-error': warning(MACHINE_READABLE, 'error'),
    'invisible-characters': warning(MACHINE_READABLE, 'error', 'advice'),
    mojibake: warning(UTF8, 'error'),
    'quotes-twice': warning(MACHINE_READABLE, 'error', 'advice'),
    apostrophes: warning(MACHINE_READABLE, 'error', 'advice'),
    'edge-punctuation': warning(MACHINE_READABLE, 'advice'),
    'line-break': advice(MACHINE_READABLE, 'warning'),
    markup: warning(MACHINE_READABLE, 'error', 'advice'),
    'formula-sign': advice(MACHINE_READABLE, 'warning'),
    placeholder: warning(ONE_SIGN_OF_NO_VALUE, 'error', 'advice'),
    'several-contacts': advice(DESCRIBED_FIELDS, 'warning'),
    truncated: warning(MACHINE_READABLE, 'error', 'advice'),
    'category-spelling': warning(STANDARD_VARIABLES, 'error', 'advice'),
    'category-typo': advice(STANDARD_VARIABLES, 'warning'),
    'yes-no-spelling': advice(STANDARD_VARIABLES, 'warning'),
  },
  language: {
    'russian-letters': advice(LANGUAGE_OF_DATA, 'warning', 'error'),
    capitals: advice(MACHINE_READABLE, 'warning'),
  },
  types: {
    'comma-unclear': warning(DECIMAL_POINT, 'error'),
    'decimal-sign': warning(DECIMAL_POINT, 'error', 'advice'),
    'mixed-types': warning(DESCRIBED_FIELDS, 'error'),
    'mixed-headings': warning(DESCRIBED_FIELDS, 'error'),
    'percent-sign': warning(DESCRIBED_FIELDS, 'error', 'advice'),
    'scientific-notation': warning(MACHINE_READABLE, 'error'),
    'float-noise': warning(MACHINE_READABLE, 'advice'),
    'long-number-rounded': warning(MACHINE_READABLE, 'error'),
    'negative-quantity': warning(DESCRIBED_FIELDS, 'error', 'advice'),
    'currency-in-number': warning(DECIMAL_POINT, 'error'),
    'unit-in-number': warning(DESCRIBED_FIELDS, 'error', 'advice'),
    'percent-mixed': advice(DESCRIBED_FIELDS, 'warning'),
    'thousands-in-words': warning(DECIMAL_POINT, 'error'),
    'range-in-number': warning(DESCRIBED_FIELDS, 'error'),
    'number-in-words': warning(DECIMAL_POINT, 'error'),
    outlier: advice(DESCRIBED_FIELDS, 'warning'),
  },
  dates: {
    'date-not-iso': warning(ISO_DATES, 'error'),
    'impossible-date': error(ISO_DATES, 'warning'),
    'year-odd': warning(ISO_DATES, 'error'),
    'year-two-digits': advice(ISO_DATES, 'warning'),
    'future-date': warning(ISO_DATES, 'error'),
    'date-interval': advice(ISO_DATES, 'warning'),
    'time-written': warning(ISO_DATES, 'error'),
    'period-in-words': advice(ISO_DATES, 'warning'),
    'year-written': warning(ISO_DATES, 'error'),
  },
  identifiers: {
    'edrpou-zero-lost': warning(STANDARD_IDENTIFIERS, 'error'),
    'wrong-edrpou': warning(CHECK_DIGIT, 'error'),
    'wrong-rnokpp': warning(TAX_NUMBER, 'error'),
    'katottg-written': warning(CLASSIFIERS, 'error'),
    'wrong-katottg': warning(CLASSIFIERS, 'error'),
    'koatuu-zero-lost': warning(CLASSIFIERS, 'error'),
    'koatuu-abolished': advice(CLASSIFIERS, 'warning'),
    'kved-as-date': warning(CLASSIFIERS, 'error'),
    'kved-written': warning(CLASSIFIERS, 'error'),
    'wrong-kved': warning(CLASSIFIERS, 'error'),
    'dk021-written': warning(CLASSIFIERS, 'error'),
    'wrong-dk021': warning(CLASSIFIERS, 'error'),
    'cadastral-written': warning(STANDARD_IDENTIFIERS, 'error'),
    'wrong-cadastral': warning(STANDARD_IDENTIFIERS, 'error'),
    'wrong-kekv': warning(CLASSIFIERS, 'error'),
    'kpkvk-zero-lost': warning(CLASSIFIERS, 'error'),
    'wrong-kpkvk': warning(CLASSIFIERS, 'error'),
    'iban-written': warning(IBAN_RULES, 'error'),
    'wrong-iban': warning(IBAN_RULES, 'error'),
    'phone-written': warning(PHONE_FORM, 'error'),
    'phone-without-code': advice(PHONE_FORM, 'warning'),
    'wrong-phone': warning(PHONE_FORM, 'error'),
    'postal-zero-lost': warning(POSTAL_FORM, 'error'),
    'wrong-postal-code': warning(POSTAL_FORM, 'error'),
    'plate-written': warning(PLATE_FORM, 'error'),
    'email-written': warning(STANDARD_VALUES, 'error'),
    'wrong-email': warning(STANDARD_VALUES, 'error'),
    'url-written': warning(STANDARD_VALUES, 'error'),
    'url-no-scheme': advice(STANDARD_VALUES, 'warning'),
    'wrong-url': advice(STANDARD_VALUES, 'warning'),
  },
  addresses: {
    'geometry-wkt': warning(GEOJSON_RULES, 'advice'),
    'geometry-outside': warning(GEOJSON_RULES, 'error', 'advice'),
    'coordinates-in-metres': warning(GEOJSON_RULES, 'advice'),
    'same-place': advice(GEOJSON_RULES, 'warning'),
    'geometry-broken': warning(GEOJSON_RULES, 'error'),
    'geometry-mended': advice(GEOJSON_RULES),
    'geometry-unusual': warning(GEOJSON_RULES, 'advice'),
    'coordinates-off-globe': warning(GEOJSON_RULES, 'error'),
    'axes-swapped': warning(GEOJSON_RULES, 'advice'),
    'crs-member': advice(GEOJSON_RULES),
    'projected-coordinates': advice(GEOJSON_RULES),
    'shapefile-parts': warning(MACHINE_READABLE, 'advice'),
    'street-words': advice(ADDRESS_PARTS, 'warning'),
    'settlement-words': advice(ADDRESS_PARTS, 'warning'),
    'address-in-one-cell': advice(ADDRESS_PARTS, 'warning'),
    'house-as-date': warning(ADDRESS_PARTS, 'error'),
    'coordinates-zero': warning(COORDINATE_POINT, 'error'),
    'coordinates-outside': warning(COORDINATE_POINT, 'error'),
    'coordinates-swapped': warning(COORDINATE_POINT, 'error'),
    'coordinates-in-degrees': warning(COORDINATE_POINT, 'error'),
    'coordinates-pair': warning(COORDINATE_POINT, 'error'),
  },
  keys: {
    'no-identifier': error(IDENTIFIER_COLUMN, 'warning', 'advice'),
    'duplicate-identifier': warning(IDENTIFIER_COLUMN, 'error', 'advice'),
    'identifier-blank': warning(IDENTIFIER_COLUMN, 'error', 'advice'),
    'identifier-gap': advice(IDENTIFIER_COLUMN, 'warning'),
  },
  relations: {
    'start-after-end': warning(MACHINE_READABLE, 'error', 'advice'),
    'sum-mismatch': warning(MACHINE_READABLE, 'error', 'advice'),
    'share-over-whole': warning(MACHINE_READABLE, 'error', 'advice'),
    'two-names-of-code': advice(STANDARD_IDENTIFIERS, 'warning', 'error'),
  },
  structure: {
    // no error by itself: what is allowed may have been widened since, and publication asks again anyway
    'value-outside': warning(DESCRIBED_FIELDS),
    'value-spelling': warning(DESCRIBED_FIELDS),
    'value-near': warning(DESCRIBED_FIELDS),
  },
  passport: {},
} as const satisfies Record<CheckGroup, Readonly<Record<string, PolicyLine>>>;

type Lines = typeof CHECK_POLICY;
/** Codes of findings that have a line in the policy. */
export type CheckCode = { [Group in keyof Lines]: keyof Lines[Group] }[keyof Lines] & string;

/** What a community has made of some checks, within what their lines allow. */
export type ChosenSeverities = Readonly<Record<string, Severity>>;

const BY_CODE = new Map<string, PolicyLine & { readonly group: CheckGroup }>(
  Object.entries(CHECK_POLICY).flatMap(([group, lines]) =>
    Object.entries(lines as Readonly<Record<string, PolicyLine>>).map(
      ([code, line]) => [code, { ...line, group: group as CheckGroup }] as const,
    ),
  ),
);

/** Codes as findings have them → codes the policy knows. */
export const CHECK_CODES: ReadonlyMap<string, CheckCode> = new Map(
  Object.values(CHECK_POLICY).flatMap((lines) => Object.keys(lines).map((code) => [code, code as CheckCode] as const)),
);

/** The line of a code with its group. */
export function policyOf(code: CheckCode): PolicyLine & { readonly group: CheckGroup } {
  const line = BY_CODE.get(code);
  if (!line) throw new Error(`the policy of checks has no line for ${code}`);
  return line;
}

/**
 * How much a finding weighs: by the policy, or as the community chose where its choice is allowed.
 * @param mild the check knows this case to be mild: never more than advice
 */
export function severityOf(code: CheckCode, chosen: ChosenSeverities = {}, mild = false): Severity {
  if (mild) return 'advice';
  const line = policyOf(code);
  const own = chosen[code];
  return own !== undefined && line.may?.includes(own) ? own : line.severity;
}
