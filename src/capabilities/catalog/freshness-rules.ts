import { addDays, type Day, dayOf, daysBetween } from '../../kernel/dates.ts';
import type { Frequency } from './passport.ts';
import { frequencyDays } from './themes.ts';

/** How a dataset keeps its promise of updates. Days are calendar days in Ukraine. */
export type Freshness =
  | { readonly kind: 'on-time'; readonly dueOn: Day }
  | { readonly kind: 'late'; readonly dueOn: Day; readonly days: number }
  /** Updated when something changes: there is no term to miss. */
  | { readonly kind: 'when-changed' }
  | { readonly kind: 'finished' }
  /** The passport does not say how often. */
  | { readonly kind: 'unknown' };

/** What freshness is told by; a card has it all. */
export interface Promised {
  readonly passport: { readonly frequency: Frequency | null };
  readonly resources: readonly { readonly kind: string }[];
  /** ISO 8601 instant. */
  readonly dataAsOf: string;
  /** Archived: nobody promises anything any more. */
  readonly archive?: object | null;
}

/** Late means: the day the data are true as of, plus the promised interval, is over. */
export function freshnessOf(promised: Promised, now: Date): Freshness {
  const { frequency } = promised.passport;
  if (promised.archive) return { kind: 'finished' };
  if (frequency === null) return { kind: 'unknown' };
  if (frequency === 'no longer updated') return { kind: 'finished' };
  const dueOn = updateDueOn(promised);
  if (dueOn === null) return { kind: 'when-changed' };
  const days = daysBetween(dueOn, dayOf(now));
  return days > 0 ? { kind: 'late', dueOn, days } : { kind: 'on-time', dueOn };
}

/**
 * The day the next update is due; null where there is no rhythm, and where the data are only at the address of an API elsewhere: they change
 * there at once (seed 003, п. 2.9), and nobody brings a file.
 */
export function updateDueOn({ passport, resources, dataAsOf, archive }: Promised): Day | null {
  if (archive) return null;
  const days = passport.frequency === null ? null : frequencyDays(passport.frequency);
  const elsewhere = resources.length > 0 && resources.every(({ kind }) => kind === 'link');
  return days === null || elsewhere ? null : addDays(dayOf(new Date(dataAsOf)), days);
}
