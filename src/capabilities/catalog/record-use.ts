import { dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { addUse, selectUse, sumUse, type UseCount, type UseDay } from './use-store.ts';

/** Use older than this no longer counts for the order of search. Days. */
const COUNTED_DAYS = 90;

/** Adds to the use of today (Kyiv). Datasets that are no longer there are passed over. Needs no permission: the site itself counts. */
export async function recordUse(ctx: Context, counts: readonly UseCount[]): Promise<void> {
  if (counts.length === 0) return;
  await transaction(ctx, async ({ db, clock }) => {
    const today = dayOf(clock.now());
    await addUse(db, today, counts);
    await sumUse(
      db,
      today,
      COUNTED_DAYS,
      counts.map(({ datasetId }) => datasetId),
    );
  });
}

/** Use of a dataset by day, the latest first; days without use are left out. */
export function useOf(ctx: Context, datasetId: string, days = COUNTED_DAYS): Promise<UseDay[]> {
  return selectUse(ctx.db, datasetId, dayOf(ctx.clock.now()), days);
}
