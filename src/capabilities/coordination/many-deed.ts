import type { Text } from '../../kernel/text.ts';

/** What can be done to many datasets at once. */
export type ManyDeedKind = 'frequency' | 'assignment' | 'reminder' | 'approval';

/** What a deed changed, by name: `frequency`; `responsibleName`, `responsibleEmail`, `appointmentId`; `submissionId`. */
export type Changed = Readonly<Record<string, string | null>>;

/** What the deed did to one dataset. */
export interface ManyDeedItem {
  readonly datasetId: string;
  readonly title: string;
  readonly before: Changed;
  readonly after: Changed;
}

/** A dataset left as it was, and why. */
export interface LeftAlone {
  readonly datasetId: string;
  readonly title: string;
  readonly why: Text;
}

/** A deed done to many datasets in one transaction. */
export interface ManyDeed {
  readonly id: string;
  readonly kind: ManyDeedKind;
  /** Null for the system. */
  readonly doneBy: string | null;
  readonly doneByName: string;
  readonly doneAt: Date;
  readonly items: readonly ManyDeedItem[];
  readonly left: readonly LeftAlone[];
  readonly undoneAt: Date | null;
}

/** Datasets one deed may take at once. */
export const MOST_DATASETS = 500;

/** Between the approval of many and their publication, minutes: the time to undo it in. */
export const APPROVAL_MINUTES = 10;

/** Days a deed can be undone in. */
export const UNDO_DAYS = 7;
