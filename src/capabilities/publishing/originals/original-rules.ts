import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import type { DraftResource } from '../draft.ts';
import { hiddenColumns, holdsMore } from '../original-rules.ts';

/** Before a file with personal data is deleted its keepers are told so many days ahead. */
export const TOLD_BEFORE = 14;
/** The least that explains why a file was read. */
export const LEAST_REASON = 10;
export const MOST_REASON = 500;

const OF_PEOPLE: ReadonlySet<PersonalSign['whose']> = new Set(['person', 'sole-trader', 'unclear']);

/**
 * Whether the file a table was read from holds data of people that the table does not show: a closed column, a sign of a person's data, or columns that
 * were protected. A file that was not looked at for signs, or not the whole of it, counts as one that does.
 */
export function holdsPersonalData(part: DraftResource): boolean {
  if (part.resource.kind !== 'table') return false;
  if (hiddenColumns(part).length > 0 || holdsMore(part)) return true;
  const signs = part.reading?.inspection?.signs;
  return signs === undefined || signs.some(({ whose }) => OF_PEOPLE.has(whose));
}
