import type { ColumnProfile } from '../column.ts';
import type { RecipeStep } from '../inspection.ts';
import { headerWords } from '../kinds/header-words.ts';

const BIRTH = / (?:\S* ?народж\S*|birth\S*) /;

/** The steps worth trying on each column, the mildest first: those that keep most of what the column says. */
export function stepsThatHelp(columns: readonly ColumnProfile[]): RecipeStep[] {
  const ladders = columns.map((column) => ladder(column, columns));
  const longest = Math.max(0, ...ladders.map(({ length }) => length));
  return Array.from({ length: longest }).flatMap((_, rung) => ladders.flatMap((steps) => steps[rung] ?? []));
}

function ladder({ kind, type, title, expected }: ColumnProfile, columns: readonly ColumnProfile[]): RecipeStep[] {
  const step = (code: string, parameters: Readonly<Record<string, unknown>> = {}) => ({
    code,
    columnTitle: title,
    parameters,
  });
  const date = (to: string) => step('protect-generalise-date', { to });
  if (type === 'date' || type === 'datetime' || expected === 'date') return [date('year'), date('decade')];
  if (kind === 'year' || BIRTH.test(headerWords(title))) return [date('five-years'), date('decade')];
  const longitude = columns.find((one) => one.kind === 'longitude')?.title;
  switch (kind) {
    case 'address':
      return [
        step('protect-generalise-address', { to: 'street' }),
        step('protect-generalise-address', { to: 'settlement' }),
      ];
    case 'latitude':
      return longitude === undefined ? [step('protect-remove')] : [step('protect-grid', { metres: 1000, longitude })];
    case 'longitude':
      return [];
    case 'coordinates':
    case 'geometry':
      return [step('protect-grid', { metres: 1000 })];
    default:
      return [step('protect-remove')];
  }
}
