import type { Text } from '../../kernel/text.ts';
import type { Passport } from './passport.ts';

/** One element that a row changes, as text of the table. */
export interface SheetChange {
  readonly field: keyof Passport;
  /** The column's name. */
  readonly name: Text;
  readonly before: string;
  readonly after: string;
}

/** A fault of one cell, or of the row where no column is named. */
export interface SheetFault {
  readonly column: Text | null;
  readonly text: Text;
}

/** What one row of a given table asks for. */
export interface SheetRow {
  /** As the spreadsheet counts: the heading is row 1. */
  readonly row: number;
  readonly kind: 'changed' | 'new' | 'faulty';
  /** Null for a new dataset. */
  readonly datasetId: string | null;
  readonly number: string;
  readonly title: string;
  readonly unitId: string | null;
  /** New ones: the day it is promised for; null makes a draft. */
  readonly plannedOn: string | null;
  /** Somebody changed the dataset after the table was taken. */
  readonly meanwhile: boolean;
  readonly changes: readonly SheetChange[];
  /** The elements to write, and marks of what they were when compared. */
  readonly typed: Partial<Passport>;
  readonly seen: Readonly<Partial<Record<keyof Passport, string>>>;
  readonly faults: readonly SheetFault[];
}

/** A table that was given back, compared with what there is. */
export interface PassportSheet {
  readonly id: string;
  readonly fileName: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Rows that ask for something, in the order of the table. */
  readonly rows: readonly SheetRow[];
  /** Rows that change nothing. */
  readonly same: number;
  /** Headings that name no element: what stands below them is not read. */
  readonly unknown: readonly string[];
  readonly appliedAt: Date | null;
  /** After it was applied: what can be taken back; null before, and after it was taken back. */
  readonly replaced: readonly Replaced[] | null;
}

/** What applying wrote: a dataset's elements as they were and marks of what they became; or a dataset that was made. */
export interface Replaced {
  readonly datasetId: string;
  readonly made: boolean;
  readonly before: Partial<Passport>;
  readonly written: Readonly<Partial<Record<keyof Passport, string>>>;
}

/** The most rows of one table. */
export const MOST_SHEET_ROWS = 10_000;
