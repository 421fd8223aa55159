import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { isWithinReach, listUnits, reachOf } from '../../../capabilities/accounts/index.ts';
import {
  askConfirmation,
  confirmRegistry,
  openConfirmation,
  registryStanding,
} from '../../../capabilities/registry/index.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import { attempt, goTo, type PageContext, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { ConfirmPage, type ConfirmView } from './confirm-page.tsx';
import { STAFF_PATH } from './registry-query.ts';

const PATH = `${STAFF_PATH}/confirm`;

/** Completeness, confirmations, and their frozen files. */
export function confirmRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, (c) => showConfirm(c, {}));
  routes.post(PATH, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const form = await readForm(c);
    const done = await attempt(confirmRegistry(visit.ctx, form.unit ?? '', visit.origin));
    if (!done.done) return showConfirm(c, { error: done.error, typed: form });
    return goTo(c, `${PATH}?done=${done.value.id}`);
  });
  routes.post(`${PATH}/link`, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const form = await readForm(c);
    const { name = '', post = '', email = '' } = form;
    const wish = { person: { name, post, email }, origin: visit.origin };
    const made = await attempt(askConfirmation(visit.ctx, form['unit-of-link'] ?? '', wish));
    return made.done ? showConfirm(c, { made: made.value }) : showConfirm(c, { error: made.error, typed: form });
  });
  routes.get(`${PATH}/:file{[0-9a-f-]{36}\\.csv}`, signedInOnly, async (c) => {
    const id = c.req.param('file').replace('.csv', '');
    const { confirmation, bytes } = await openConfirmation(c.get('visit').ctx, id);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="reiestr-${confirmation.day}.csv"`,
      'content-length': String(confirmation.file.size),
      'cache-control': 'no-store',
    };
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, { headers });
  });
  return routes;
}

async function showConfirm(
  c: PageContext,
  told: Partial<Pick<ConfirmView, 'made' | 'error' | 'typed'>>,
): Promise<Response> {
  const visit = c.get('visit');
  const { units: standing, confirmations } = await registryStanding(visit.ctx);
  const done = confirmations.find(({ id }) => id === visit.query.get('done')) ?? null;
  const units = await unitsToConfirm(visit);
  const view = { standing, confirmations, units, done, made: null, error: null, typed: {}, ...told };
  return show(c, <ConfirmPage visit={visit} view={view} />, view.error);
}

async function unitsToConfirm({ ctx }: Visit) {
  const reach = await reachOf(ctx, 'registry.confirm');
  return (await listUnits(ctx)).filter(({ id }) => isWithinReach(reach, { id: null, unitId: id }));
}
