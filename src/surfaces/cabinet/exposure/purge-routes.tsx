import { Hono, type Context as HonoContext } from 'hono';
import { loadDataset, originsOf, useOf } from '../../../capabilities/catalog/index.ts';
import { listPublicMessages } from '../../../capabilities/community/index.ts';
import {
  findPublication,
  listVersions,
  loadPurge,
  purgeOffer,
  purgeVersion,
} from '../../../capabilities/publishing/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { PurgePage, type PurgeView } from './purge-page.tsx';
import { PurgeRecordPage } from './purge-record-page.tsx';

type Asked = HonoContext<SurfaceEnv>;

/** Emergency withdrawal: the page that asks, and its record. */
export function purgeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/datasets/:id/purge', async (c) => {
      const visit = signedIn(c.get('visit'));
      const asked = Number(visit.query.get('version') ?? Number.NaN);
      const number = Number.isInteger(asked) ? asked : await currentOf(visit, c.req.param('id'));
      return show(c, visit, number, { reason: '', instead: '', also: [] }, []);
    })
    .post('/cabinet/datasets/:id/purge', purge)
    .get('/cabinet/datasets/:id/purges/:purge', async (c) => {
      const visit = signedIn(c.get('visit'));
      const { ctx } = visit;
      const purge = await loadPurge(ctx, c.req.param('purge'));
      const dataset = await loadDataset(ctx, purge.datasetId);
      const days = await useOf(ctx, dataset.id);
      const sum = (of: 'downloads' | 'requests') => days.reduce((all, day) => all + day[of], 0);
      const view = {
        ...{ dataset, purge, use: { downloads: sum('downloads'), requests: sum('requests') } },
        messages: (await listPublicMessages(ctx, { datasetId: dataset.id }, { page: 1, size: 1 })).total,
        origin: (await originsOf(ctx, [dataset.id])).get(dataset.id) ?? null,
      };
      return renderPage(c, <PurgeRecordPage visit={visit} view={view} />);
    });
}

async function currentOf(visit: Visit, datasetId: string): Promise<number> {
  return (await findPublication(visit.ctx, datasetId))?.versionNumber ?? 0;
}

async function show(
  c: Asked,
  visit: Visit,
  number: number,
  typed: PurgeView['typed'],
  faults: PurgeView['faults'],
): Promise<Response> {
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id') ?? '');
  const offer = await purgeOffer(ctx, dataset.id, number);
  const versions = await listVersions(ctx, dataset.id);
  const view: PurgeView = { dataset, number, versions, offer, typed, faults };
  return renderPage(c, <PurgePage visit={visit} view={view} />, faults.length > 0 ? 400 : 200);
}

async function purge(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  const number = Number(form.text('version'));
  const typed = { reason: form.text('reason'), instead: form.text('instead'), also: form.all('also') };
  try {
    const { id: purgeId } = await purgeVersion(visit.ctx, id, number, typed);
    return c.redirect(href(visit, `/cabinet/datasets/${id}/purges/${purgeId}`), 303);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return show(c, visit, number, typed, error.fields);
  }
}
