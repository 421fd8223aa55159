import type { DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../../tabular/column.ts';

/** What may be asked of a column: `<column>__<operator>=<value>` in an address. */
export const OPERATORS = [
  'exact',
  'ne',
  'gte',
  'lte',
  'gt',
  'lt',
  'contains',
  'startswith',
  'in',
  'isnull',
  'year',
  'month',
  'bbox',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** One condition. All conditions of a query must hold. */
export interface RowFilter {
  /** Name of an open column of the table. */
  readonly column: string;
  readonly operator: Operator;
  /**
   * Checked values in one form: numbers with a dot, days as ISO 8601, `true`/`false`; `2025` for `year`, `2025-03` for `month`. One value;
   * several for `in`; west, south, east, north in degrees for `bbox`.
   */
  readonly values: readonly string[];
}

export interface RowSort {
  readonly column: string;
  readonly descending: boolean;
}

/** A question to a table, already checked against its columns. Made by `parseRowQuery`. */
export interface RowQuery {
  readonly filters: readonly RowFilter[];
  /** Words that must all be found in the row (any open column); '' for none. */
  readonly search: string;
  /** Ties always keep the order of the source. */
  readonly sort: readonly RowSort[];
  /** Names of the columns asked for, in the order asked; empty = all open ones. */
  readonly columns: readonly string[];
  /** 1-based. */
  readonly page: number;
  /** Rows a page, 1 to 1000. */
  readonly size: number;
  /** Rows after a place instead of a numbered page: '' from the beginning, else the `cursor` of the page before; null = by `page`. */
  readonly cursor: string | null;
}

/** All rows in the order of the source, the first page. */
export const EVERY_ROW: RowQuery = { filters: [], search: '', sort: [], columns: [], page: 1, size: 100, cursor: null };

/** Rows a page when nobody says otherwise, and the most that may be asked for. */
export const PAGE_SIZE = 100;
export const MAX_PAGE_SIZE = 1000;

/** A column as the public sees it. */
export interface OpenColumn {
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
}

/** One row: values by column name. Numbers are numbers (text where a number would lose digits), dates ISO 8601, empty cells null. */
export type Row = Record<string, DuckValue>;

/** The answer to a RowQuery. `total` counts all rows that match, exactly. */
export interface RowPage {
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** What `cursor` asks for the rows after this page's last; null when there are none. Equally quick at any depth. */
  readonly cursor: string | null;
}
