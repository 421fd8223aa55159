import type { DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { OpenColumn } from './row-query.ts';

/** A value and how many of the rows have it. */
export interface ValueCount {
  readonly value: DuckValue;
  readonly count: number;
}

/** Rows whose value is from `from` (inclusive) to `to` (exclusive): numbers, or days and moments as ISO 8601. Edges are round. */
export interface SpreadBin {
  readonly from: number | string;
  readonly to: number | string;
  readonly count: number;
}

/** What one column holds in the rows of a question. */
export interface ColumnSummary {
  readonly column: OpenColumn;
  /** Rows of the question. */
  readonly rows: number;
  /** Empty cells among them. */
  readonly blanks: number;
  /** Different values, without empty cells. */
  readonly distinct: number;
  /** False where there are so many different values (over a million texts) that their number is told approximately, within some 2 %. */
  readonly distinctExact: boolean;
  /** By the alphabet for text; null for empty columns, yes and no, and texts too many to put in order. */
  readonly least: DuckValue;
  readonly most: DuckValue;
  /** Of numbers only. */
  readonly average: number | null;
  /** At most ten, the most frequent first. Counts are exact. */
  readonly frequent: readonly ValueCount[];
  /** At most twenty bins one after another, empty ones too; [] for text, times, yes and no. */
  readonly spread: readonly SpreadBin[];
}
