/** What a deed was done to: a dataset, a unit, a person, the community … */
export interface HistorySubject {
  /** `dataset`, `unit`, `person`, `community`, `resource`, `version` … */
  readonly kind: string;
  readonly id: string;
  /** How it was called then, so that the entry reads well after a rename. */
  readonly name?: string;
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

/** One line of the history: who, when, what. Never changed, never removed. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: {
    readonly kind: 'person' | 'token' | 'system' | 'visitor';
    readonly id: string | null;
    readonly name: string;
  };
  readonly deed: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly note: string;
}

/** Which entries to list; what is left out does not narrow. Days are of Ukraine, both ends included. */
export interface HistoryFilter {
  readonly subjectId?: string;
  readonly subjectKind?: string;
  readonly actorId?: string;
  readonly fromDay?: string;
  readonly toDay?: string;
}
