import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import { formatProfile, isWithinReach, listUnits, reachOf, type Unit } from '../../../capabilities/accounts/index.ts';
import { createDataset, type Dataset, listDatasets, loadDataset } from '../../../capabilities/catalog/index.ts';
import { type FileWish, startFile } from '../../../capabilities/drafts/index.ts';
import { checkLink, receiveFile, type UploadPlace } from '../../../capabilities/ingest/index.ts';
import { HTTP_STATUS, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { walkTexts } from '../../../locales/walk.ts';
import type { Context } from '../../../platform/context.ts';
import { readMultipart } from '../../../platform/http/multipart.ts';
import { diskFull, isDiskFull } from '../../../platform/objects/disk-full.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { FilePage, type FilePageData } from './file-page.tsx';
import { formOf } from './form-values.ts';
import { signedIn } from './signed-in.ts';

/** Screen 1 and what it sends: a form without scripts, the start of a resumable upload, the address of an API. */
export function fileRoutes(place: UploadPlace): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/new', async (c) => {
      const visit = signedIn(c.get('visit'));
      const kind = visit.query.get('kind') === 'document' ? 'document' : 'table';
      return renderPage(
        c,
        <FilePage visit={visit} data={await pageData(visit, place, { kind, datasetId: visit.query.get('dataset') })} />,
      );
    })
    .post('/cabinet/new', (c) => receiveForm(c, place))
    .post('/cabinet/new/start', (c) => startUpload(c, place))
    .post('/cabinet/new/link', (c) => addLink(c, place));
}

const Wish = z.object({
  fileName: z.string().min(1).max(1000),
  size: z.number().int().nonnegative(),
  kind: z.enum(['table', 'document']).default('table'),
  unitId: z.uuid().nullish(),
  datasetId: z.uuid().nullish(),
});

/** Of the island: answers where to send the bytes, or why not, before a byte travels. */
async function startUpload(c: HonoContext<SurfaceEnv>, place: UploadPlace): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const wish = Wish.safeParse(await c.req.json().catch(() => null));
  if (!wish.success) return c.json({ error: { code: 'bad-request', message: '' } }, 400);
  try {
    const { unitId = null, datasetId = null, ...rest } = wish.data;
    await place.refuseWithoutRoom(visit.ctx, rest.size);
    const reading = await startFile(visit.ctx, { ...rest, unitId, datasetId, limit: place.limit });
    return c.json({
      readingId: reading.id,
      datasetId: reading.datasetId,
      upload: '/cabinet/uploads',
      next: href(visit, `/cabinet/readings/${reading.id}`),
      cancel: href(visit, `/cabinet/readings/${reading.id}/cancel`),
    });
  } catch (error) {
    if (!isRequestError(error)) throw error;
    return c.json({ error: { code: error.code, message: error.text[visit.language] } }, HTTP_STATUS[error.kind]);
  }
}

/** Of the plain form: the file goes to the disk while it comes. */
async function receiveForm(c: HonoContext<SurfaceEnv>, place: UploadPlace): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const path = join(await place.folder(ctx), `${newId()}.part`);
  let fields: ReadonlyMap<string, string> = new Map();
  try {
    const form = await readMultipart(c.req.raw, path, place.limit);
    fields = form.fields;
    if (!form.file) {
      const texts = { uk: walkTexts.uk.file.chosen, en: walkTexts.en.file.chosen };
      throw new RequestError('invalid', 'file-missing', texts);
    }
    const reading = await startFile(ctx, {
      ...wishOf(fields),
      fileName: form.file.name,
      size: form.file.size,
      limit: place.limit,
    });
    await receiveFile(ctx, reading.id, path, place.limit);
    return c.redirect(href(visit, `/cabinet/readings/${reading.id}`), 303);
  } catch (thrown) {
    const error = isDiskFull(thrown) ? diskFull() : thrown;
    if (!isRequestError(error)) throw error;
    const { kind, unitId, datasetId } = wishOf(fields);
    const data = await pageData(visit, place, { kind, unitId, datasetId, error });
    return renderPage(c, <FilePage visit={visit} data={data} />, HTTP_STATUS[error.kind]);
  } finally {
    await rm(path, { force: true });
  }
}

function wishOf(fields: ReadonlyMap<string, string>): Pick<FileWish, 'kind' | 'unitId' | 'datasetId'> {
  return {
    kind: fields.get('kind') === 'document' ? 'document' : 'table',
    unitId: fields.get('unitId') || null,
    datasetId: fields.get('datasetId') || null,
  };
}

async function addLink(c: HonoContext<SurfaceEnv>, place: UploadPlace): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const form = await formOf(c);
  const [title, url, unitId] = [form.text('title'), form.text('url'), form.text('unitId')];
  const faults = [];
  if (!title)
    faults.push({
      field: 'title',
      text: { uk: walkTexts.uk.file.apiNameMissing, en: walkTexts.en.file.apiNameMissing },
    });
  const wrong = await checkLink(visit.ctx, url);
  if (wrong) faults.push({ field: 'url', text: wrong });
  const first = faults[0];
  if (first) {
    const error = new RequestError('invalid', 'link-form', first.text, faults);
    const data = await pageData(visit, place, { kind: 'table', unitId, link: { title, url, error } });
    return renderPage(c, <FilePage visit={visit} data={data} />, 400);
  }
  const dataset = await createDataset(visit.ctx, { unitId, title, resource: { kind: 'link', title, url } });
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/passport`), 303);
}

interface Asked {
  readonly kind: 'table' | 'document';
  readonly unitId?: string | null;
  readonly datasetId?: string | null;
  readonly error?: RequestError;
  readonly link?: FilePageData['link'];
}

async function pageData(visit: Visit, place: UploadPlace, asked: Asked): Promise<FilePageData> {
  const { ctx } = visit;
  const dataset = asked.datasetId ? await loadDataset(ctx, asked.datasetId) : null;
  const units = dataset ? [] : await unitsOf(visit);
  const recent = dataset ? [] : await recentDatasets(ctx);
  const own = visit.person?.appointments[0]?.unitId;
  return {
    units,
    unitId: asked.unitId ?? units.find(({ id }) => id === own)?.id ?? null,
    dataset,
    recent,
    kind: asked.kind,
    limit: place.limit,
    profile: await formatProfile(ctx),
    error: asked.error ?? null,
    link: asked.link ?? null,
  };
}

async function recentDatasets(ctx: Context): Promise<readonly Dataset[]> {
  return (await listDatasets(ctx, { unitIds: null, state: 'published' }, { page: 1, size: 3 })).items;
}

/** Units the person may make datasets for. */
async function unitsOf(visit: Visit): Promise<Unit[]> {
  const [units, reach] = await Promise.all([listUnits(visit.ctx), reachOf(visit.ctx, 'dataset.create')]);
  return units.filter(({ id }) => isWithinReach(reach, { id: null, unitId: id }));
}
