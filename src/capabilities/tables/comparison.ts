import type { DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn, ManifestPart } from './manifest.ts';
import type { TableChanges } from './table.ts';

/** One side of a comparison: a published table, or one that may become it. Only the columns handed in are ever looked at. */
export interface ComparedTable {
  readonly columns: readonly ManifestColumn[];
  readonly parts: readonly ManifestPart[];
}

/** The same column in both tables: by its name, or renamed while all else stayed. */
export interface ColumnPair {
  readonly older: ManifestColumn;
  readonly newer: ManifestColumn;
}

/** Why rows were matched whole and not by an identifier. */
export type NoIdentifier = 'none' | 'differs' | 'repeats' | 'blank';

export type ComparisonStage = 'older' | 'newer' | 'matching';

export const ROW_CHANGES = ['added', 'removed', 'changed'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

/** What a finished comparison counted. */
export interface ComparisonResult extends TableChanges {
  /** Null where rows were matched by their identifier. */
  readonly noIdentifier: NoIdentifier | null;
}

/** A comparison of two tables, kept for whoever asks again: tables never change. */
export interface Comparison {
  readonly id: string;
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  readonly stage: ComparisonStage;
  readonly result: ComparisonResult | null;
}

/** One column of the rows of a comparison; null on the side that has no such column. */
export interface ComparedColumn {
  readonly title: string;
  readonly older: ManifestColumn | null;
  readonly newer: ManifestColumn | null;
}

/** A value before and after; undefined on the side where there is no such row or no such column. */
export interface CellChange {
  readonly before: DuckValue | undefined;
  readonly after: DuckValue | undefined;
  /** True where both sides have the column and the row, and the values differ. */
  readonly changed: boolean;
}

/** A row that differs. `cells` are in the order of the page's columns. */
export interface RowDifference {
  readonly kind: RowChange;
  /** 1-based number of the row in each table. */
  readonly olderRow: number | null;
  readonly newerRow: number | null;
  readonly cells: readonly CellChange[];
}

/** One page of the rows that differ. */
export interface RowDifferencePage {
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly RowDifference[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}
