import { Hono, type Context as HonoContext } from 'hono';
import { isWithinReach, may, permit, reachOf } from '../../../capabilities/accounts/index.ts';
import { briefDatasets, findResource, loadDataset } from '../../../capabilities/catalog/index.ts';
import {
  answerReport,
  changeExposureSettings,
  exposureSettings,
  hideByHand,
  keepClosed,
  listHidings,
  listReports,
  listSeen,
  loadReport,
  showAgain,
} from '../../../capabilities/exposure/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { type ReportView, StaffReportPage } from './report-page.tsx';
import { SeenPage } from './seen-page.tsx';
import { ExposureSettingsPage } from './settings-page.tsx';

type Asked = HonoContext<SurfaceEnv>;

/** «Вже оприлюднене», reports, hidden columns, and the city's rules. */
export function seenRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/exposure', showSeen)
    .get('/cabinet/exposure/reports/:id', (c) =>
      showReport(c, signedIn(c.get('visit')), { verdict: '', answer: '' }, []),
    )
    .post('/cabinet/exposure/reports/:id', answer)
    .post('/cabinet/exposure/hide', async (c) => {
      const visit = signedIn(c.get('visit'));
      const form = await formOf(c);
      await hideByHand(visit.ctx, { resourceId: form.text('resource'), columnName: form.text('column') });
      return c.redirect(href(visit, '/cabinet/exposure#hidings'), 303);
    })
    .post('/cabinet/exposure/hidings/:id/show', async (c) => {
      const visit = signedIn(c.get('visit'));
      await showAgain(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, '/cabinet/exposure#hidings'), 303);
    })
    .post('/cabinet/exposure/hidings/:id/keep', async (c) => {
      const visit = signedIn(c.get('visit'));
      await keepClosed(visit.ctx, c.req.param('id'), (await formOf(c)).text('reason'));
      return c.redirect(href(visit, '/cabinet/exposure#hidings'), 303);
    })
    .get('/cabinet/settings/exposure', async (c) => {
      const visit = signedIn(c.get('visit'));
      await permit(visit.ctx, 'settings.change');
      const settings = await exposureSettings(visit.ctx);
      const saved = visit.query.has('saved');
      return renderPage(c, <ExposureSettingsPage visit={visit} settings={settings} faults={[]} saved={saved} />);
    })
    .post('/cabinet/settings/exposure', changeSettings);
}

async function showSeen(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  await permit(ctx, 'message.view');
  const reach = await reachOf(ctx, 'message.view');
  const [reports, seen, all] = [await listReports(ctx), await listSeen(ctx), await listHidings(ctx)];
  const hidden = all.filter(({ endedAt }) => endedAt === null);
  const ids = [...new Set([...reports, ...hidden].map(({ datasetId }) => datasetId))];
  const datasets = await briefDatasets(ctx, ids);
  const hidings = hidden.filter(({ datasetId: id }) => {
    return isWithinReach(reach, { id, unitId: datasets.get(id)?.unitId ?? null });
  });
  const titles = new Map([...datasets].map(([id, { title }]) => [id, title]));
  const [purge, settings] = [await may(ctx, 'dataset.purge'), await may(ctx, 'settings.change')];
  const view = { reports, seen, hidings, titles, may: { purge, settings } };
  return renderPage(c, <SeenPage visit={visit} view={view} />);
}

async function showReport(
  c: Asked,
  visit: Visit,
  typed: ReportView['typed'],
  faults: ReportView['faults'],
): Promise<Response> {
  const { ctx } = visit;
  const report = await loadReport(ctx, c.req.param('id') ?? '');
  const dataset = await loadDataset(ctx, report.datasetId);
  const resource = report.resourceId ? await findResource(ctx, report.resourceId) : null;
  const named = resource?.structure.fields.find(({ name }) => name === report.columnName);
  const hidden = (await listHidings(ctx, dataset.id)).some(
    (one) => one.endedAt === null && one.resourceId === report.resourceId && one.columnName === report.columnName,
  );
  const [close, purge] = [await may(ctx, 'dataset.close', dataset), await may(ctx, 'dataset.purge', dataset)];
  const columnTitle = named?.title ?? (report.columnName || null);
  const view: ReportView = { report, dataset, columnTitle, may: { hide: close && !hidden, purge }, typed, faults };
  return renderPage(c, <StaffReportPage visit={visit} view={view} />, faults.length > 0 ? 400 : 200);
}

async function answer(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  const typed = { verdict: form.text('verdict'), answer: form.text('answer') };
  try {
    await answerReport(visit.ctx, id, typed);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return showReport(c, visit, typed, error.fields);
  }
  return c.redirect(href(visit, `/cabinet/exposure/reports/${id}`), 303);
}

async function changeSettings(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const form = await formOf(c);
  const typed = { hides: form.has('hides'), answerDays: form.text('answerDays') };
  try {
    await changeExposureSettings(visit.ctx, typed);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    const page = <ExposureSettingsPage visit={visit} settings={typed} faults={error.fields} saved={false} />;
    return renderPage(c, page, 400);
  }
  return c.redirect(href(visit, '/cabinet/settings/exposure?saved=1'), 303);
}
