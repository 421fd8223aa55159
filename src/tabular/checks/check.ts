import type { CheckExample } from '../../kernel/check.ts';
import type { Finding, OfferedStep } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnKind, ColumnProfile } from '../column.ts';
import type { Predicate } from '../scan/predicate.ts';
import type { TextTable } from '../text-table.ts';
import type { TypeDecision } from '../types/decide-type.ts';
import type { CheckCode } from './check-policy.ts';

/** What a check of cells is asked with: a column after the scan and the decision on its type. */
export interface ColumnFacts {
  readonly profile: ColumnProfile;
  /** The header as the file has it. */
  readonly header: string;
  readonly rows: number;
  /** Cells that are not blank. */
  readonly filled: number;
  readonly decision: TypeDecision;
  /** Values of the whole column that answer yes to a predicate. */
  readonly count: (code: string) => number;
}

/** What a repair has to know of the column: all of it stands in the inspection. */
export type RepairFacts = Pick<
  ColumnProfile,
  'type' | 'expected' | 'notation' | 'kind' | 'letters' | 'spelled' | 'near'
>;

/** A fault of some cells of a column. */
export interface CellFault {
  readonly count: number;
  /** This case is mild: never more than advice. */
  readonly mild?: boolean;
  readonly repairable: boolean;
  readonly message: Text;
  /** The shape step that mends it; then there is no repair of cells. */
  readonly step?: OfferedStep;
  /** SQL, true for the faulty values; `raw` and `clean` are expressions of the same cell. */
  readonly where: (raw: string, clean: string) => string;
}

/** What every check says of itself. Its severity and its ground are policy data: `check-policy.ts`. */
interface Described {
  readonly code: CheckCode;
  /** Two or three words for lists of findings and of repairs. */
  readonly title: Text;
  /** Why it matters, one or two sentences. */
  readonly why: Text;
  /** Absent only where no text of a readable length can show it. */
  readonly example?: CheckExample;
  /** Code of the shape step its findings offer. */
  readonly shapes?: string;
}

/** What is done with cells: looked for, mended. */
export interface CellDeed {
  readonly code: string;
  readonly title: Text;
  /** Counted by the scan for this check alone (forms of types are counted anyway). */
  readonly predicates: readonly Predicate[];
  readonly find: (column: ColumnFacts) => CellFault | null;
  /** Kinds of columns it is about, where others need not be asked; columns of geometry are asked only by checks that name them. */
  readonly kinds?: readonly ColumnKind[];
  /** SQL of the mended cell; the cell itself where there is nothing to mend. Applied twice it changes nothing more. */
  readonly repair?: (raw: string, clean: string, facts: RepairFacts) => string;
  /** The repair loses something, so it is done only when a person says so; the words of the button. */
  readonly asks?: Text;
  /** Code of the check whose finding this repair is one of the answers to; absent where it answers its own. */
  readonly answers?: CheckCode;
}

/** A check of cells: one file with its texts, predicate and repair. */
export interface CellCheck extends CellDeed, Described {
  readonly code: CheckCode;
  readonly answers?: never;
}

/** One of several repairs a person may choose from for the finding of another check. */
export interface CellAnswer extends CellDeed {
  readonly answers: CheckCode;
}

/** A finding before the policy has weighed it. */
export type Told = Omit<Finding, 'severity' | 'code'> & { readonly code: CheckCode; readonly mild?: boolean };

/**
 * SQL relation of the columns with these indexes (`c<index>`), and file_row_number.
 * @param rows a condition on file_row_number by which the caller chooses rows: others need not be worked out, and may be left out
 */
export type RelationOf = (columns: readonly number[], rows?: string) => string;

/** What a check of headers and rows is asked with. */
export interface TableFacts {
  readonly session: DuckSession;
  /** The table as it was read, with how its file was understood. */
  readonly table: TextTable;
  /** The Parquet of the table as a SQL literal. */
  readonly path: string;
  readonly rows: number;
  readonly headers: readonly string[];
  readonly columns: readonly ColumnFacts[];
  /** SQL relation of columns of the table after all safe repairs of cells, with file_row_number. */
  readonly mended: RelationOf;
  /** Columns whose cells those repairs change. */
  readonly repaired: ReadonlySet<number>;
  /** Columns that identify a row by themselves. */
  readonly identifier: readonly number[];
  /** Titles of columns a structure asks for: they may be empty. */
  readonly meant: ReadonlySet<string>;
}

/** A check of the table as a whole. */
export interface TableCheck extends Described {
  readonly find: (table: TableFacts) => Promise<Told[]>;
  /** Mended without asking, where its finding says so. */
  readonly mends?: true;
  readonly asks?: Text;
}
