import type { Day } from '../../../kernel/dates.ts';

/** The working group on open data (робоча група): one at a time; an older one stays in the records. */
export interface WorkingGroup {
  readonly id: string;
  readonly name: string;
  /** The order that made it, in one line; empty: being prepared. */
  readonly order: string;
}

/** What somebody is in the group. */
export const PARTS = ['head', 'secretary', 'member'] as const;
export type Part = (typeof PARTS)[number];

export interface Member {
  readonly id: string;
  /** Somebody of the cabinet; null: from outside, e.g. of a civic organization. */
  readonly personId: string | null;
  readonly name: string;
  readonly post: string;
  readonly part: Part;
  readonly from: Day;
  /** The last day; null: a member now. */
  readonly to: Day | null;
}

/** A session of the group (засідання). */
export interface Sitting {
  readonly id: string;
  readonly groupId: string;
  /** 1, 2, 3 … within the group. */
  readonly number: number;
  readonly on: Day;
  readonly at: string;
  readonly place: string;
  /** A question a line. */
  readonly agenda: string;
  /** Markdown; empty until it was held. */
  readonly minutes: string;
  readonly held: boolean;
  /** Ids of members. */
  readonly present: readonly string[];
}

export interface SittingWish {
  readonly on: Day;
  readonly at: string;
  readonly place: string;
  readonly agenda: string;
}

/** What the group decided: a task of somebody, or a dataset to come. */
export interface Decision {
  readonly id: string;
  readonly sittingId: string;
  readonly position: number;
  readonly text: string;
  readonly responsibleId: string | null;
  readonly responsibleName: string;
  readonly dueOn: Day | null;
  readonly state: 'open' | 'done' | 'dropped';
  /** The planned dataset it became. */
  readonly datasetId: string | null;
  readonly closedAt: Date | null;
  readonly closedNote: string;
}

/** A decision with its session's number and day. */
export interface ListedDecision extends Decision {
  readonly sitting: { readonly number: number; readonly on: Day };
}

export interface DecisionWish {
  readonly text: string;
  /** Somebody of the cabinet: it becomes their task. */
  readonly responsibleId: string | null;
  /** Anybody else, in words. */
  readonly responsibleName: string;
  readonly dueOn: Day | null;
}
