import { literal } from '../../../platform/duckdb/duckdb.ts';
import type { Replacements } from '../../expected/expected-values.ts';
import { sqlIn } from '../../expected/outside-values.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';

/** SQL of a cell after replacements; one hashed look-up for the many cells that are not among them. */
function replaced(raw: string, replacements: Replacements | undefined): string {
  const pairs = Object.entries(replacements ?? {});
  if (pairs.length === 0) return raw;
  const cases = pairs.map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`).join(' ');
  const among = sqlIn(
    `trim(${raw})`,
    pairs.map(([from]) => from),
  );
  return `CASE WHEN ${among} THEN CASE trim(${raw}) ${cases} END ELSE ${raw} END`;
}

/** A value of a code list written otherwise: «Асфальт», «асфальт », its name instead of its code. What was meant stands in the column's profile. */
export const valueSpelling: CellCheck = {
  code: 'value-spelling',
  title: { uk: 'Записано інакше, ніж у довіднику', en: 'Written otherwise than in the code list' },
  why: {
    uk: 'Для програми «Асфальт» і «асфальт» — різні значення: пошук знайде лише одне, а довідник другого не знає.',
    en: 'To a program “Asphalt” and “asphalt” are different values: search finds one of them, and the code list does not know the other.',
  },
  example: {
    before: lines('Номер,Покриття', '1,асфальт', '2,Асфальт'),
    after: lines('Номер,Покриття', '1,асфальт', '2,асфальт'),
    allowed: { column: 'Покриття', values: ['асфальт', 'щебінь'] },
  },
  predicates: [],
  find: () => null,
  repair: (raw, _clean, { spelled }) => replaced(raw, spelled),
};

/** A value one or two letters away from one of a code list. */
export const valueNear: CellCheck = {
  code: 'value-near',
  title: { uk: 'Схоже на значення довідника', en: 'Like a value of the code list' },
  why: {
    uk: 'Описка робить з одного значення два: пошук і підрахунок їх розділять, а набір із таким довідником не опублікується.',
    en: 'A slip makes two values of one: search and sums part them, and a dataset with such a code list is not published.',
  },
  example: {
    before: lines('Номер,Покриття', '1,асфальт', '2,щебень'),
    after: lines('Номер,Покриття', '1,асфальт', '2,щебінь'),
    allowed: { column: 'Покриття', values: ['асфальт', 'щебінь'] },
  },
  predicates: [],
  asks: { uk: 'Замінити найближчими', en: 'Replace by the nearest' },
  find: () => null,
  repair: (raw, _clean, { near }) => replaced(raw, near),
};
