import type { Actor } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/text.ts';
import type { ChecklistItem } from './checklist-rules.ts';
import type { ReturnReason } from './reasons.ts';

/** Before publication somebody decides; `after`: a trusted unit or a routine update was published at once and is looked at afterwards. */
export type SubmissionKind = 'before' | 'after';

/**
 * waiting → returned | approved | taken-back; approved → published | taken-back; `closed`: published by somebody who needed no approval, or the
 * dataset went another way. Scheduled is approved with `publishAt`.
 */
export type SubmissionState = 'waiting' | 'returned' | 'approved' | 'published' | 'taken-back' | 'closed';

/** Whether the data tell of people, as whoever submits them says. */
export const PERSONAL_DATA = ['none', 'closed', 'lawful'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number] | 'not-asked';

/** A draft given to be reviewed, frozen by its stamp. */
export interface Submission {
  readonly id: string;
  readonly datasetId: string;
  readonly unitId: string;
  /** Title of the dataset then. */
  readonly title: string;
  readonly kind: SubmissionKind;
  readonly state: SubmissionState;
  /** Digest of the draft as it was submitted; whatever changes it since makes the submission stale. */
  readonly stamp: string;
  /** Number of the version the public had; null: none. */
  readonly against: number | null;
  readonly checklist: readonly ChecklistItem[];
  readonly personalData: PersonalData;
  /** To the reviewer, in the submitter's words. */
  readonly note: string;
  readonly submittedBy: Actor;
  readonly submittedAt: Date;
  /** The last day of the reviewer's term. */
  readonly dueOn: Day;
  readonly decidedBy: Actor | null;
  readonly decidedAt: Date | null;
  readonly reasons: readonly ReturnReason[];
  readonly words: string;
  /** The same person submitted and approved, by the same list. */
  readonly selfCheck: boolean;
  /** When it is to be published; null: at once, or it was. */
  readonly publishAt: Date | null;
  /** When whoever submitted it asks for it to be published; null: as soon as it is approved. */
  readonly wantedAt: Date | null;
  /** Why the publication of an approved draft did not come about. */
  readonly failure: { readonly code: string; readonly text: Text } | null;
  readonly versionNumber: number | null;
}

/** True while somebody has to decide or a publication is to come. */
export function isOpen({ state }: Pick<Submission, 'state'>): boolean {
  return state === 'waiting' || state === 'approved';
}

/** An approved one that nobody approved: a publication planned where review is off. */
export function isPlannedFreely({ state, decidedBy }: Pick<Submission, 'state' | 'decidedBy'>): boolean {
  return state === 'approved' && decidedBy === null;
}

/** The instant asked for, where it is still to come. */
export function wantedInstant({ wantedAt }: Pick<Submission, 'wantedAt'>, now: Date): Date | null {
  return wantedAt !== null && wantedAt > now ? wantedAt : null;
}
