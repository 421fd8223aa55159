import { createHash } from 'node:crypto';
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { closedData, findPublicTable, type PublicTable } from '../../capabilities/publishing/index.ts';
import { type OpenTable, openTable } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { answerQuestion, parseQuestion, questionText } from './answer-question.ts';
import { describeTable } from './describe-table.ts';
import { answerTryPage } from './try-routes.tsx';

/** Seconds an answer may be kept. A version's rows never change, but its dataset may be closed, so even these come back to ask. */
const FRESH = { version: 300, published: 60, written: 0 } as const;

/**
 * The row API: `/api/rows/<tableId>` is one version for good, `/api/rows/<resourceId>` the version published now; beside each its description
 * (`/openapi.json`) and a page to try it (`/try`).
 */
export function rowsApiRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.use('/api/rows/*', openToAll);
  routes.options('/api/rows/*', (c) => c.body(null, 204));
  routes.get('/api/rows/:id', answerRows);
  routes.get('/api/rows/:id/openapi.json', answerDescription);
  routes.get('/api/rows/:id/try', async (c) => answerTryPage(c, await loadTable(c)));
  return routes;
}

/** Any page of any site may read the rows; also the refusals, or its programmer would see nothing. */
const openToAll: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  await next();
  c.res.headers.set('access-control-allow-origin', '*');
  c.res.headers.set('access-control-allow-methods', 'GET, HEAD, OPTIONS');
  c.res.headers.set('access-control-expose-headers', 'etag, link, x-total-count');
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
};

/** The table of the address, or why its rows are not given. */
async function loadTable(c: HonoContext<SurfaceEnv>): Promise<PublicTable> {
  return openOrRefused(await findPublicTable(c.get('visit').ctx, c.req.param('id') ?? ''));
}

function cacheHeaders(
  c: HonoContext<SurfaceEnv>,
  found: PublicTable,
  table: OpenTable,
  question: string,
): Record<string, string> {
  // rows written by key are there for the very next reader
  const present = table.manifest.byRows ? FRESH.written : FRESH.published;
  const age = c.req.param('id') === found.tableId ? FRESH.version : present;
  return {
    etag: etagOf(table.mark, question, c.get('visit').origin),
    'cache-control': `public, max-age=${age}`,
    'x-content-type-options': 'nosniff',
  };
}

async function answerRows(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = c.get('visit');
  const found = await loadTable(c);
  const table = await openTable(visit.ctx, found.tableId);
  const question = parseQuestion(table, visit.query);
  c.set('use', { datasetId: found.datasetId, kind: 'request' });
  const headers = cacheHeaders(c, found, table, questionText(question));
  if (matches(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
  const answer = await answerQuestion(visit.ctx, table, question, `${visit.origin}/api/rows/${c.req.param('id')}`);
  const links = Object.entries(answer.links).flatMap(([rel, to]) => (to ? `<${to}>; rel="${rel}"` : []));
  return c.body(answer.body, 200, {
    ...headers,
    'content-type': answer.mediaType,
    'x-total-count': String(answer.total),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
  });
}

async function answerDescription(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = c.get('visit');
  const found = await loadTable(c);
  const table = await openTable(visit.ctx, found.tableId);
  const headers = cacheHeaders(c, found, table, `openapi ${found.resourceTitle}`);
  if (matches(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
  const description = await describeTable(visit.ctx, table, {
    id: c.req.param('id') ?? '',
    title: found.resourceTitle,
    version: found.versionNumber,
    origin: visit.origin,
  });
  return c.body(JSON.stringify(description), 200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
}

function openOrRefused(table: PublicTable | null): PublicTable {
  if (!table) {
    throw new RequestError('not-found', 'no-such-table', {
      uk: 'Таблиці з такою адресою немає. Адреси таблиць є на сторінках наборів і в /api/1/datasets.',
      en: 'There is no table at this address. The addresses of tables are on the pages of datasets and in /api/1/datasets.',
    });
  }
  if (table.state === 'published') return table;
  throw closedData(table.state, table.closure);
}

/** The form of our answers. Raise it when they are written otherwise, or old clients would go on being told that nothing changed. */
const ANSWER_FORM = 1;

/** A table never changes, so its mark and the question name the answer. Links hold the host: another host is another answer. */
function etagOf(mark: string, question: string, origin: string): string {
  return `"${createHash('sha256').update(`${ANSWER_FORM}\n${mark}\n${question}\n${origin}`).digest('base64url').slice(0, 27)}"`;
}

function matches(header: string | undefined, etag: string | undefined): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
