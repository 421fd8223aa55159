import type { Day } from '../../../kernel/dates.ts';
import type { ObjectKey } from '../../../platform/objects/object-store.ts';

/** «Станом на … підтверджую»: somebody said that the registry of a unit with its units below is true, and a file of it was frozen. */
export interface Confirmation {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly day: Day;
  readonly personName: string;
  /** By a one-time link, without an account. */
  readonly byLink: boolean;
  readonly madeAt: Date;
  readonly entries: number;
  /** Fields of the ten: filled of those that can be known. */
  readonly filled: number;
  readonly asked: number;
  readonly file: { readonly key: ObjectKey; readonly sha256: string; readonly size: number };
}

/** How the registry of a unit (without those below) stands. */
export interface UnitStanding {
  readonly unitId: string;
  readonly unitName: string;
  readonly entries: number;
  readonly filled: number;
  readonly asked: number;
  /** Entries that lack a field. */
  readonly incomplete: number;
  /** Entries confirmed within the last twelve months. */
  readonly confirmed: number;
}
