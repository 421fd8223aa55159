import { Hono, type Context as HonoContext } from 'hono';
import { listUnits, may } from '../../../capabilities/accounts/index.ts';
import {
  changeDatasetState,
  changeReaders,
  dropPromise,
  findCard,
  loadDataset,
  loadInternal,
  makeInternal,
  promiseDataset,
  promiseOfDataset,
} from '../../../capabilities/catalog/index.ts';
import { archiveDataset, unarchiveDataset } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type FormValues, formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { type LifeDeed, LifePage, type LifeView } from './life-page.tsx';

type Step = (ctx: Context, id: string, form: FormValues) => Promise<unknown>;

const STEPS: Readonly<Record<LifeDeed, Step>> = {
  promise: (ctx, id, form) => promiseDataset(ctx, id, form.text('dueOn')),
  'drop-promise': (ctx, id, form) => dropPromise(ctx, id, form.text('reason')),
  internal: (ctx, id, form) =>
    makeInternal(ctx, id, { reason: form.text('reason'), readerUnitIds: form.all('reader') }),
  readers: (ctx, id, form) => changeReaders(ctx, id, form.all('reader')),
  draft: (ctx, id) => changeDatasetState(ctx, id, 'draft'),
  archive: (ctx, id, form) => archiveDataset(ctx, id, { reason: form.text('reason'), order: form.text('order') }),
  unarchive: (ctx, id) => unarchiveDataset(ctx, id),
};

/** A dataset's place in its life and the steps from there. */
export function lifePages(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>().get('/cabinet/datasets/:id/life', (c) =>
    showLife(c, signedIn(c.get('visit')), c.req.param('id'), null),
  );
  for (const deed of Object.keys(STEPS) as LifeDeed[]) {
    routes.post(`/cabinet/datasets/:id/life/${deed}`, (c) => take(c, deed, c.req.param('id')));
  }
  return routes;
}

async function take(c: HonoContext<SurfaceEnv>, deed: LifeDeed, id: string): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const form = await formOf(c);
  try {
    await STEPS[deed](visit.ctx, id, form);
  } catch (error) {
    if (!isRequestError(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    const typed = Object.fromEntries(['dueOn', 'reason', 'order'].map((name) => [name, form.text(name)]));
    return showLife(c, visit, id, { deed, typed, error });
  }
  return c.redirect(href(visit, `/cabinet/datasets/${id}/life?saved=1`), 303);
}

async function showLife(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  id: string,
  refused: LifeView['refused'],
): Promise<Response> {
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, id);
  const [card, promise, units, internal, publish, close] = await Promise.all([
    findCard(ctx, id),
    promiseOfDataset(ctx, id),
    listUnits(ctx),
    dataset.state === 'internal' ? loadInternal(ctx, id) : null,
    may(ctx, 'dataset.publish', dataset),
    may(ctx, 'dataset.close', dataset),
  ]);
  const view: LifeView = {
    dataset,
    card,
    promise,
    units,
    readerUnitIds: internal?.readerUnitIds ?? [],
    may: { publish, close },
    saved: visit.query.has('saved'),
    refused,
  };
  return renderPage(c, <LifePage visit={visit} view={view} />, refused ? HTTP_STATUS[refused.error.kind] : 200);
}
