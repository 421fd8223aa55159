import type { Finding } from '../../kernel/finding.ts';
import type { ManifestColumn } from './manifest.ts';

/** What is done with the rows of a batch. */
export type BatchKind =
  | 'append' // new rows; one whose key is there already is refused
  | 'put' // whole rows by key: put in the place of the old one, or added
  | 'patch' // the named columns of rows by key; a new key adds a row
  | 'delete'; // rows by key; a key that is not there is no fault

/** A row as a program sent it: values by machine name or title. */
export type SentRow = Readonly<Record<string, unknown>>;

/** Rows to write, as they were sent. */
export interface RowBatch {
  readonly kind: BatchKind;
  readonly rows: readonly SentRow[];
}

/** What a row may be held to beyond its type. */
export interface ColumnRule {
  readonly name: string;
  readonly required: boolean;
  /** All values it may have; left out: every one of its type. */
  readonly values?: readonly string[];
  /** Name of the code list they come from; left out: they are written in the structure. */
  readonly codeList?: string;
}

/** A row whose values are of their types' plain forms; null: no value. `given` has the columns that were sent. */
export interface CleanRow {
  readonly values: readonly (string | null)[];
  readonly given: readonly boolean[];
}

/** A faulty cell or row: `row` counts from 1, `column` is its machine name; null: the row as a whole. */
export interface RowFault {
  readonly row: number;
  readonly column: string | null;
  readonly message: Finding['message'];
}

/** What a batch did. */
export interface BatchCounts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
  /** Rows that are what they were, and keys to delete that are not there. */
  readonly unchanged: number;
}

/** Most faults told at once. */
export const MOST_FAULTS = 50;
/** Most rows in a batch. */
export const MOST_BATCH = 200_000;

/** The identifier of a table's rows. */
export function keyColumns(columns: readonly ManifestColumn[]): ManifestColumn[] {
  return columns.filter(({ identifier }) => identifier);
}
