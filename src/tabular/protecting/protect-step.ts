import type { z } from 'zod';
import type { Text } from '../../kernel/text.ts';
import type { DuckRow } from '../../platform/duckdb/duckdb.ts';
import type { DetectorCode } from '../detectors/sign.ts';
import type { ShapedRelation } from '../shaping/shape-step.ts';

/** What a protection is carried out on: a relation of text cells, mended already. */
export interface ProtectWork extends ShapedRelation {
  /** Columns the step is for: several where several have its title; empty where it names none. */
  readonly places: readonly number[];
  /** Places of the columns with a title; empty where there is none. */
  readonly placesOf: (title: string) => readonly number[];
  /** Asks a small question of the relation. */
  readonly ask: (sql: string) => Promise<DuckRow[]>;
  /** Makes something of the session, such as a temporary table of group sizes. */
  readonly run: (sql: string) => Promise<void>;
  /** A name nothing of the session has yet. */
  readonly freshName: () => string;
}

/** A protection carried out. Nothing is written yet: all of them are put into one another and written once. */
export interface ProtectChange {
  /** SQL of the new cells by column, over the cells as they stood before the step. */
  readonly cells?: ReadonlyMap<number, string>;
  /** The whole relation anew, with the same columns; `cells` is passed by then. */
  readonly sql?: string;
  /** Columns that leave the table. Their cells are emptied besides, so that the written file has none of them. */
  readonly removed?: readonly number[];
  /** Cells or rows changed. */
  readonly count: number;
  /** Titles of columns the step needs and the table does not have. It stops publication: the column may have come under another title. */
  readonly missing?: readonly string[];
}

/**
 * One way to keep personal data from leaving: one file a step, carried out after repairs of cells. What a step cannot understand it empties, never
 * passes on. Deterministic; no order of rows is changed; neither values nor the key stand in any sentence or error.
 */
export interface ProtectStep<P> {
  /** Stable code, begins with `protect-`. */
  readonly code: string;
  /** Two or three words for lists. */
  readonly title: Text;
  /** What the button says that chooses it. */
  readonly deed: Text;
  readonly parameters: z.ZodType<P>;
  /** The parameters as the reference tells them: «`to`: year, decade». */
  readonly shape: string;
  /** Whether the step is for one column, named by the step, for the table, or for either. */
  readonly of: 'column' | 'table' | 'either';
  /** It reads or writes columns beside its own. */
  readonly beside?: true;
  /** It needs to see all rows at once, so it cannot be done to a few rows alone. */
  readonly wholeTable?: true;
  /**
   * What a detector may still see in the cells it wrote, though by their very form they hold it only in general: a year is no birth date. Every cell of the
   * column was written by the step, so nothing else of that code can stand there.
   */
  readonly leaves?: DetectorCode;
  /** It is of no use without the key. */
  readonly keyed?: true;
  /** «залишено тільки рік»: what the step does; begins in lower case, the column is named by who shows it. */
  readonly describe: (parameters: P) => Text;
  readonly apply: (work: ProtectWork, parameters: P) => Promise<ProtectChange>;
}

/** A step whose parameters are JSON that nobody has read yet. */
export interface AnyProtectStep extends Omit<ProtectStep<unknown>, 'parameters'> {
  /** Null where the parameters are right, else why not (for the log and programs). */
  readonly faultOf: (parameters: unknown) => string | null;
  /** The parameters as read, defaults filled in. Throws on wrong ones. */
  readonly read: (parameters: unknown) => unknown;
}

/** A step as the list keeps it, its parameters read by its schema. */
export function defineProtection<P>({ parameters, describe, apply, ...step }: ProtectStep<P>): AnyProtectStep {
  return {
    ...step,
    faultOf: (given) => parameters.safeParse(given).error?.message ?? null,
    read: (given) => parameters.parse(given),
    describe: (given) => describe(parameters.parse(given)),
    apply: (work, given) => apply(work, parameters.parse(given)),
  };
}

/** The same new cell for every column of a step, counted where it differs. @param cell SQL of a cell → SQL of what stands there after */
export async function everyCell(work: ProtectWork, cell: (value: string) => string): Promise<ProtectChange> {
  const cells = new Map(work.places.map((place) => [place, cell(`c${place}`)]));
  const changed = [...cells].map(([place, sql]) => `count(*) FILTER (WHERE c${place} IS DISTINCT FROM (${sql}))`);
  const [row] = await work.ask(`SELECT ${changed.join(' + ') || '0'} AS n FROM ${work.sql}`);
  return { cells, count: Number(row?.n ?? 0) };
}
