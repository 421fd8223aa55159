import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { Audience, RegistryEntry } from './entry.ts';
import { followChanges } from './follow-changes.ts';
import { type EntryDifference, selectDifferences, selectPeriods } from './history-store.ts';
import { reachFor } from './list-entries.ts';
import { selectMark } from './mark-store.ts';

const PERIODS = 200;
const DIFFERENCES = 50;

/**
 * Everything an entry was since the registry began, the newest first, by its number: of a removed one too, so that a retired number answers with
 * what it was. Throws `not-found` where the asker sees no such entry, `forbidden`.
 */
export async function entryHistory(
  ctx: Context,
  number: string,
  audience: Audience,
): Promise<readonly RegistryEntry[]> {
  const reach = await reachFor(ctx, audience);
  await followChanges(ctx);
  const periods = await selectPeriods(ctx.db, audience, number.slice(0, 100), { reach, most: PERIODS });
  if (periods.length === 0) throw noEntry();
  return periods;
}

/** What changed in a calendar month (`2027-03`): entries that came, went, or differ at its end from what they were before it. */
export async function monthlyChanges(
  ctx: Context,
  month: string,
  audience: Audience,
): Promise<{ readonly items: readonly EntryDifference[]; readonly total: number }> {
  const reach = await reachFor(ctx, audience);
  await followChanges(ctx);
  return selectDifferences(ctx.db, audience, daysOfMonth(month), { reach, most: DIFFERENCES });
}

/** The day the registry began; null: it holds nothing yet. */
export async function registryBegunOn(ctx: Context): Promise<Day | null> {
  const { begunAt } = await selectMark(ctx.db);
  return begunAt && dayOf(begunAt);
}

/** The last day before a month, and its own last day. */
function daysOfMonth(month: string): { readonly from: Day; readonly to: Day } {
  const first = `${month}-01`;
  const next = addDays(first, 31).slice(0, 7);
  return { from: addDays(first, -1), to: addDays(`${next}-01`, -1) };
}

function noEntry(): RequestError {
  return new RequestError('not-found', 'entry-not-found', {
    uk: 'Запису з таким номером у реєстрі немає.',
    en: 'The registry has no entry with this number.',
  });
}
