import { Hono, type Context as HonoContext } from 'hono';
import { findUnit, may } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import {
  changeOriginalPublic,
  isRead,
  isSettled,
  previewRows,
  type Reading,
} from '../../../capabilities/ingest/index.ts';
import { findPublication, publicationFaults, publishDataset } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { readingOf } from './passport-routes.tsx';
import { PublishPage } from './publish-page.tsx';
import { PublishedPage } from './published-page.tsx';
import { signedIn } from './signed-in.ts';

const SHOWN_ROWS = 8;
const PATH = '/cabinet/datasets/:id/publish';

/** Screen 5 and what comes after it. */
export function publishRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      return publishPage(c, visit, await loadDataset(visit.ctx, c.req.param('id')), null);
    })
    .post(PATH, publish)
    .get('/cabinet/datasets/:id/published', async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      const publication = await findPublication(visit.ctx, dataset.id);
      if (!publication) return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/publish`), 303);
      const unit = await findUnit(visit.ctx, dataset.unitId);
      const dataAsOf = new Date(publication.dataAsOf);
      return renderPage(
        c,
        <PublishedPage
          visit={visit}
          dataset={dataset}
          unitName={unit?.name ?? ''}
          version={publication.versionNumber}
          dataAsOf={dataAsOf}
        />,
      );
    });
}

async function publishPage(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  dataset: Dataset,
  error: RequestError | null,
): Promise<Response> {
  const { ctx } = visit;
  const reading = await readingOf(ctx, dataset);
  const [unit, publication, mayPublish, faults] = await Promise.all([
    findUnit(ctx, dataset.unitId),
    findPublication(ctx, dataset.id),
    may(ctx, 'dataset.publish', dataset.unitId),
    publicationFaults(ctx, dataset.id),
  ]);
  const preview =
    reading && hasRows(reading)
      ? await previewRows(ctx, reading.id, { from: 1, count: SHOWN_ROWS, mended: true })
      : null;
  const next = (publication?.versionNumber ?? 0) + 1;
  const data = { dataset, unitName: unit?.name ?? '', reading, preview, faults, mayPublish, next, error };
  return renderPage(c, <PublishPage visit={visit} data={data} />, error ? HTTP_STATUS[error.kind] : 200);
}

function hasRows(reading: Reading): boolean {
  return reading.kind === 'table' && isRead(reading) && isSettled(reading.state) && reading.textTable !== null;
}

async function publish(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id'));
  const form = await formOf(c);
  try {
    const reading = await readingOf(ctx, dataset);
    if (reading?.kind === 'table' && reading.original !== null && !reading.publishedAt) {
      await changeOriginalPublic(ctx, reading.id, form.has('originalPublic'));
    }
    await publishDataset(ctx, dataset.id);
  } catch (error) {
    if (!isRequestError(error) || error.kind === 'forbidden') throw error;
    return publishPage(c, visit, dataset, error);
  }
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/published`), 303);
}
