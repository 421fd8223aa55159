import { Hono } from 'hono';
import { loadRequired, noItem } from '../../../capabilities/mandates/index.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { narrowRequired, readRequiredQuery, requiredCsv } from '../../components/required/index.ts';
import { RequiredItemPage } from './required-item-page.tsx';
import { REQUIRED_PATH, RequiredPage } from './required-page.tsx';

const TYPE = { 'content-type': 'text/csv; charset=utf-8' };

/** `/open-data/required`: the required datasets as a page, CSV, and item by item; as JSON they are at `/api/1/required`. */
export function requiredRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(REQUIRED_PATH, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <RequiredPage visit={visit} shown={await shownTo(visit)} />);
  });
  routes.get(`${REQUIRED_PATH}.csv`, async (c) => {
    const visit = c.get('visit');
    const { items, view } = await shownTo(visit);
    return c.body(requiredCsv(visit, items, view), 200, TYPE);
  });
  routes.get(`${REQUIRED_PATH}/:line`, async (c) => {
    const visit = c.get('visit');
    const view = await loadRequired(visit.ctx);
    const one = view.items.find(({ item }) => item.line === c.req.param('line'));
    if (!one) throw noItem();
    return renderPage(c, <RequiredItemPage visit={visit} one={one} view={view} />);
  });
  return routes;
}

async function shownTo({ ctx, query }: Visit) {
  return narrowRequired(ctx, await loadRequired(ctx), readRequiredQuery(query));
}
