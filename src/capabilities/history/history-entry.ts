/** What a deed was done to: a dataset, a unit, a person, the community … */
export interface HistorySubject {
  /** `dataset`, `unit`, `person`, `community`, `resource`, `version` … */
  readonly kind: string;
  readonly id: string;
  /** How it was called then, so that the entry reads well after a rename. */
  readonly name?: string;
  /** Whose it was then: those who may read the history of that unit see the entry. */
  readonly unitId?: string | null;
}

/** What a use case tells the history. Never cell values, passwords or tokens. */
export interface HistoryRecord {
  /** Stable code `<noun>.<verb in the past tense>`, e.g. `unit.created`; its words are in deed-names.ts. */
  readonly deed: string;
  readonly subject: HistorySubject;
  /** The state before and after, as plain JSON: passports, rights, settings only. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** A reason or an order, in the person's own words. */
  readonly note?: string;
}

/** Kinds of ways a deed comes by; '' where it is not known: entries of older releases. */
export type HistoryVia = 'page' | 'api' | 'token' | 'command' | 'job' | '';

/** Kinds of those who do deeds. */
export type HistoryActorKind = 'person' | 'system' | 'visitor' | 'guest' | 'token';

/** One line of the history: who, when, from where, what. Only its content (before, after, note, address) can ever be erased. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: { readonly kind: HistoryActorKind; readonly id: string | null; readonly name: string };
  readonly deed: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly unitId: string | null;
  readonly via: HistoryVia;
  /** Network address of who did it; null for visitors (nothing of theirs is kept), jobs and commands. */
  readonly address: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly note: string;
  /** True where the content was erased; an entry `history.erased` about this one says by whom and why. */
  readonly erased: boolean;
}

/** An entry with its place in the chain. */
export interface SealedEntry extends HistoryEntry {
  /** 1 for the first. */
  readonly position: number;
  /** Chain value in hexadecimal: SHA-256 over the value before and this entry's digest. */
  readonly chain: string;
}

/** Which entries to list; what is left out does not narrow. Days are of Ukraine, both ends included. */
export interface HistoryFilter {
  readonly subjectId?: string;
  readonly subjectKind?: string;
  readonly actorId?: string;
  /** What the person did, and what was done to their rights. */
  readonly personId?: string;
  readonly deed?: string;
  readonly fromDay?: string;
  readonly toDay?: string;
  /** Words of names (of the subject and of who did it), in any form; all must be there. */
  readonly q?: string;
  /** Only of these units and datasets; left out: of all. */
  readonly within?: { readonly unitIds: readonly string[]; readonly datasetIds: readonly string[] };
}

/** One page of a list; `next` goes on after its last entry, null at the end. */
export interface HistoryPage {
  readonly items: readonly HistoryEntry[];
  readonly next: string | null;
  /** How many match in all, counted up to `MOST_COUNTED`. */
  readonly total: number;
}
