import type { Day } from '../../kernel/dates.ts';
import type { FactKindCode } from './fact-kinds.ts';
import type { ProofCode } from './proofs.ts';

/** A fact that happened and what it proves, as it was then. Nobody types it and nobody changes it. */
export interface Evidence {
  readonly id: string;
  readonly kind: FactKindCode;
  /** Of the fact itself: the entry of the history that tells of it. Once for each kind. */
  readonly factId: string;
  /** What it was about: the dataset, the person, the order. */
  readonly title: string;
  readonly day: Day;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Whose; null: the community's. */
  readonly unitId: string | null;
  readonly doneBy: string;
  /** Frozen: what the fact said when it happened. */
  readonly snapshot: Readonly<Record<string, unknown>>;
  /** Where it can be seen, without the language; null: nowhere by itself. */
  readonly address: string | null;
  /** Anybody may know of it. */
  readonly public: boolean;
  readonly proves: readonly ProofCode[];
  /** When the deed was undone; null: it stands. */
  readonly takenBackAt: Date | null;
}

/** What a list of evidence is narrowed by; days of Ukraine, both ends included. */
export interface EvidenceFilter {
  readonly kind?: string;
  readonly proves?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** Finds where subjects can be seen, by their ids; a port, since evidence knows nobody's pages. */
export type AddressesOf = (
  subjects: readonly { readonly kind: string; readonly id: string }[],
) => Promise<ReadonlyMap<string, string>>;
