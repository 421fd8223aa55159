import { createHash } from 'node:crypto';
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { closedData, findPublicTable, type PublicTable } from '../../capabilities/publishing/index.ts';
import { openTable, parseRowQuery, queryOpenTable, rowQueryParameters } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { pageLinks, rowsAsCsv, rowsAsJson } from './rows-answer.ts';

/** Seconds an answer may be kept. A version's rows never change, but its dataset may be closed, so even these come back to ask. */
const FRESH = { version: 300, published: 60 } as const;

/** The row API: `/api/rows/<tableId>` is one version for good, `/api/rows/<resourceId>` the version published now. */
export function rowsApiRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.use('/api/rows/*', openToAll);
  routes.options('/api/rows/:id', (c) => c.body(null, 204));
  routes.get('/api/rows/:id', answerRows);
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

async function answerRows(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  const found = openOrRefused(await findPublicTable(visit.ctx, id));
  const table = await openTable(visit.ctx, found.tableId);
  const query = parseRowQuery(table.manifest.columns, visit.query, ['format']);
  const format = formatOf(visit.query.get('format'));
  const etag = etagOf(found.tableId, `${rowQueryParameters(query)}&format=${format}`, visit.origin);
  const headers = {
    etag,
    'cache-control': `public, max-age=${id === found.tableId ? FRESH.version : FRESH.published}`,
    'x-content-type-options': 'nosniff',
  };
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  const page = await queryOpenTable(visit.ctx, table, query);
  const address = { base: `${visit.origin}/api/rows/${id}`, format };
  if (format === 'json') {
    return c.body(rowsAsJson(page, query, address), 200, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
    });
  }
  const links = Object.entries(pageLinks(page, query, address)).flatMap(([rel, to]) =>
    to ? `<${to}>; rel="${rel}"` : [],
  );
  return c.body(rowsAsCsv(page), 200, {
    ...headers,
    'content-type': 'text/csv; charset=utf-8; header=present',
    'x-total-count': String(page.total),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
  });
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

function formatOf(written: string | null): 'json' | 'csv' {
  if (written === null || written === '' || written === 'json') return 'json';
  if (written === 'csv') return 'csv';
  const text = {
    uk: `Формату «${written}» немає. Є: json, csv.`,
    en: `There is no format "${written}". There are: json, csv.`,
  };
  throw new RequestError('invalid', 'bad-format', text, [{ field: 'format', text }]);
}

/** A table never changes, so its id and the question name the answer. Links hold the host: another host is another answer. */
function etagOf(tableId: string, question: string, origin: string): string {
  return `"${createHash('sha256').update(`${tableId}\n${question}\n${origin}`).digest('base64url').slice(0, 27)}"`;
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
