import type { Context as HonoContext } from 'hono';
import { findUnit, may } from '../../../capabilities/accounts/index.ts';
import { findCard, loadDataset } from '../../../capabilities/catalog/index.ts';
import { latestReadings } from '../../../capabilities/ingest/index.ts';
import { listVersions } from '../../../capabilities/publishing/index.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type DatasetData, DatasetPage } from './dataset-page.tsx';
import { deskLines } from './desk-lines.ts';

/** Answers with a dataset's page; with `closing`, the form of closing is shown again with its faults. */
export async function showDataset(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  id: string,
  closing: DatasetData['closing'] = null,
): Promise<Response> {
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, id);
  const card = dataset.state === 'draft' ? null : await findCard(ctx, dataset.id);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map((one) => one.id),
  );
  const [unit, versions, edit, publish, close] = await Promise.all([
    findUnit(ctx, dataset.unitId),
    dataset.state === 'draft' ? [] : listVersions(ctx, dataset.id),
    may(ctx, 'dataset.edit', dataset),
    may(ctx, 'dataset.publish', dataset),
    may(ctx, dataset.state === 'draft' ? 'dataset.edit' : 'dataset.close', dataset),
  ]);
  const cards = new Map(card ? [[dataset.id, card]] : []);
  const line = deskLines([dataset], readings, cards, ctx.clock.now())[0] ?? null;
  const data: DatasetData = {
    dataset,
    unitName: unit?.name ?? '',
    card,
    reading: readings[0] ?? null,
    versions,
    line,
    may: { edit, publish, close },
    confirmed: visit.query.has('confirmed'),
    closing,
  };
  return renderPage(c, <DatasetPage visit={visit} data={data} />, closing ? 400 : 200);
}
