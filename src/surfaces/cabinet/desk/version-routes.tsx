import { Hono, type Context as HonoContext } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import {
  askForPublication,
  awaitPublication,
  bringBackVersion,
  changeNote,
  findPublication,
  listPurges,
  listVersions,
  loadVersion,
  withdrawVersion,
} from '../../../capabilities/publishing/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { type VersionData, VersionPage } from './version-page.tsx';

const PATH = '/cabinet/datasets/:id/versions/:number{[0-9]{1,9}}';
/** The click waits so long for a small dataset to be out, ms. */
const PATIENCE = 150;

type Asked = HonoContext<SurfaceEnv>;

/** One version: its page, publishing it again, withdrawing it. */
export function versionRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, (c) => showVersion(c, signedIn(c.get('visit')), {}, []))
    .post(`${PATH}/repeat`, repeat)
    .post(`${PATH}/withdraw`, withdraw);
}

async function showVersion(
  c: Asked,
  visit: Visit,
  typed: VersionData['typed'],
  faults: VersionData['faults'],
): Promise<Response> {
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id') ?? '');
  const [version, versions, publication, publish, close, purge] = await Promise.all([
    loadVersion(ctx, dataset.id, Number(c.req.param('number'))),
    listVersions(ctx, dataset.id),
    findPublication(ctx, dataset.id),
    may(ctx, 'dataset.publish', dataset),
    may(ctx, 'dataset.close', dataset),
    may(ctx, 'dataset.purge', dataset),
  ]);
  const purges = version.closure?.purged ? await listPurges(ctx, dataset.id) : [];
  const open = publication?.state === 'published';
  const data: VersionData = {
    ...{ dataset, version, versions, typed, faults },
    current: publication?.versionNumber ?? 0,
    purgeId: purges.find(({ versions: gone }) => gone.includes(version.number))?.id ?? null,
    may: { publish: publish && open, close, purge },
  };
  return renderPage(c, <VersionPage visit={visit} data={data} />, faults.length > 0 ? 400 : 200);
}

/** The working copy becomes that version; where something is still asked (a note, a review), the publishing page tells it. */
async function repeat(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  await bringBackVersion(ctx, id, Number(c.req.param('number')), form.text('passport') === 'that' ? 'that' : 'present');
  const base = `/cabinet/datasets/${id}`;
  try {
    if (form.text('note') !== '') await changeNote(ctx, id, form.text('note'));
    const request = await awaitPublication(ctx, await askForPublication(ctx, id), PATIENCE);
    const next = request.state === 'done' ? 'published' : `publish?asked=${request.id}`;
    return c.redirect(href(visit, `${base}/${next}`), 303);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    return c.redirect(href(visit, `${base}/publish`), 303);
  }
}

async function withdraw(c: Asked): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  const typed = { reason: form.text('reason'), order: form.text('order') };
  try {
    await withdrawVersion(visit.ctx, id, Number(c.req.param('number')), typed);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return showVersion(c, visit, typed, error.fields);
  }
  return c.redirect(href(visit, `/cabinet/datasets/${id}/versions/${c.req.param('number')}`), 303);
}
