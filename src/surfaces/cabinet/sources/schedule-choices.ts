import type { Schedule } from '../../../capabilities/sources/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import type { FieldOption } from '../../components/index.ts';

const HOURS = [1, 2, 3, 6, 12];
const DAYS = [1, 5, 10, 15, 20, 25, 31];

/** A schedule without its hour, as one choice of a list: `h6`, `d`, `w1`, `m31`. */
export function choiceOf(schedule: Schedule): string {
  switch (schedule.every) {
    case 'hours':
      return `h${schedule.hours}`;
    case 'day':
      return 'd';
    case 'week':
      return `w${schedule.weekday}`;
    case 'month':
      return `m${schedule.day}`;
  }
}

/** The schedule of a choice; what is no choice is kept for the use case to refuse. */
export function scheduleOf(choice: string, hourTyped: string): Schedule {
  const hour = Number(hourTyped);
  const number = Number(choice.slice(1));
  if (choice.startsWith('h')) return { every: 'hours', hours: number };
  if (choice.startsWith('w')) return { every: 'week', weekday: number, hour };
  if (choice.startsWith('m')) return { every: 'month', day: number, hour };
  return { every: 'day', hour: choice === 'd' ? hour : Number.NaN };
}

function everyInWords(schedule: Schedule, language: Language): string {
  const texts = sourcesTexts[language];
  switch (schedule.every) {
    case 'hours':
      return texts.everyHours(schedule.hours);
    case 'day':
      return texts.everyDay;
    case 'week':
      return texts.everyWeek(schedule.weekday);
    case 'month':
      return texts.everyMonth(schedule.day);
  }
}

/** «щодня о 06:00». */
export function scheduleInWords(schedule: Schedule, language: Language): string {
  const hour = schedule.every === 'hours' ? null : schedule.hour;
  return sourcesTexts[language].scheduleWords(everyInWords(schedule, language), hour);
}

/** What the list offers; a schedule of another kind that is in force stays among them. */
export function scheduleOptions(present: Schedule | null, language: Language): FieldOption[] {
  const offered: Schedule[] = [
    { every: 'day', hour: 0 },
    ...HOURS.map((hours) => ({ every: 'hours' as const, hours })),
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ every: 'week' as const, weekday, hour: 0 })),
    ...DAYS.map((day) => ({ every: 'month' as const, day, hour: 0 })),
  ];
  const kept = present && !offered.some((one) => choiceOf(one) === choiceOf(present)) ? [present] : [];
  return [...kept, ...offered].map((one) => ({ value: choiceOf(one), label: everyInWords(one, language) }));
}

/** The hours of a day. */
export function hourOptions(language: Language): FieldOption[] {
  return Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: sourcesTexts[language].atHour(hour) }));
}
