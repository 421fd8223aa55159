import type { Context as HonoContext } from 'hono';
import { findUnit, may } from '../../../capabilities/accounts/index.ts';
import { findCard, isUnpublished, loadDataset, lookOverDatasets } from '../../../capabilities/catalog/index.ts';
import { latestReadings } from '../../../capabilities/ingest/index.ts';
import { listVersions } from '../../../capabilities/publishing/index.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type DatasetData, DatasetPage } from './dataset-page.tsx';
import { workOf } from './dataset-work.ts';

/** Answers with a dataset's page; with `closing`, the form of closing is shown again with its faults. */
export async function showDataset(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  id: string,
  closing: DatasetData['closing'] = null,
): Promise<Response> {
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, id);
  const card = isUnpublished(dataset.state) ? null : await findCard(ctx, dataset.id);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map((one) => one.id),
  );
  const [unit, versions, board, edit, publish, close, purge] = await Promise.all([
    findUnit(ctx, dataset.unitId),
    isUnpublished(dataset.state) ? [] : listVersions(ctx, dataset.id),
    lookOverDatasets(ctx, 'dataset.view-drafts', { ids: [dataset.id] }, { page: 1, size: 1 }),
    may(ctx, 'dataset.edit', dataset),
    may(ctx, 'dataset.publish', dataset),
    may(ctx, isUnpublished(dataset.state) ? 'dataset.edit' : 'dataset.close', dataset),
    may(ctx, 'dataset.purge', dataset),
  ]);
  const row = board.items[0];
  const inHand = readings.filter(({ publishedAt }) => publishedAt === null);
  const work = row ? workOf(row, inHand, ctx.clock.now()) : null;
  const data: DatasetData = {
    dataset,
    unitName: unit?.name ?? '',
    card,
    reading: readings[0] ?? null,
    versions,
    work,
    may: { edit, publish, close, purge },
    confirmed: visit.query.has('confirmed'),
    closing,
  };
  return renderPage(c, <DatasetPage visit={visit} data={data} />, closing ? 400 : 200);
}
