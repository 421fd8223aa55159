import type { Text } from '../../kernel/text.ts';
import type { ColumnFacts } from '../checks/check.ts';
import type { Predicate } from '../scan/predicate.ts';
import type { DetectorCode, Whose } from './sign.ts';

/** What a detector says of one column. */
export interface Judgement {
  /** Cells with it, over the whole table. */
  readonly count: number;
  /** 0–1. */
  readonly confidence: number;
  /** Without values of cells. */
  readonly why: Text;
  /** Said only where the detector itself knows; otherwise `whose-of.ts` decides. */
  readonly whose?: Whose;
  /** SQL, true for the cells meant; `raw` and `clean` are expressions of the same cell. */
  readonly where: (raw: string, clean: string) => string;
}

/** A cell that is most likely of a person whatever stands in the rest of its column: asked of rows that come without a file. */
export interface AloneQuestion {
  /** SQL, true for such a cell. */
  readonly value: (raw: string, clean: string) => string;
  /**
   * SQL, true for cells of the same form, of a person or not: where the column has many of them and few are of a person by the sum, the sum is a
   * chance. Absent: there is no sum, and only such cells that stand in the column already, and nobody took for a person's, make one ordinary.
   */
  readonly form?: (raw: string, clean: string) => string;
  /** Cells of the form that are many; ten where nothing is said. */
  readonly many?: number;
  /** Many rows are a column of their own: there it is not asked. */
  readonly ofFew?: true;
  readonly why: Text;
}

/**
 * Looks for one sort of personal data in every value of every column: one file a detector. Its predicates are counted in the one scan, exactly;
 * what they found is judged by the whole column and the columns beside it.
 */
export interface Detector {
  readonly code: DetectorCode;
  /** «Податковий номер (РНОКПП)»: for lists and reports. */
  readonly title: Text;
  /** Why it must not leave without a ground, one or two sentences. */
  readonly harm: Text;
  readonly group: 'identifier' | 'contact' | 'name' | 'place' | 'special' | 'text';
  readonly predicates: readonly Predicate[];
  /** Null where the column has none of it. `beside`: all columns of the table, this one too. */
  readonly judge: (column: ColumnFacts, beside: readonly ColumnFacts[]) => Judgement | null;
  /** What of it one cell tells by itself; null where the column is of something else. */
  readonly alone?: (column: ColumnFacts, beside: readonly ColumnFacts[]) => AloneQuestion | null;
}
