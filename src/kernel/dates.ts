/** A calendar day as text, `YYYY-MM-DD` (ISO 8601). */
export type Day = string;

/** The time zone of every term and every date that a person sees. */
export const TIME_ZONE = 'Europe/Kyiv';

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** True for a whole day there is: `2026-02-31` is none, though a date made of it is one; nor is a day of the year 0, which the database has not. */
export function isDay(text: string): text is Day {
  const at = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(at) &&
    new Date(at).toISOString().startsWith(text) &&
    text >= '0001'
  );
}

/** The calendar day in Ukraine at that instant. */
export function dayOf(instant: Date): Day {
  return dayFormat.format(instant);
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day `months` later, or the last day of that month where it is shorter: 30.11.2026 and 3 months are 28.02.2027. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
