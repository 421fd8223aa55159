import type { Day } from '../../../kernel/dates.ts';

/** Why a unit publishes nothing by an item: it does not hold such data, or there is nothing of the kind in the community. */
export const DECISION_KINDS = ['not-held', 'not-applicable'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What somebody answered for; it holds until the day of its review. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly reason: string;
  /** Name and post of who confirmed it. */
  readonly confirmedBy: string;
  readonly confirmedOn: Day;
  readonly nextReview: Day;
  /** The order that carries it; empty: none named. */
  readonly orderLine: string;
}

/** A unit must publish what an item of a list is about. */
export interface Mandate {
  readonly line: string;
  readonly unitId: string;
  /** ISO 8601 instant. */
  readonly assignedAt: string;
  readonly decision: Decision | null;
}

/** What somebody said of a dataset and an item beside the ground in the passport: it answers it, or it does not and is offered no more. */
export interface Answer {
  readonly line: string;
  readonly datasetId: string;
  readonly answers: boolean;
  /** ISO 8601 instant. */
  readonly saidAt: string;
  readonly saidBy: string;
}

/** True from the day after its review was due: such a decision excuses nothing any more. */
export function hasLapsed({ nextReview }: Decision, today: Day): boolean {
  return nextReview < today;
}
