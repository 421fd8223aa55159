import type { z } from 'zod';
import type { Text } from '../../kernel/text.ts';
import type { DuckRow } from '../../platform/duckdb/duckdb.ts';

/** A table on its way through shape steps: a SQL relation of text columns c0 … in the order of the file, and their headers. */
export interface ShapedRelation {
  /** Parenthesised SELECT with exactly the columns c0 … c(n−1); an empty cell is NULL. */
  readonly sql: string;
  /** Headers as they stand now; '' where a header cell is empty. */
  readonly headers: readonly string[];
}

/** What a step is carried out on. */
export interface ShapeWork extends ShapedRelation {
  /** Asks a small question of the relation, e.g. how many rows a condition finds. */
  readonly ask: (sql: string) => Promise<DuckRow[]>;
}

/** A step carried out. Nothing is written yet: relations of all steps are put into one another and written once. */
export interface ShapeChange extends ShapedRelation {
  /** Rows, cells or columns changed, whichever the step's words speak of; 0 = nothing to do in this table. */
  readonly count: number;
}

/** A step whose columns the table does not have: told to the person, the table goes on as it was. */
export interface ShapeMiss {
  readonly missing: readonly string[];
}

/**
 * A change of the table's shape: one file a step. Carried out right after reading, before the inspection, so everything after it knows only
 * the shaped table. Parameters are data a person may change, so they are parsed each time; columns are named by titles, never by place, and no
 * row by its number, so that the step serves the next file too.
 */
export interface ShapeStep<P> {
  /** Stable code, begins with `shape-`. */
  readonly code: string;
  /** Two or three words for lists. */
  readonly title: Text;
  /** What the button says that accepts it: «Прибрати підсумкові рядки». */
  readonly deed: Text;
  readonly parameters: z.ZodType<P>;
  /** «прибрано рядки з підсумками за стовпцем «Назва»»: what the step does, for the recipe read as sentences. Begins in lower case. */
  readonly describe: (parameters: P) => Text;
  /** Streams: no sort, no join of the whole table, so that the order of rows and flat memory hold. */
  readonly apply: (table: ShapeWork, parameters: P) => Promise<ShapeChange | ShapeMiss>;
}

/** A step whose parameters are JSON that nobody has read yet. */
export interface AnyShapeStep {
  readonly code: string;
  readonly title: Text;
  readonly deed: Text;
  /** Null where the parameters are right, else why not (for the log and programs). */
  readonly faultOf: (parameters: unknown) => string | null;
  /** Throws on wrong parameters. */
  readonly describe: (parameters: unknown) => Text;
  /** Throws on wrong parameters. */
  readonly apply: (table: ShapeWork, parameters: unknown) => Promise<ShapeChange | ShapeMiss>;
}

/** A step as the list keeps it, its parameters read by its schema. */
export function defineShape<P>(step: ShapeStep<P>): AnyShapeStep {
  return {
    code: step.code,
    title: step.title,
    deed: step.deed,
    faultOf: (parameters) => step.parameters.safeParse(parameters).error?.message ?? null,
    describe: (parameters) => step.describe(step.parameters.parse(parameters)),
    apply: (table, parameters) => step.apply(table, step.parameters.parse(parameters)),
  };
}
