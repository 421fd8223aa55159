import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { defineProtection, everyCell } from '../protect-step.ts';

/** Ends of childhood (6, 14, 18), of youth (35) and of the age of work (60): a person may give others. */
const AGES = [6, 14, 18, 35, 60];

const Parameters = z.discriminatedUnion('to', [
  z.strictObject({ to: z.enum(['year', 'five-years', 'decade']) }),
  z.strictObject({
    to: z.literal('age-group'),
    /** Ages are told of the end of this year, so that the same file gives the same groups next year. */
    inYear: z.int().min(1900).max(2200),
    bounds: z.array(z.int().min(1).max(120)).min(1).max(20).default(AGES),
  }),
]);
type Parameters = z.infer<typeof Parameters>;

/** SQL: the year of a date however it is written; NULL where none can be told. */
const yearOf = (value: string) =>
  `try_cast(nullif(regexp_extract(${value}, '(?:^|[^0-9])((?:18|19|20)[0-9]{2})(?:[^0-9]|$)', 1), '') AS INTEGER)`;

const spanOf = (year: string, years: number) =>
  `((${year} // ${years}) * ${years})::VARCHAR || '–' || ((${year} // ${years}) * ${years} + ${years - 1})::VARCHAR`;

function groupOf(age: string, bounds: readonly number[]): string {
  const sorted = [...new Set(bounds)].toSorted((a, b) => a - b);
  const cases = sorted.map((bound, at) => `WHEN ${age} < ${bound} THEN '${sorted[at - 1] ?? 0}–${bound - 1}'`);
  return `CASE WHEN ${age} IS NULL OR ${age} < 0 THEN NULL ${cases.join(' ')} ELSE '${sorted.at(-1)}+' END`;
}

function cellOf(parameters: Parameters): (value: string) => string {
  return (value) => {
    const year = yearOf(value);
    switch (parameters.to) {
      case 'year':
        return `${year}::VARCHAR`;
      case 'five-years':
        return spanOf(year, 5);
      case 'decade':
        return spanOf(year, 10);
      case 'age-group':
        return groupOf(`(${parameters.inYear} - ${year})`, parameters.bounds);
    }
  };
}

function describe(parameters: Parameters): Text {
  switch (parameters.to) {
    case 'year':
      return { uk: 'від дати залишено рік', en: 'of the date the year is left' };
    case 'five-years':
      return { uk: 'від дати залишено п’ятиріччя', en: 'of the date five years are left' };
    case 'decade':
      return { uk: 'від дати залишено десятиріччя', en: 'of the date the decade is left' };
    case 'age-group':
      return {
        uk: `дату народження замінено віковою групою (на ${parameters.inYear} рік)`,
        en: `the birth date replaced by an age group (as of ${parameters.inYear})`,
      };
  }
}

/** Of a date only what tells a year, some years or an age group. A value without a year becomes an empty cell. */
export const generaliseDate = defineProtection({
  code: 'protect-generalise-date',
  title: { uk: 'Узагальнити дату', en: 'Generalise the date' },
  deed: { uk: 'Залишити тільки рік або вік', en: 'Leave the year or the age alone' },
  shape: '`to`: `year`, `five-years`, `decade`, or `age-group` with `inYear` and `bounds` (6, 14, 18, 35, 60)',
  of: 'column',
  leaves: 'birth-date',
  parameters: Parameters,
  describe,
  apply: (work, parameters) => everyCell(work, cellOf(parameters)),
});
