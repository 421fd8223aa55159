import type { Condition, Decision, Way } from '../decisions/decision.ts';

/** What of the register is asked for; what is left out is not asked. */
export interface RegisterFilter {
  readonly unitId?: string;
  readonly way?: Way;
  readonly condition?: Condition;
  readonly state?: Decision['state'];
  /** Only decisions whose day of review has come. */
  readonly due?: boolean;
}

/** One decision as the register shows it. */
export interface RegisterLine extends Decision {
  readonly unitId: string | null;
  readonly datasetTitle: string;
  /** Who took it back and when; null while it stands or where another took its place. */
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}
