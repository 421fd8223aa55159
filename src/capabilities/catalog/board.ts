import type { Day } from '../../kernel/dates.ts';
import type { DatasetState, ResourceKind } from './dataset.ts';
import type { Frequency } from './passport.ts';

/** How a published dataset stands to its term. `soon`: due within a week; `none`: no rhythm, or not published. */
export const BOARD_TERMS = ['late', 'soon', 'on-time', 'none'] as const;
export type BoardTerm = (typeof BOARD_TERMS)[number];

/** Days before its term that a dataset counts as «скоро строк» (governance G4). */
export const SOON_DAYS = 7;

/** Which datasets a look over many units asks for; what is left out does not narrow. */
export interface BoardFilter {
  /** Units meant, with those below named too. */
  readonly unitIds?: readonly string[];
  readonly state?: DatasetState;
  readonly term?: BoardTerm;
  readonly frequency?: Frequency;
  /** E-mail of the responsible person. */
  readonly responsible?: string;
  /** Words of the title in any form, or a part of the identification number. */
  readonly q?: string;
  /** Just these. */
  readonly ids?: readonly string[];
}

/** A dataset as the board shows it: a line, not the whole passport. */
export interface BoardRow {
  readonly id: string;
  readonly number: string;
  readonly slug: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: DatasetState;
  readonly frequency: Frequency | null;
  readonly responsibleName: string;
  readonly responsibleEmail: string;
  /** Null where no term runs. */
  readonly dueOn: Day | null;
  /** ISO 8601 instant the published data are true as of; null for what was never published. */
  readonly dataAsOf: string | null;
  /** Of a suspended one: when the decision is looked at again. */
  readonly reviewOn: Day | null;
  readonly changedAt: Date;
  /** How many of the things the law asks the passport still lacks. */
  readonly missing: number;
  /** In the order of the page. */
  readonly resources: readonly { readonly id: string; readonly kind: ResourceKind; readonly hasFields: boolean }[];
}

/** How many there are of each, over everything the filter leaves but the term and the state. */
export interface BoardCounts {
  readonly terms: Readonly<Record<BoardTerm, number>>;
  readonly states: Readonly<Partial<Record<DatasetState, number>>>;
}
