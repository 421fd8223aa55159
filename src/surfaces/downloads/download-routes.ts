import { Hono, type Context as HonoContext } from 'hono';
import { may } from '../../capabilities/accounts/index.ts';
import { closedData, findPublicFile, findPublicTable } from '../../capabilities/publishing/index.ts';
import { DOWNLOAD_FORMATS, findStoredDownload, openDownload } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { fileNameOf } from './content.ts';
import { noSuchFile, tooManyStreams } from './refusals.ts';
import { bodyOf, fileHeaders, sendFile } from './send-file.ts';

/** The bytes of a version never change, but its dataset may be closed: askers come back after this many seconds. */
const FRESH = 'public, max-age=300';

/**
 * Tables streamed as they are read, at once in one process: each holds a DuckDB of its own (up to 300 MB) for as long as the asker takes. The
 * rest is told to come back; a finished file has no such limit.
 */
const MOST_STREAMS = 8;

/** Files to take away: `/download/<tableId>.csv|json` and `/file/<resourceId>?version=n`. */
export function downloadRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  const streams = { open: 0 };
  routes.get('/download/:file', (c) => sendTable(c, streams));
  routes.get('/file/:id', sendStoredFile);
  return routes;
}

/** A whole table of any version. While its file is not made yet it is streamed as it is read. */
async function sendTable(c: HonoContext<SurfaceEnv>, streams: { open: number }): Promise<Response> {
  const { ctx } = c.get('visit');
  const [, id = '', written = ''] = /^(.+)\.([a-z]+)$/.exec(c.req.param('file') ?? '') ?? [];
  const format = DOWNLOAD_FORMATS.find((one) => one === written);
  const table = format ? await findPublicTable(ctx, id) : null;
  if (!table || !format) throw noSuchFile();
  if (table.state !== 'published') throw closedData(table.state, table.closure);
  const name = fileNameOf(table.resourceTitle, ` (версія ${table.versionNumber}).${format}`);
  const stored = await findStoredDownload(ctx, table.tableId, format);
  if (stored) {
    return sendFile(c, { name, ...stored, cacheControl: FRESH, read: (range) => ctx.objects.read(stored.key, range) });
  }
  if (streams.open >= MOST_STREAMS) throw tooManyStreams();
  const headers = { ...fileHeaders(name, 'no-cache'), 'accept-ranges': 'none' };
  return new Response(
    bodyOf(c, async () => counted((await openDownload(ctx, table.tableId, format)).stream, streams)),
    { headers },
  );
}

async function* counted(stream: AsyncIterable<Uint8Array>, streams: { open: number }): AsyncIterable<Uint8Array> {
  streams.open += 1;
  try {
    yield* stream;
  } finally {
    streams.open -= 1;
  }
}

/** A document, archive, map or original. Originals nobody ticked as public go to staff only. */
async function sendStoredFile(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const { ctx, query } = c.get('visit');
  const file = await findPublicFile(ctx, c.req.param('id') ?? '', versionOf(query.get('version')));
  if (!file) throw noSuchFile();
  const open = file.open && file.state === 'published';
  if (!open && !(await may(ctx, 'dataset.edit', file.unitId))) {
    if (file.state !== 'published') throw closedData(file.state, file.closure);
    throw new RequestError('forbidden', 'original-restricted', {
      uk: 'Файл, з якого зроблено таблицю, не відкрито. Самі дані можна завантажити зі сторінки набору.',
      en: 'The file the table was made from is not open. The data themselves can be downloaded from the page of the dataset.',
    });
  }
  return sendFile(c, {
    ...file,
    cacheControl: open ? FRESH : 'private, no-store',
    read: (range) => ctx.objects.read(file.key, range),
  });
}

function versionOf(written: string | null): number | undefined {
  if (written === null || written === '') return undefined;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw noSuchFile();
}
