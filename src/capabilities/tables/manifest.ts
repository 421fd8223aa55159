import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { ColumnType } from '../../tabular/column.ts';

/** One column of a published table. */
export interface ManifestColumn {
  /** Column of the Parquet parts (`c0`, `c1` …): renaming a field never rewrites a file. */
  readonly parquetColumn: string;
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly sensitivity: 'open' | 'restricted';
  /** Part of a place; `shape`: the whole of it as GeoJSON text. */
  readonly geometry: 'latitude' | 'longitude' | 'shape' | null;
  readonly identifier: boolean;
}

/** A typed Parquet file that is a part of a version. */
export interface ManifestPart {
  readonly kind: 'base' | 'appended';
  readonly key: ObjectKey;
  /** Rows of the file, those that are no more counted. */
  readonly rows: number;
  /** Rows of it that were deleted or replaced since: a Parquet file with their numbers (column `row`), and how many. */
  readonly removed?: { readonly key: ObjectKey; readonly rows: number };
}

/**
 * What a version of a table is made of. Immutable. Rows are read only through `openTable`: parts one after another, without the rows
 * that each says are no more.
 */
export interface Manifest {
  readonly parts: readonly ManifestPart[];
  readonly columns: readonly ManifestColumn[];
  readonly rows: number;
  /** True where rows were written by key since the file: the file is no longer what the table holds. */
  readonly byRows?: boolean;
  /** Decimal sign of its plain CSV, as it was set when the version was made; a point where nothing is said. */
  readonly decimalSign?: DecimalSign;
  /** Rows a group must have to be told of; absent: one is enough. Set by the decision «small groups are not shown». */
  readonly smallest?: number;
  /** Digest of what was taken out of its rows by decisions on personal data; absent: nothing. Its rows are fit for a draft with the same one only. */
  readonly protection?: string;
  /** Names of columns that were closed after the table was made. */
  readonly closed?: readonly string[];
  /** The files were written anew without the closed columns. */
  readonly emptied?: boolean;
  /** Files it was made of before that, to be discarded. */
  readonly leftover?: readonly ObjectKey[];
}

/** What stands before the fraction in plain CSV. Coordinates always have a point. */
export type DecimalSign = 'dot' | 'comma';
