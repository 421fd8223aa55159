import { type Day, dayOf, daysBetween } from '../../kernel/dates.ts';
import type { FieldFault } from '../../kernel/errors.ts';
import type { DatasetPromise } from './promise.ts';

/** How a promise stands today, in calendar days. */
export type PromiseStanding =
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'kept-in-time' }
  | { readonly kind: 'kept-late'; readonly days: number }
  | { readonly kind: 'dropped' };

/** A promise is overdue from the day after its term, and stays late when it is kept after it. */
export function standingOf(promise: Pick<DatasetPromise, 'state' | 'dueOn' | 'keptAt'>, now: Date): PromiseStanding {
  if (promise.state === 'dropped') return { kind: 'dropped' };
  const end = promise.keptAt ? dayOf(new Date(promise.keptAt)) : dayOf(now);
  const late = daysBetween(promise.dueOn, end);
  if (promise.state === 'kept') return late > 0 ? { kind: 'kept-late', days: late } : { kind: 'kept-in-time' };
  return late > 0 ? { kind: 'overdue', days: late } : { kind: 'ahead', days: daysBetween(end, promise.dueOn) };
}

/** A new term is a day that can still be kept. */
export function termFaults(dueOn: Day, now: Date): FieldFault[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(dueOn) && dueOn >= dayOf(now)) return [];
  const text = {
    uk: 'Вкажіть день, до якого набір оприлюднять: сьогодні або пізніше.',
    en: 'Give the day the dataset will be published by: today or later.',
  };
  return [{ field: 'dueOn', text }];
}
