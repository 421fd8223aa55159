import type { DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../../tabular/column.ts';

/** What may be asked of a column: `<column>__<operator>=<value>` in an address. */
export const OPERATORS = ['exact', 'ne', 'gte', 'lte', 'gt', 'lt', 'contains', 'startswith', 'in', 'isnull'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One condition. All conditions of a query must hold. */
export interface RowFilter {
  /** Name of an open column of the table. */
  readonly column: string;
  readonly operator: Operator;
  /**
   * Checked values in one form: numbers with a dot, days as ISO 8601, `true`/`false`. One value; several for `in`.
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
}

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
}
