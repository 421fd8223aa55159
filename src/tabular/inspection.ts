import type { Finding } from '../kernel/finding.ts';
import type { ColumnProfile } from './column.ts';
import type { PersonalSign } from './detectors/sign.ts';

/** What the exact pass over a text table says: columns with types and kinds, and every finding, worst first. */
export interface Inspection {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Findings of reading and of all checks. */
  readonly findings: readonly Finding[];
  /** Column indexes that together could serve as identifier of a row; empty where none does. */
  readonly identifier: readonly number[];
  /** Personal data seen in the columns, without a value of any cell. Absent: the table was looked at before there were detectors. */
  readonly signs?: readonly PersonalSign[];
}

/**
 * One accepted repair: the check's code and the column it mends (null: rows or the whole table), or a change of the table's shape with its
 * parameters. A recipe names columns by title, so that it serves the next month's file too.
 */
export interface RecipeStep {
  readonly code: string;
  readonly columnTitle: string | null;
  /** Only of shape steps; read by the schema of the step. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The accepted repairs of a resource: shape steps in the order they are carried out, then repairs of cells, whose order is that of the checks. */
export type Recipe = readonly RecipeStep[];

/** What a recipe did to a table. */
export interface MendOutcome {
  /** The mended text table's Parquet (columns c0… as before, minus removed ones is NOT done: removed columns are listed). */
  readonly parquetPath: string;
  readonly rows: number;
  /** Cells or rows changed by each step. */
  readonly steps: readonly { readonly step: RecipeStep; readonly count: number }[];
  /** Steps whose column the table has no more. */
  readonly missed: readonly RecipeStep[];
  /** Indexes of columns the recipe leaves out (empty columns). */
  readonly removedColumns: readonly number[];
  /** New headers by index (renamed: empty or duplicate headers). */
  readonly headers: readonly string[];
}
