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
  readonly geometry: 'latitude' | 'longitude' | null;
  readonly identifier: boolean;
}

/** A typed Parquet file that is a part of a version. */
export interface ManifestPart {
  readonly kind: 'base' | 'appended';
  readonly key: ObjectKey;
  readonly rows: number;
}

/**
 * What a version of a table is made of. Immutable. Rows are read only through `openTable`, so that later parts (appended rows, deleted
 * keys) need no change elsewhere. The first releases have one part.
 */
export interface Manifest {
  readonly parts: readonly ManifestPart[];
  readonly columns: readonly ManifestColumn[];
  readonly rows: number;
  /** Decimal sign of its plain CSV, as it was set when the version was made; a point where nothing is said. */
  readonly decimalSign?: DecimalSign;
}

/** What stands before the fraction in plain CSV. Coordinates always have a point. */
export type DecimalSign = 'dot' | 'comma';
