import type { Manifest, ManifestColumn } from './manifest.ts';
import type { PartPath } from './table-source.ts';

/** A table opened for reading: its rows are reached only through this. */
export interface OpenTable {
  readonly id: string;
  readonly resourceId: string;
  /** Columns that are hidden for a time are said to be restricted here, whatever is kept of them. */
  readonly manifest: Manifest;
  /** Names what an answer about it depends on: the table, and the columns hidden at the moment. For memories and tags. */
  readonly mark: string;
  /** Names of columns hidden for a time. */
  readonly hidden: readonly string[];
  /** The columns anybody may see. */
  readonly columns: readonly ManifestColumn[];
  /** Where its parts lie, in order. */
  readonly paths: readonly PartPath[];
}

/** A download of a whole table: the finished file, or its rows as they are read. */
export interface Download {
  /** Bytes of the file, or of the part that was asked for. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Size of the whole file in bytes; null while it is made on the fly. */
  readonly size: number | null;
  /** Strong validator without quotes (SHA-256 of the file); null while it is made on the fly. */
  readonly etag: string | null;
  /** True where the finished file is read: parts of it can be asked for. */
  readonly stored: boolean;
}

/** A finished download file. */
export interface StoredDownload {
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  readonly builtAt: Date;
}

/** How one table differs from an earlier one: open columns only, matched by name. */
export interface TableChanges {
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  /** Rows with the same identifier and other values; null where there is no common unique identifier: then a changed row is one removed and one added. */
  readonly rowsChanged: number | null;
  /** Titles. */
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}
