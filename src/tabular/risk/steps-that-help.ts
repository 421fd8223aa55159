import type { ColumnProfile } from '../column.ts';
import type { RecipeStep } from '../inspection.ts';
import { headerWords } from '../kinds/header-words.ts';

const BIRTH = / (?:\S* ?народж\S*|birth\S*) /;

/**
 * The steps worth trying next, one a column: the mildest it has not had yet. A column is left out of the table only where nothing else is left to try.
 * @param taken steps that come before
 */
export function nextSteps(columns: readonly ColumnProfile[], taken: readonly RecipeStep[]): RecipeStep[] {
  const next = columns.flatMap((column) => {
    const had = taken.filter(({ columnTitle }) => columnTitle === column.title).length;
    return ladder(column, columns)[had] ?? [];
  });
  const mild = next.filter(({ code }) => code !== 'protect-remove');
  return mild.length > 0 ? mild : next;
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
