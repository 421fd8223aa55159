import { dayOf } from '../../../kernel/dates.ts';
import type { Page, Paged } from '../../../kernel/paging.ts';
import type { Context } from '../../../platform/context.ts';
import { reachOf } from '../../accounts/index.ts';
import { briefDatasets } from '../../catalog/index.ts';
import type { RegisterFilter, RegisterLine } from './register.ts';
import { selectRegister } from './register-store.ts';

/**
 * The register of decisions on personal data: all that were ever made within what the actor may see (`dataset.view-internal`), the newest first, also
 * those that are over. It holds no value of any cell.
 */
export async function registerOfDecisions(
  ctx: Context,
  filter: RegisterFilter,
  page: Page,
): Promise<Paged<RegisterLine>> {
  const reach = await reachOf(ctx, 'dataset.view-internal');
  const { items, total } = await selectRegister(ctx.db, reach, { filter, today: dayOf(ctx.clock.now()), page });
  const datasets = await briefDatasets(ctx, [...new Set(items.map(({ datasetId }) => datasetId))]);
  return {
    ...page,
    total,
    items: items.map((one) => ({ ...one, datasetTitle: datasets.get(one.datasetId)?.title ?? '' })),
  };
}
