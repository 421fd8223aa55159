import { Hono, type Context as HonoContext } from 'hono';
import { may } from '../../capabilities/accounts/index.ts';
import { closedData, findPublicFile } from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { noSuchFile } from './refusals.ts';
import { sendFile } from './send-file.ts';
import { type Streams, sendTable } from './send-table.ts';

/** Files to take away: `/download/<tableId>.<format>`, whole or with a row query, and `/file/<resourceId>?version=n`. */
export function downloadRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  const streams: Streams = { open: 0 };
  routes.get('/download/:file', (c) => sendTable(c, streams));
  routes.get('/file/:id', sendStoredFile);
  return routes;
}

/** A document, archive, map or original. Originals nobody ticked as public go to staff only. */
async function sendStoredFile(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const { ctx, query } = c.get('visit');
  const file = await findPublicFile(ctx, c.req.param('id') ?? '', versionOf(query.get('version')));
  if (!file) throw noSuchFile();
  if (file.closure?.purged) throw closedData('withdrawn', file.closure);
  const open = file.open && file.state === 'published';
  // originals with data of people are read by their own right only, with a reason, on a page of the cabinet
  const guarded = file.personal || file.state !== 'published';
  if (!open && (guarded || !(await may(ctx, 'dataset.edit', { id: file.datasetId, unitId: file.unitId })))) {
    if (guarded && (await may(ctx, 'original.read', { id: file.datasetId, unitId: file.unitId })))
      return c.redirect(`/cabinet/datasets/${file.datasetId}/originals`, 303);
    if (file.state !== 'published') throw closedData(file.state, file.closure);
    throw new RequestError('forbidden', 'original-restricted', {
      uk: 'Файл, з якого зроблено таблицю, не відкрито. Самі дані можна завантажити зі сторінки набору.',
      en: 'The file the table was made from is not open. The data themselves can be downloaded from the page of the dataset.',
    });
  }
  if (open) c.set('use', { datasetId: file.datasetId, kind: 'download' });
  return sendFile(c, {
    ...file,
    cacheControl: open ? 'public, max-age=300' : 'private, no-store',
    read: (range) => ctx.objects.read(file.key, range),
  });
}

function versionOf(written: string | null): number | undefined {
  if (written === null || written === '') return undefined;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw noSuchFile();
}
