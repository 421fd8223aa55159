import { addDays, type Day, dayOf, TIME_ZONE } from '../../kernel/dates.ts';
import type { Schedule } from './source.ts';

const HOUR = 3_600_000;
/** After the first failure, the second, the third; ms. Then it waits for its time. */
const AGAIN_AFTER = [10 * 60_000, HOUR, 4 * HOUR] as const;
/** So many failures in a row are put up with before people are told. */
export const PATIENCE = AGAIN_AFTER.length;

const hourFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', hourCycle: 'h23' });

/** The instant of a day and hour by the clock of Kyiv; an hour the clock leaps over is the next one. */
function kyivInstant(day: Day, hour: number): Date {
  const utc = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  for (const ahead of [3, 2]) {
    const instant = new Date(utc - ahead * HOUR);
    if (dayOf(instant) === day && Number(hourFormat.format(instant)) === hour) return instant;
  }
  return new Date(utc - 2 * HOUR);
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isItsDay(schedule: Exclude<Schedule, { every: 'hours' }>, day: Day): boolean {
  if (schedule.every === 'day') return true;
  if (schedule.every === 'week') return weekdayOf(day) === schedule.weekday;
  const last = Number(addDays(`${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1).slice(8));
  return Number(day.slice(8)) === Math.min(schedule.day, last);
}

/** The first time of the schedule after an instant. */
export function nextTime(schedule: Schedule, after: Date): Date {
  if (schedule.every === 'hours') return new Date(after.getTime() + schedule.hours * HOUR);
  for (let day = dayOf(after), left = 64; left > 0; day = addDays(day, 1), left -= 1) {
    const at = kyivInstant(day, schedule.hour);
    if (at > after && isItsDay(schedule, day)) return at;
  }
  throw new Error('a schedule without a next time');
}

/** When to try again after so many failures in a row (1 is the first): soon at first, never later than the schedule says. */
export function retryTime(schedule: Schedule, failures: number, now: Date): Date {
  const regular = nextTime(schedule, now);
  const wait = AGAIN_AFTER[failures - 1];
  if (wait === undefined) return regular;
  return new Date(Math.min(regular.getTime(), now.getTime() + wait));
}
