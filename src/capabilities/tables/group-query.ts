import type { Narrowing } from './row-condition.ts';
import type { OpenColumn, Row, RowSort } from './row-query.ts';

/** What may be asked of the values of a group; the number of rows is always told. */
export const MEASURES = ['sum', 'avg', 'min', 'max'] as const;
export type Measure = (typeof MEASURES)[number];

/** Keys and measures one question may have. */
export const MOST_KEYS = 4;
export const MOST_MEASURES = 12;

/** What rows are put together by: a column's value, or the year or month of its date. */
export interface GroupKey {
  readonly column: string;
  readonly part: 'value' | 'year' | 'month';
}

export interface GroupMeasure {
  readonly measure: Measure;
  readonly column: string;
}

/** A question about groups of rows, already checked against the columns. Made by `parseGroupQuery`. */
export interface GroupQuery extends Narrowing {
  readonly keys: readonly GroupKey[];
  readonly measures: readonly GroupMeasure[];
  /** By columns of the answer; ties and the empty list keep the order of the keys. */
  readonly sort: readonly RowSort[];
  /** 1-based. */
  readonly page: number;
  /** Groups a page, 1 to 1000. */
  readonly size: number;
}

/** A column of the answer: a key, or what was counted. */
export interface GroupColumn extends OpenColumn {
  /** `key` for what rows are put together by, `count` for the number of rows. */
  readonly measure: 'key' | 'count' | Measure;
  /** Name of the column asked about; null for the number of rows. */
  readonly of: string | null;
  /** Of a date: its year, its month; `value` for everything else. */
  readonly part: 'value' | 'year' | 'month';
}

/** The answer to a GroupQuery. */
export interface GroupPage {
  readonly columns: readonly GroupColumn[];
  /** Values by column name. Sums and averages of decimals show the digits of the values themselves, no more. */
  readonly rows: readonly Row[];
  /** Number of groups. */
  readonly total: number;
  /** Number of rows in them all. */
  readonly matched: number;
  readonly page: number;
  readonly size: number;
  /** Rows the groups of this table must have to be told of; absent: one is enough. */
  readonly smallest?: number;
}
