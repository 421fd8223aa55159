import { dayOf } from '../../../kernel/dates.ts';
import type { Page, Paged } from '../../../kernel/paging.ts';
import { queryTokens } from '../../../language/search-tokens.ts';
import type { Context } from '../../../platform/context.ts';
import { type DeedReach, listAllUnits, permit, reachOf } from '../../accounts/index.ts';
import type { Audience } from './entry.ts';
import type { EntryFilter, EntryList, EntryOrder } from './entry-filter.ts';
import { type EntryQuestion, selectEntries } from './entry-store.ts';
import { followChanges } from './follow-changes.ts';
import { selectMark } from './mark-store.ts';

/** What is asked of the registry beside the filter. */
interface EntryWish {
  readonly audience: Audience;
  readonly order?: EntryOrder;
  readonly page: Page;
}

/**
 * A page of the registry: now, or as it was at the end of a day. Staff see entries within their reach of `dataset.view-internal` (throws
 * `forbidden` to those who have none), the public what was published or promised. At most five statements, whatever the number of entries.
 */
export async function registryRows(
  ctx: Context,
  filter: EntryFilter,
  { audience, order = 'title', page }: EntryWish,
): Promise<Paged<EntryList['items'][number]> & EntryList> {
  const reach = await reachFor(ctx, audience);
  await followChanges(ctx);
  const { begunAt } = await selectMark(ctx.db);
  const question = { ...(await questionOf(ctx, filter)), audience, reach };
  const found = await selectEntries(ctx.db, question, { order, page });
  return { ...found, ...page, begunOn: begunAt && dayOf(begunAt) };
}

/** Whose entries the asker may see. Throws `forbidden` for staff without any. */
export async function reachFor(ctx: Context, audience: Audience): Promise<DeedReach> {
  if (audience === 'public') return 'all';
  const reach = await reachOf(ctx, 'dataset.view-internal');
  if (reach !== 'all' && reach.unitIds.length + reach.datasetIds.length === 0)
    await permit(ctx, 'dataset.view-internal'); // says why
  return reach;
}

async function questionOf(ctx: Context, filter: EntryFilter): Promise<Omit<EntryQuestion, 'audience' | 'reach'>> {
  const q = filter.q?.trim() ?? '';
  const tokens = queryTokens(q);
  const last = tokens.at(-1);
  return {
    on: filter.on ?? null,
    unitIds: filter.unitId ? await withBelow(ctx, filter.unitId) : null,
    legalUnitId: filter.legalUnitId ?? null,
    state: filter.state ?? null,
    format: filter.format ?? null,
    incomplete: filter.incomplete ?? false,
    words: tokens.map((token) => [token.stem, ...token.alternatives]),
    beginning: last && last.word.length >= 3 ? last.stem : null,
    number: q,
  };
}

/** The unit and all below it, those that are no more too: an earlier day has their entries. */
async function withBelow(ctx: Context, unitId: string): Promise<string[]> {
  const below = new Set([unitId]);
  for (const { id, parentId } of await listAllUnits(ctx)) if (parentId !== null && below.has(parentId)) below.add(id);
  return [...below];
}
