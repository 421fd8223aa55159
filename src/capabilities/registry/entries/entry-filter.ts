import type { Day } from '../../../kernel/dates.ts';
import { ENTRY_STATES, type EntryState, type RegistryEntry } from './entry.ts';

/** By which column a list is sorted; `-` before it: the other way round. */
export const ENTRY_ORDERS = [
  'title',
  '-title',
  'number',
  '-number',
  'holder',
  '-holder',
  'created',
  '-created',
  'size',
  '-size',
  'due',
  '-due',
] as const;
export type EntryOrder = (typeof ENTRY_ORDERS)[number];

/** Which entries; what is left out does not narrow. */
export interface EntryFilter {
  /** A unit with its units below. */
  readonly unitId?: string;
  /** A legal person with all its units. */
  readonly legalUnitId?: string;
  readonly state?: EntryState;
  /** Upper case, e.g. `CSV`. */
  readonly format?: string;
  /** Words of title, keywords and description in any form, or a part of the number. */
  readonly q?: string;
  /** Lacking one of the ten fields. */
  readonly incomplete?: boolean;
  /** As it was at the end of this day; left out: as it is now. */
  readonly on?: Day;
}

/** Entries with numbers over all that the filter leaves. */
export interface EntryList {
  readonly items: readonly RegistryEntry[];
  readonly total: number;
  /** How many of each state the filter leaves, the state itself left aside. */
  readonly states: Readonly<Partial<Record<EntryState, number>>>;
  /** Formats there are, for a choice. */
  readonly formats: readonly string[];
  /** Fields of the ten: how many are filled of how many that can be known. */
  readonly filled: number;
  readonly asked: number;
  /** The day the registry began: there is no state of an earlier one. Null: it holds nothing yet. */
  readonly begunOn: Day | null;
}

/** Retired numbers are told where somebody asks for them. */
export const SHOWN_STATES = ENTRY_STATES.filter((state) => state !== 'retired');
