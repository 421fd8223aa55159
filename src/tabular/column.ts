/** How a column's values are kept and sorted. Codes with leading zeros are text: their digits are not a quantity. */
export type ColumnType = 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'time' | 'text';

/** What a column's values are, where that can be told from the whole column; null where it is just a value. */
export type ColumnKind =
  | 'identifier'
  | 'code'
  | 'edrpou'
  | 'katottg'
  | 'koatuu'
  | 'phone'
  | 'email'
  | 'url'
  | 'postal-code'
  | 'year'
  | 'latitude'
  | 'longitude'
  | 'money';

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
  /** Empty cells, counted over the whole table. */
  readonly blanks: number;
  /** Different values; exact up to 100 000, above that approximate. */
  readonly distinct: number;
  /** The first few different values, for a person to recognise the column by. */
  readonly examples: readonly string[];
}
