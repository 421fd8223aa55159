import type { Day } from '../../kernel/dates.ts';

const MONTHS = 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' ');

const YEAR_WORD = '(?:\\s*р(?:оку|\\.)?(?![\\p{L}]))?';

/** A date as documents write it: 06.11.2025 р., 06/11/2025, «26» лютого 2024 року, 2025-11-06. */
export const DATE_SOURCE = [
  `\\d{1,2}[./]\\d{1,2}[./]\\d{4}${YEAR_WORD}`,
  `[«"“„]?\\d{1,2}[»"”“]?\\s+(?:${MONTHS.join('|')})\\s+\\d{4}${YEAR_WORD}`,
  '\\d{4}-\\d{2}-\\d{2}',
].join('|');

/** The day of a matched date, or null where the calendar has none: 31.02.2025. */
export function dayOfCited(text: string): Day | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return realDay(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const dotted = /(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(text);
  if (dotted) return realDay(dotted[3] ?? '', Number(dotted[2]), dotted[1] ?? '');
  const worded = /(\d{1,2})\P{L}*(\p{L}+)\s+(\d{4})/u.exec(text);
  const month = MONTHS.indexOf((worded?.[2] ?? '').toLowerCase()) + 1;
  return worded && month > 0 ? realDay(worded[3] ?? '', month, worded[1] ?? '') : null;
}

function realDay(year: string, month: number, day: string): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

/** A date that is written in the text though no calendar has it, e.g. 31.02.2026; null: there is none. */
export function impossibleDate(text: string): string | null {
  return [...text.matchAll(new RegExp(DATE_SOURCE, 'giu'))].find(([date]) => dayOfCited(date) === null)?.[0] ?? null;
}

/** A day as documents write it: 06.11.2025. */
export function dottedDay(day: Day): string {
  return day.split('-').toReversed().join('.');
}
