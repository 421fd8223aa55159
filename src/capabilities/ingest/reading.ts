import type { Finding } from '../../kernel/finding.ts';
import type { Inspection, Recipe } from '../../tabular/inspection.ts';
import type { Progress, ReadingChoices, SheetInfo } from '../../tabular/text-table.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';

/**
 * Where the reading of an uploaded file is; moved along by the jobs, shown to the clerk as stages.
 * receiving → received → reading → checked → mending → ready; refused (bad file), failed (parked, our fault), cancelled.
 * `ready`: the typed table of the present recipe exists and can be published.
 */
export type ReadingState =
  | 'receiving'
  | 'received'
  | 'reading'
  | 'checked'
  | 'mending'
  | 'ready'
  | 'refused'
  | 'failed'
  | 'cancelled';

/** One uploaded file on its way to become a version of a resource. */
export interface Reading {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly state: ReadingState;
  readonly progress: Progress | null;
  readonly fileName: string;
  readonly size: number;
  readonly original: ObjectKey | null;
  readonly originalSha256: string | null;
  /** Ticked by the person: the original may be downloaded by anybody. */
  readonly originalPublic: boolean;
  readonly choices: ReadingChoices;
  /** How it was read: null until `checked`. */
  readonly source: {
    readonly format: string;
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly headerRow: number | null;
    readonly sheet: string | null;
    readonly sheets: readonly SheetInfo[];
    readonly headers: readonly string[];
  } | null;
  readonly inspection: Inspection | null;
  readonly recipe: Recipe;
  /** Text table as read, and after the recipe. */
  readonly textTable: ObjectKey | null;
  readonly mendedTable: ObjectKey | null;
  /** What the recipe did, and what is left after it. */
  readonly mended: { readonly inspection: Inspection; readonly counts: readonly { code: string; columnTitle: string | null; count: number }[]; readonly headers: readonly string[]; readonly removedColumns: readonly number[] } | null;
  /** Why it was refused or parked, for the clerk. */
  readonly refusal: Finding | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}
