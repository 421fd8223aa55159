import { Hono, type Context as HonoContext } from 'hono';
import { render } from 'preact-render-to-string';
import { findCard } from '../../../capabilities/catalog/index.ts';
import { closedData, listVersions } from '../../../capabilities/publishing/index.ts';
import { downloadOffer } from '../../../capabilities/tables/index.ts';
import { HTTP_STATUS, RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import { DatasetTable } from './dataset-table.tsx';
import type { ExplorerSource } from './explorer-model.ts';
import { loadExplorer, type RowMemory } from './load-explorer.ts';

/**
 * The explorer alone, as the part of the dataset's page that scripts put in its place: the same components at
 * `/datasets/<slug>/explorer` and `/datasets/<slug>/versions/<n>/explorer`, the same query string.
 */
export function explorerRoutes(rows: RowMemory): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/datasets/:slug/explorer', (c) => sendPart(c, rows, null));
  routes.get('/datasets/:slug/versions/:number{[0-9]{1,9}}/explorer', (c) =>
    sendPart(c, rows, Number(c.req.param('number'))),
  );
  return routes;
}

async function sendPart(c: HonoContext<SurfaceEnv>, rows: RowMemory, number: number | null) {
  const visit = c.get('visit');
  const view = await loadPart(visit, rows, c.req.param('slug') ?? '', number);
  const status = view.table?.kind === 'refused' ? HTTP_STATUS[view.table.error.kind] : 200;
  // the page itself is what search engines should know
  return c.html(render(<DatasetTable visit={visit} view={view} />), status, { 'x-robots-tag': 'noindex' });
}

async function loadPart(visit: Visit, rows: RowMemory, slug: string, number: number | null): Promise<ExplorerSource> {
  const card = await findCard(visit.ctx, slug);
  if (card?.state !== 'published') throw notThere();
  const old = number === null || number === card.versionNumber ? null : await versionOf(visit, card.datasetId, number);
  const resources = old?.resources ?? card.resources;
  const asked = visit.query.get('r');
  const resource = resources.find((one) => one.id === asked) ?? resources[0] ?? null;
  if (!resource?.tableId) throw notThere();
  const [table, offer] = await Promise.all([
    loadExplorer(visit, rows, resource, resource.tableId),
    downloadOffer(visit.ctx, { id: resource.tableId, columns: resource.fields, rows: resource.rows ?? 0 }),
  ]);
  return { card, old, resources, resource, table, offer };
}

async function versionOf(visit: Visit, datasetId: string, number: number) {
  const version = (await listVersions(visit.ctx, datasetId)).find((one) => one.number === number);
  if (!version) throw notThere();
  // what was read of it before may still be remembered
  if (version.closure) throw closedData('withdrawn', { ...version.closure, reviewOn: null });
  return version;
}

function notThere(): RequestError {
  return new RequestError('not-found', 'no-such-table', {
    uk: 'Такої таблиці немає. Перевірте адресу або знайдіть набір у каталозі.',
    en: 'There is no such table. Check the address or find the dataset in the catalog.',
  });
}
