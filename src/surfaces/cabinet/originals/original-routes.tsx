import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import { changeOriginalTerm, originalsOf, originalTerm, readOriginal } from '../../../capabilities/publishing/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { attempt, goTo, type PageContext, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { OriginalsPage } from './originals-page.tsx';
import { ORIGINAL_SETTINGS, TermPage } from './term-page.tsx';

const PATH = '/cabinet/datasets/:id/originals';

/** `/cabinet/datasets/<id>/originals`: original files with personal data; `/cabinet/settings/originals`: how long they are kept. */
export function originalRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const view = await originalsOf(visit.ctx, c.req.param('id') ?? '');
    return show(c, <OriginalsPage visit={visit} view={view} form={{ values: {}, error: null }} />);
  });
  routes.post(PATH, signedInOnly, smallForms, sendOriginal);
  routes.get(ORIGINAL_SETTINGS, signedInOnly, async (c) => {
    const visit = c.get('visit');
    await permit(visit.ctx, 'settings.change');
    const { days, ground } = await originalTerm(visit.ctx);
    return show(c, <TermPage visit={visit} form={{ values: { days: String(days), ground }, error: null }} />);
  });
  routes.post(ORIGINAL_SETTINGS, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const values = await readForm(c);
    const wanted = { days: Number(values.days), ground: values.ground ?? '' };
    const outcome = await attempt(changeOriginalTerm(visit.ctx, wanted));
    if (outcome.done) return goTo(c, `${ORIGINAL_SETTINGS}?done=saved`);
    return show(c, <TermPage visit={visit} form={{ values, error: outcome.error }} />, outcome.error);
  });
  return routes;
}

async function sendOriginal(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  const values = await readForm(c);
  const [resourceId = '', version = ''] = (values.file ?? '').split(' ');
  const wish = { resourceId, version: Number(version) || 0, reason: values.reason ?? '' };
  const outcome = await attempt(readOriginal(visit.ctx, id, wish));
  if (!outcome.done) {
    const view = await originalsOf(visit.ctx, id);
    return show(c, <OriginalsPage visit={visit} view={view} form={{ values, error: outcome.error }} />, outcome.error);
  }
  const { name, key, size } = outcome.value;
  return new Response(Readable.toWeb(Readable.from(await visit.ctx.objects.read(key))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
