import type { Context } from '../../platform/context.ts';
import { permit, reachOf } from '../accounts/index.ts';
import type { Evidence, EvidenceFilter } from './evidence.ts';
import { countEvidence, selectEvidence } from './evidence-store.ts';
import type { FactKindCode } from './fact-kinds.ts';

/** Facts at once where no page is asked for: a year of a large city. */
const MOST = 20_000;

/**
 * Evidence within the actor's reach, the newest first: of those who see the internal data of the unit; the community's own facts by those who see
 * everything. What was undone is among it, marked. Throws `signed-out`, `forbidden`.
 */
export async function listEvidence(
  ctx: Context,
  filter: EvidenceFilter,
  page: { readonly skip: number; readonly take: number } = { skip: 0, take: MOST },
): Promise<Evidence[]> {
  await permit(ctx, 'dataset.view-internal');
  return selectEvidence(ctx.db, filter, await reachOf(ctx, 'dataset.view-internal'), page);
}

/** How many facts that stand there are of each kind. */
export async function evidenceCounts(ctx: Context, filter: EvidenceFilter): Promise<ReadonlyMap<FactKindCode, number>> {
  await permit(ctx, 'dataset.view-internal');
  const rows = await countEvidence(ctx.db, filter, await reachOf(ctx, 'dataset.view-internal'));
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
