import type { Day } from '../../../kernel/dates.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';

/** One clause of a policy text. */
export interface PolicyClause {
  readonly id: string;
  /** «2.8»; of a section «2». */
  readonly number: string;
  /** A heading, or what the clause says. */
  readonly text: string;
  readonly heading: boolean;
  /** Codes of terms the clause promises, in the order they stand in it. */
  readonly terms: readonly string[];
}

/** The kind of effect by which an order approves a version. */
export const POLICY_EFFECT = 'policy';

/** Чернетка → до затвердження → чинна → не діє. */
export type PolicyVersionState = 'draft' | 'ready' | 'approved' | 'ended';

/** One edition of the text; an approved one is never changed. */
export interface PolicyVersion {
  readonly id: string;
  readonly policyId: string;
  readonly number: number;
  readonly state: PolicyVersionState;
  readonly clauses: readonly PolicyClause[];
  readonly madeAt: Date;
  /** The day its order puts it in force. */
  readonly approvedOn: Day | null;
  readonly endedOn: Day | null;
}

/** A text the community lives by: «Положення про відкриті дані». */
export interface Policy {
  readonly id: string;
  readonly title: string;
  /** When it is to be looked over again; null: before its first approval. */
  readonly reviewOn: Day | null;
}

/** A remark on a clause of a version. */
export interface PolicyComment {
  readonly id: string;
  readonly versionId: string;
  readonly clauseId: string;
  readonly byName: string;
  readonly text: string;
  readonly at: Date;
  readonly resolvedAt: Date | null;
}

/**
 * A term the system itself works by, which the text should say too: the port by which the policy reads settings of others. Filled in
 * app/policy-terms.ts.
 */
export interface PolicyTerm {
  readonly code: string;
  readonly title: Text;
  /** Path of the page where it is set; of the law's own terms the page of norms. */
  readonly place: string;
  /** Working days. */
  days(ctx: Context): Promise<number>;
}

/** A term of the text beside the term of the settings. */
export interface TermComparison {
  readonly clause: PolicyClause;
  readonly term: PolicyTerm;
  /** What the text says; null: the clause names no number of days. */
  readonly inText: number | null;
  readonly inSettings: number;
}
