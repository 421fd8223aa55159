import { Hono } from 'hono';
import { catalogNumbers, newestCards, searchCards } from '../../capabilities/catalog/index.ts';
import { renderPage, type SurfaceEnv } from '../components/index.ts';
import { cityRoutes } from './city/city-routes.tsx';
import { HomePage, NotSetUpPage } from './city/home-page.tsx';
import { datasetRoutes } from './dataset/dataset-routes.tsx';
import { embedRoutes } from './embed/embed-routes.tsx';
import { explorerRoutes } from './explorer/explorer-routes.tsx';
import { ComponentsGuide } from './guide/guide-page.tsx';
import { plainRoutes } from './machine/plain-routes.ts';
import { messageRoutes } from './messages/message-routes.tsx';
import { searchRoutes } from './search/search-routes.tsx';

const NEWEST = 12;

/** Public pages: home, search, datasets, publishers, themes, about; feeds and the city's colours. */
export function portalRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();

  routes.get('/', async (c) => {
    const visit = c.get('visit');
    if (!visit.profile) return renderPage(c, <NotSetUpPage visit={visit} />);
    const [numbers, newest, all] = await Promise.all([
      catalogNumbers(visit.ctx),
      newestCards(visit.ctx, NEWEST),
      searchCards(visit.ctx, { page: 1, size: 1 }),
    ]);
    return renderPage(c, <HomePage visit={visit} view={{ numbers, newest, themes: all.facets.themes }} />);
  });

  routes.route('/', searchRoutes());
  routes.route('/', cityRoutes());
  routes.get('/guide/components', (c) => renderPage(c, <ComponentsGuide visit={c.get('visit')} />));
  routes.route('/', datasetRoutes());
  routes.route('/', explorerRoutes());
  routes.route('/', embedRoutes());
  routes.route('/', messageRoutes());
  routes.route('/', plainRoutes());
  return routes;
}
