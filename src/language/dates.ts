import { type Day, dayOf, daysBetween, TIME_ZONE } from '../kernel/dates.ts';
import type { Language } from '../kernel/text.ts';
import { plural, pluralEnglish } from './plural.ts';

const MONTHS = {
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });

/** A day in words: «12 жовтня 2026», "12 October 2026". An instant is taken as the day in Ukraine. */
export function dayInWords(day: Day | Date, language: Language): string {
  const [year = '', month = '', date = ''] = (typeof day === 'string' ? day.slice(0, 10) : dayOf(day)).split('-');
  const name = MONTHS[language][Number(month) - 1];
  return name === undefined ? `${day}` : `${Number(date)} ${name} ${Number(year)}`;
}

const MONTHS_ALONE =
  'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень'.split(' ');

/** A month in words: «березень 2027», "March 2027". @param month `2027-03` */
export function monthInWords(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  const names = language === 'uk' ? MONTHS_ALONE : MONTHS.en;
  return `${names[Number(number) - 1] ?? month} ${year}`;
}

/** Day and time in Ukraine: «12 жовтня 2026, 14:05», "12 October 2026, 14:05". */
export function dateTimeInWords(instant: Date, language: Language): string {
  return `${dayInWords(instant, language)}, ${timeOfDay(instant)}`;
}

/** The time of the day in Ukraine, `14:05`. */
export function timeOfDay(instant: Date): string {
  return timeFormat.format(instant);
}

type Span = { readonly n: number; readonly uk: string; readonly en: string };

function span(n: number, uk: readonly [string, string, string], en: readonly [string, string]): Span {
  return { n, uk: plural(n, ...uk), en: pluralEnglish(n, ...en) };
}

function spanOfDays(days: number): Span {
  if (days < 14) return span(days, ['день', 'дні', 'днів'], ['day', 'days']);
  if (days < 60) return span(Math.floor(days / 7), ['тиждень', 'тижні', 'тижнів'], ['week', 'weeks']);
  if (days < 365) return span(Math.floor(days / 30.44), ['місяць', 'місяці', 'місяців'], ['month', 'months']);
  return span(Math.floor(days / 365), ['рік', 'роки', 'років'], ['year', 'years']);
}

function spanOfMinutes(minutes: number): Span {
  if (minutes < 60) return span(minutes, ['хвилину', 'хвилини', 'хвилин'], ['minute', 'minutes']);
  return span(Math.floor(minutes / 60), ['годину', 'години', 'годин'], ['hour', 'hours']);
}

function withDirection(part: Span, past: boolean, language: Language): string {
  if (language === 'uk') return past ? `${part.n} ${part.uk} тому` : `через ${part.n} ${part.uk}`;
  return past ? `${part.n} ${part.en} ago` : `in ${part.n} ${part.en}`;
}

/**
 * How long ago or how soon, as people say it: «щойно», «5 хвилин тому», «учора», «3 дні тому», «через 2 тижні».
 * Days are calendar days in Ukraine; within one day hours and minutes are told.
 */
export function relativeTime(instant: Date, now: Date, language: Language): string {
  const days = daysBetween(dayOf(instant), dayOf(now));
  const minutes = Math.round((now.getTime() - instant.getTime()) / 60_000);
  if (days === 0) {
    if (Math.abs(minutes) < 1) return language === 'uk' ? 'щойно' : 'just now';
    return withDirection(spanOfMinutes(Math.abs(minutes)), minutes > 0, language);
  }
  return relativeDay(dayOf(instant), dayOf(now), language);
}

/** The same for whole days: «сьогодні», «завтра», «3 дні тому», «через 5 днів». */
export function relativeDay(day: Day, today: Day, language: Language): string {
  const days = daysBetween(day, today);
  if (days === 0) return language === 'uk' ? 'сьогодні' : 'today';
  if (days === 1) return language === 'uk' ? 'учора' : 'yesterday';
  if (days === -1) return language === 'uk' ? 'завтра' : 'tomorrow';
  return withDirection(spanOfDays(Math.abs(days)), days > 0, language);
}
