import type { Text } from './text.ts';

/** `error` blocks publication, `warning` asks for a look, `advice` never blocks and is folded. */
export type Severity = 'error' | 'warning' | 'advice';

/** One place a finding was seen. `row` is the 1-based row of data as a person counts them (the header is not counted). */
export interface FindingPlace {
  readonly row: number;
  /** The cell as it was read; null where the whole row is meant. */
  readonly value: string | null;
  /** What the repair would write, where a repair exists. */
  readonly repaired?: string | null;
}

/** A step of a recipe that would mend what was found by changing the table's shape (see `tabular/shaping`). */
export interface OfferedStep {
  readonly code: string;
  readonly columnTitle: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A fault of data: a value, not an exception. Feeds the page, the API, the command line and the quality score alike. */
export interface Finding {
  /** Stable code of the check, e.g. `look-alike-letters`. */
  readonly code: string;
  readonly severity: Severity;
  /** 0-based index of the column in the text table; null where the finding is about rows or the whole file. */
  readonly column: number | null;
  /** Name of that column as the file has it. */
  readonly columnName: string | null;
  /** How many cells or rows, counted over the whole file. */
  readonly count: number;
  /** The first places, at most 20. */
  readonly places: readonly FindingPlace[];
  readonly message: Text;
  /** True where the system can mend all places without asking. */
  readonly repairable: boolean;
  /** The shape step that mends it, where there is one: taken by «mend all» where `repairable`, otherwise when a person says so. */
  readonly step?: OfferedStep;
}
