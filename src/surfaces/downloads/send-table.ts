import type { Context as HonoContext } from 'hono';
import { closedData, findPublicTable, type PublicTable } from '../../capabilities/publishing/index.ts';
import {
  type DownloadFormat,
  downloadSettings,
  findStoredDownload,
  formatFacts,
  formatOfExtension,
  hasPlaces,
  isTooLargeFor,
  isTracking,
  openDownload,
  openTable,
  parseRowQuery,
  queryOpenTable,
  type RowQuery,
  streamView,
} from '../../capabilities/tables/index.ts';
import type { Context } from '../../platform/context.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { fileNameOf } from './content.ts';
import { noPlaces, noSuchFile, tooLargeForFormat, tooManyStreams } from './refusals.ts';
import { bodyOf, fileHeaders, sendFile } from './send-file.ts';

/** The bytes of a version never change, but its dataset may be closed: askers come back after this many seconds. */
const FRESH = 'public, max-age=300';

/**
 * Tables streamed as they are read, at once in one process: each holds a DuckDB of its own (up to 300 MB) for as long as the asker takes. The
 * rest is told to come back; a finished file has no such limit.
 */
const MOST_STREAMS = 8;

/** Parameters of a page's address that say nothing of rows. */
const OF_THE_PAGE = ['r', 'view'];

/** The streams of one process. */
export interface Streams {
  open: number;
}

/**
 * `/download/<tableId>.<extension>`: a whole table of any version. While its file is not made yet it is streamed as it is read. With a row
 * query: the rows and columns asked for, streamed.
 */
export async function sendTable(c: HonoContext<SurfaceEnv>, streams: Streams): Promise<Response> {
  const { ctx, query } = c.get('visit');
  const [, id = '', extension = ''] = /^([^.]+)\.(.+)$/.exec(c.req.param('file') ?? '') ?? [];
  const format = formatOfExtension(extension);
  const table = format ? await findPublicTable(ctx, id) : null;
  if (!table || !format) throw noSuchFile();
  if (table.state !== 'published') throw closedData(table.state, table.closure);
  if (format === 'parquet' && !(await downloadSettings(ctx)).parquet) throw noSuchFile();
  c.set('use', { datasetId: table.datasetId, kind: 'download' });
  const isView = [...query.keys()].some((key) => !OF_THE_PAGE.includes(key) && !isTracking([], key));
  return isView ? sendView(c, table, format, streams) : sendWhole(c, table, format, streams);
}

async function sendWhole(
  c: HonoContext<SurfaceEnv>,
  table: PublicTable,
  format: DownloadFormat,
  streams: Streams,
): Promise<Response> {
  const { ctx } = c.get('visit');
  const name = fileNameOf(titleOf(table), endingOf(table, format, false));
  const stored = await findStoredDownload(ctx, table.tableId, format);
  if (stored) {
    return sendFile(c, {
      name,
      ...stored,
      changedAt: stored.builtAt,
      cacheControl: FRESH,
      read: (range) => ctx.objects.read(stored.key, range),
    });
  }
  const opened = await openTable(ctx, table.tableId);
  if (isTooLargeFor(format, opened.manifest.rows, opened.columns.length)) throw tooLargeForFormat(format);
  if (needsPlaces(format) && !hasPlaces(opened.columns)) throw noPlaces();
  return sendStream(c, name, streams, async (streaming) => {
    const download = await openDownload(streaming, table.tableId, format);
    return download.stream;
  });
}

const needsPlaces = (format: DownloadFormat) => format === 'geojson' || format === 'shp';

/** A view as it is seen: its rows, order and columns. */
async function sendView(
  c: HonoContext<SurfaceEnv>,
  table: PublicTable,
  format: DownloadFormat,
  streams: Streams,
): Promise<Response> {
  const { ctx, query: asked } = c.get('visit');
  const opened = await openTable(ctx, table.tableId);
  const query = parseRowQuery(opened.manifest.columns, asked, OF_THE_PAGE);
  if (needsPlaces(format) && !hasPlaces(opened.columns)) throw noPlaces();
  const columns = query.columns.length || opened.columns.length;
  if (isTooLargeFor(format, opened.manifest.rows, columns) && isTooLargeFor(format, await rowsOf(ctx), columns)) {
    throw tooLargeForFormat(format);
  }
  const name = fileNameOf(titleOf(table), endingOf(table, format, true));
  return sendStream(c, name, streams, async (streaming) => streamView(streaming, opened, query, format));

  async function rowsOf(asker: Context): Promise<number> {
    const one: RowQuery = { ...query, page: 1, size: 1 };
    return (await queryOpenTable(asker, opened, one)).total;
  }
}

/** Bytes that are made while they are given; when the asker goes away, their making stops. */
function sendStream(
  c: HonoContext<SurfaceEnv>,
  name: string,
  streams: Streams,
  open: (ctx: Context) => Promise<AsyncIterable<Uint8Array>>,
): Response {
  if (streams.open >= MOST_STREAMS) throw tooManyStreams();
  const { ctx } = c.get('visit');
  const gone = new AbortController();
  const streaming: Context = { ...ctx, signal: AbortSignal.any([ctx.signal, gone.signal]) };
  const headers = { ...fileHeaders(name, 'no-cache'), 'accept-ranges': 'none' };
  return new Response(
    bodyOf(
      c,
      async () => counted(() => open(streaming), streams),
      () => gone.abort(),
    ),
    { headers },
  );
}

/** Counted from before it is opened: many who ask at the same moment must not all find room. */
async function* counted(open: () => Promise<AsyncIterable<Uint8Array>>, streams: Streams): AsyncIterable<Uint8Array> {
  streams.open += 1;
  try {
    yield* await open();
  } finally {
    streams.open -= 1;
  }
}

/** The dataset's title; of several tables each adds its own. */
function titleOf({ datasetTitle, resourceTitle, onlyTable }: PublicTable): string {
  return onlyTable ? datasetTitle : `${datasetTitle}, ${resourceTitle}`;
}

/** «(версія 2).csv»: of the present version the number is not said. */
function endingOf(table: PublicTable, format: DownloadFormat, isView: boolean): string {
  const notes = [
    ...(table.current ? [] : [`версія ${table.versionNumber}`]),
    ...(isView ? ['вибірка'] : []),
    ...(format === 'csv-excel' ? ['для Excel'] : []),
  ];
  const extension = formatFacts(format).extension.replace('excel.', '');
  return `${notes.length === 0 ? '' : ` (${notes.join(', ')})`}.${extension}`;
}
