import type { Text } from '../kernel/text.ts';

/** How a column's values are kept and sorted. Codes with leading zeros are text: their digits are not a quantity. */
export type ColumnType = 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'time' | 'text';

/**
 * What a column's values are, where that can be told from the whole column; null where it is just a value. Each is described by its file in
 * `kinds/`.
 */
export const COLUMN_KINDS = [
  'edrpou',
  'rnokpp',
  'katottg',
  'koatuu',
  'kved',
  'dk021',
  'cadastral',
  'land-use',
  'kekv',
  'kpkvk',
  'iban',
  'postal-code',
  'plate',
  'vin',
  'phone',
  'email',
  'url',
  'prozorro',
  'building-id',
  'uuid',
  'unzr',
  'passport',
  'document-number',
  'code',
  'row-number',
  'identifier',
  'money',
  'percent',
  'quantity',
  'latitude',
  'longitude',
  'coordinates',
  'geometry',
  'unit',
  'currency',
  'date',
  'datetime',
  'time',
  'year',
  'period',
  'opening-hours',
  'address',
  'country',
  'region',
  'district',
  'community',
  'settlement',
  'street',
  'house',
  'building-part',
  'flat',
  'place',
  'person',
  'surname',
  'given-name',
  'patronymic',
  'post',
  'organization',
  'contact',
  'category',
  'yes-no',
  'name',
  'text',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** An alphabet a column may be written in. */
export type Letters = 'latin' | 'cyrillic';

/** How the values of a column are written, where one value alone would leave it open. Decided by the whole column. */
export interface Notation {
  /** What a comma in a number is; `unclear` where every one stands before three digits («1,234») and nothing else in the column decides. */
  readonly comma: 'decimal' | 'group' | 'unclear';
  /** What a point in a number is. */
  readonly point: 'decimal' | 'group';
  /**
   * 03/04/2025: the fourth of March only where the column cannot be read otherwise; `unclear` where a person has to say. 03.04.2025 is always
   * the third of April.
   */
  readonly dates: 'day-first' | 'month-first' | 'unclear';
  /** Five digits are days counted by a spreadsheet since 1899-12-30. */
  readonly serialDates: boolean;
  /** A lone «-» among answers yes and no says nothing; absent: it is the answer no, as beside «+». */
  readonly minus?: 'no-value';
  /**
   * One form that every value has (but signs that there is none), so that a quick cast is right: `plain` as a program reads it, `comma` the same
   * with a decimal comma, `dots` 31.01.2025; `mixed` where forms differ.
   */
  readonly form: 'plain' | 'comma' | 'dots' | 'mixed';
}

/** What is known of one column of a text table after the exact pass over the whole file. */
export interface ColumnProfile {
  /** 0-based place in the text table; the Parquet column is `c<index>`. */
  readonly index: number;
  /** Machine name, Latin lowerCamelCase, unique in the table (КМУ 55 transliteration of the header). */
  readonly name: string;
  /** The header as the file has it, trimmed; `Стовпець 3` where it was empty. */
  readonly title: string;
  readonly type: ColumnType;
  readonly kind: ColumnKind | null;
  /** How sure the kind is, 0–1; 1 where a person said it. Absent where there is no kind. */
  readonly confidence?: number;
  /** Why it is taken for that kind, in words for people. */
  readonly why?: Text;
  /** Empty cells, counted over the whole table. */
  readonly blanks: number;
  /** Different values; exact up to 100 000, above that approximate. */
  readonly distinct: number;
  /** The first few different values, for a person to recognise the column by. */
  readonly examples: readonly string[];
  /** Type of most of the values where the column is text only because some do not fit (finding `mixed-types`, `impossible-date`). */
  readonly expected?: ColumnType;
  /** Alphabet of most values; present only where words mix look-alike letters that do not tell it, and the column has a clear one. */
  readonly letters?: Letters;
  /** How values are written; absent = commas and points are decimal signs, days come first. */
  readonly notation?: Notation;
  /** Values outside the column's code list that are only written otherwise → the value; present where there are such. */
  readonly spelled?: Readonly<Record<string, string>>;
  /** Values outside it that are very like one of it → that one, a guess. */
  readonly near?: Readonly<Record<string, string>>;
}

export const USUAL_NOTATION: Notation = {
  comma: 'decimal',
  point: 'decimal',
  dates: 'day-first',
  serialDates: false,
  form: 'mixed',
};

/** Kinds of numbers that name or place something: they are not added up. */
export const NOT_ADDED: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'identifier',
  'code',
  'year',
  'latitude',
  'longitude',
  'postal-code',
  'phone',
]);
