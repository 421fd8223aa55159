import type { Answer, Mandate } from './mandate.ts';

/** What can be done to the duties of units, and taken back. */
export type MandateDeedKind = 'assigned' | 'unassigned' | 'decided' | 'answered';

/** One record that a deed changed: how it was and how it became; null: not there. */
export type DeedStep =
  | { readonly what: 'mandate'; readonly before: Mandate | null; readonly after: Mandate | null }
  | { readonly what: 'answer'; readonly before: Answer | null; readonly after: Answer | null };

/** A deed with all it changed, in one transaction. */
export interface MandateDeed {
  readonly id: string;
  readonly kind: MandateDeedKind;
  readonly doneAt: Date;
  /** Id of the person, or what else did it. */
  readonly doneBy: string;
  readonly doneByName: string;
  readonly steps: readonly DeedStep[];
  readonly undoneAt: Date | null;
}

/** Days a deed can be undone in. */
export const UNDO_DAYS = 7;

/** Records one deed may change at once. */
export const MOST_STEPS = 2000;
