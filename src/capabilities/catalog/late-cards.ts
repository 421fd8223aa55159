import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { freshnessOf } from './freshness-rules.ts';
import { selectCards, selectPromises } from './late-store.ts';

export interface LateCards {
  /** Of all published cards that were asked about. */
  readonly count: number;
  /** The longest late first. */
  readonly cards: readonly Card[];
}

/** Which published datasets missed their update: of one unit, or of all; counted over all of them, the `most` longest late as cards. */
export async function lateCards(ctx: Context, of: { unitId: string | null; most: number }): Promise<LateCards> {
  const now = ctx.clock.now();
  const late = (await selectPromises(ctx.db, of.unitId)).flatMap((row) => {
    const promised = {
      passport: { frequency: row.frequency },
      resources: [{ kind: row.here ? 'table' : 'link' }],
      dataAsOf: row.data_as_of,
    };
    const freshness = freshnessOf(promised, now);
    return freshness.kind === 'late' ? [{ id: row.dataset_id, days: freshness.days }] : [];
  });
  const ids = late
    .sort((one, other) => other.days - one.days)
    .slice(0, of.most)
    .map(({ id }) => id);
  const cards = await selectCards(ctx.db, ids);
  return { count: late.length, cards: ids.flatMap((id) => cards.find((card) => card.datasetId === id) ?? []) };
}
