import { type Frequency, frequencyDays } from '../../capabilities/catalog/index.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../kernel/dates.ts';

/** How a dataset keeps its promise of updates. Days are calendar days in Ukraine. */
export type Freshness =
  | { readonly kind: 'on-time'; readonly dueOn: Day }
  | { readonly kind: 'late'; readonly dueOn: Day; readonly days: number }
  /** Updated when something changes: there is no term to miss. */
  | { readonly kind: 'when-changed' }
  | { readonly kind: 'finished' }
  /** The passport does not say how often. */
  | { readonly kind: 'unknown' };

/**
 * Late means: the day the data are true as of, plus the promised interval, is over.
 * @param dataAsOf ISO 8601 instant
 */
export function freshnessOf(frequency: Frequency | null, dataAsOf: string, now: Date): Freshness {
  if (frequency === null) return { kind: 'unknown' };
  if (frequency === 'no longer updated') return { kind: 'finished' };
  const interval = frequencyDays(frequency);
  if (interval === null) return { kind: 'when-changed' };
  const dueOn = addDays(dayOf(new Date(dataAsOf)), interval);
  const days = daysBetween(dueOn, dayOf(now));
  return days > 0 ? { kind: 'late', dueOn, days } : { kind: 'on-time', dueOn };
}
