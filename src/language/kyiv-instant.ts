import { TIME_ZONE } from '../kernel/dates.ts';

const offsets = new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });

/** The offset of Kyiv at an instant, ms. */
function offsetAt(instant: Date): number {
  const name = offsets.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The wall clock in Kyiv at an instant, as `<input type="datetime-local">` takes it: `2026-12-01T09:30`. */
export function kyivWallClock(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant)).toISOString().slice(0, 16);
}

/**
 * The instant of a wall clock in Kyiv, as `<input type="datetime-local">` writes it: `2026-12-01T09:30`. An hour that the spring change skips is
 * taken as the one after it. An invalid date where the text is no time.
 */
export function kyivInstant(local: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return new Date(Number.NaN);
  const wall = new Date(`${local}Z`);
  if (Number.isNaN(wall.getTime())) return wall;
  const guess = new Date(wall.getTime() - offsetAt(wall));
  return new Date(wall.getTime() - offsetAt(guess));
}
