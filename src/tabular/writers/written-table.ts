import type { DuckSession, DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../column.ts';

/** One column of a file to be written. */
export interface WrittenColumn {
  /** Machine name: Latin letters, digits and _, begins with a letter. */
  readonly name: string;
  /** Heading for people. */
  readonly title: string;
  readonly type: ColumnType;
  /** SQL: the value, of the type's own kind (BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP, TIME, VARCHAR). */
  readonly value: string;
  /** Coordinates are written with a point whatever the decimal sign is. */
  readonly coordinate: boolean;
  /** Part of the row's identifier. */
  readonly identifier: boolean;
  /** The whole place of the row, GeoJSON text. */
  readonly shape?: boolean;
}

/** Rows to be written, in their order. */
export interface WrittenTable {
  /** For people: name of the sheet, title of the document. */
  readonly title: string;
  readonly columns: readonly WrittenColumn[];
  /** What follows FROM: source, conditions, order. */
  readonly from: string;
  /** Bound to the question marks of `from`. */
  readonly values: readonly DuckValue[];
  /** SQL of the row's place: coordinates in degrees, or the text of its geometry; null where the table has no places. */
  readonly place: { readonly latitude: string; readonly longitude: string } | { readonly shape: string } | null;
  /** Decimal sign of plain CSV. */
  readonly decimalSign: 'dot' | 'comma';
}

/** What a writer works with. */
export interface WriterTools {
  readonly session: DuckSession;
  /** A fresh folder for work files; the writer removes it. Only Parquet needs one. */
  workFolder(): Promise<string>;
}

/**
 * Writes the table as the bytes of a file, as they are wanted: memory stays flat whatever the number of rows. Ended early, it stops reading.
 */
export type TableWriter = (table: WrittenTable, tools: WriterTools) => AsyncGenerator<Uint8Array>;

/** The table does not fit the format; the bytes given so far are no whole file. */
export class FileTooLargeError extends Error {
  constructor(format: string) {
    super(`the table does not fit the format ${format}`);
    this.name = 'FileTooLargeError';
  }
}
