import { Hono } from 'hono';
import { newestCards } from '../../../capabilities/catalog/index.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { blockRoutes } from './blocks/block-routes.tsx';
import { loadExamples } from './embed-examples.ts';
import { EmbedsPage } from './embeds-page.tsx';
import { OpenDataPage } from './open-data-page.tsx';

/** One of these is the example of a dataset and of a table. */
const LOOKED_AT = 12;

/** `/open-data`: the section; `/open-data/embeds`: how its blocks are put on another site; the blocks themselves. */
export function openDataRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/open-data', (c) => renderPage(c, <OpenDataPage visit={c.get('visit')} />));
  routes.get('/open-data/embeds', async (c) => {
    const visit = c.get('visit');
    const cards = await newestCards(visit.ctx, LOOKED_AT);
    return renderPage(c, <EmbedsPage visit={visit} examples={await loadExamples(visit, cards)} />);
  });
  routes.route('/', blockRoutes());
  return routes;
}
