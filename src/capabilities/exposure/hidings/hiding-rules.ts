import { dayOf, daysBetween } from '../../../kernel/dates.ts';
import { addWorkingDays } from '../../../language/working-days.ts';

const DAY_MS = 86_400_000;

/** Two people, or one and a detector. */
export function isEnoughToHide(reporters: number, detector: boolean): boolean {
  return reporters >= 2 || (reporters >= 1 && detector);
}

/** The same time of the next working day: a column is hidden no longer by itself. */
export function endOfHiding(now: Date): Date {
  const today = dayOf(now);
  return new Date(now.getTime() + daysBetween(today, addWorkingDays(today, 1)) * DAY_MS);
}
