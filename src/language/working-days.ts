import { addDays, type Day } from '../kernel/dates.ts';
import facts from './facts/working-days.json';

/** While it is in force there are no public holidays and no transfers: every Monday to Friday is a working day. `to` is its last day. */
export interface MartialLaw {
  readonly from: Day;
  readonly to: Day | null;
}

/** What the law says today; a setting of the community may replace it when it ends. */
export const MARTIAL_LAW: MartialLaw = facts.martialLaw;

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6;

function underMartialLaw(day: Day, law: MartialLaw | null): boolean {
  return law !== null && day >= law.from && (law.to === null || day <= law.to);
}

/** The public holidays of a year, in order (КЗпП, ст. 73). */
export function holidaysOf(year: number): Day[] {
  const easter = (facts.easter as Readonly<Record<string, Day>>)[String(year)];
  const movable = easter === undefined ? [] : [easter, addDays(easter, facts.trinityDaysAfterEaster)];
  return [...facts.fixed.map((date) => `${year}-${date}`), ...movable].sort();
}

/** Days off moved to from holidays that fall on a weekend: the next day after it that is neither (ст. 67). */
function transferredDays(year: number): Set<Day> {
  const holidays = holidaysOf(year);
  const transferred = new Set<Day>();
  for (const holiday of holidays.filter(isWeekend)) {
    let day = holiday;
    while (isWeekend(day) || holidays.includes(day) || transferred.has(day)) day = addDays(day, 1);
    transferred.add(day);
  }
  return transferred;
}

/** Whether people work on that day. */
export function isWorkingDay(day: Day, martialLaw: MartialLaw | null = MARTIAL_LAW): boolean {
  if (isWeekend(day)) return false;
  if (underMartialLaw(day, martialLaw)) return true;
  const year = Number(day.slice(0, 4));
  return !holidaysOf(year).includes(day) && !transferredDays(year).has(day);
}

/** The last day of a term of `days` working days; the term counts from the day after the event. */
export function addWorkingDays(day: Day, days: number, martialLaw: MartialLaw | null = MARTIAL_LAW): Day {
  let end = day;
  for (let left = days; left > 0; ) {
    end = addDays(end, 1);
    if (isWorkingDay(end, martialLaw)) left -= 1;
  }
  return end;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, martialLaw: MartialLaw | null = MARTIAL_LAW): number {
  if (to < from) return -workingDaysBetween(to, from, martialLaw);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, martialLaw)) count += 1;
  return count;
}
