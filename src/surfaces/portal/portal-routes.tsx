import { Hono } from 'hono';
import { catalogNumbers, newestCards, openPromises, searchCards } from '../../capabilities/catalog/index.ts';
import type { RowPage } from '../../capabilities/tables/index.ts';
import { renderPage, type SurfaceEnv } from '../components/index.ts';
import { cityRoutes } from './city/city-routes.tsx';
import { HomePage, NotSetUpPage } from './city/home-page.tsx';
import { responsibleRoutes } from './city/responsible-routes.tsx';
import { compareRoutes } from './dataset/compare-routes.tsx';
import { datasetRoutes } from './dataset/dataset-routes.tsx';
import { versionRoutes } from './dataset/version-routes.ts';
import { embedRoutes } from './embed/embed-routes.tsx';
import { explorerRoutes } from './explorer/explorer-routes.tsx';
import { exposureRoutes } from './exposure/exposure-routes.tsx';
import { ComponentsGuide } from './guide/guide-page.tsx';
import { plainRoutes } from './machine/plain-routes.ts';
import { messageRoutes } from './messages/message-routes.tsx';
import { normsRoutes } from './norms/norms-routes.tsx';
import { openDataRoutes } from './open-data/index.ts';
import { publicMaterialRoutes } from './people/index.ts';
import { publicPolicyRoutes } from './policy/policy-routes.tsx';
import { promiseRoutes } from './promises/promise-routes.tsx';
import { RecentAnswers } from './recent-answers.ts';
import { requiredRoutes } from './required/required-routes.tsx';
import { searchRoutes } from './search/search-routes.tsx';
import { structureRoutes } from './structures/structure-routes.tsx';

const NEWEST = 12;
/** Promises on the home page. */
const PROMISED = 5;
/** 50 rows of 20 columns are some 20 kB. */
const ROW_PAGES_KEPT = 400;

/** Public pages: home, search, datasets, publishers, themes, about; feeds and the city's colours. */
export function portalRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  // one memory: a page of rows is the same in the dataset's page, in its part and in a frame
  const rows = new RecentAnswers<RowPage>(ROW_PAGES_KEPT);

  routes.get('/', async (c) => {
    const visit = c.get('visit');
    if (!visit.profile) return renderPage(c, <NotSetUpPage visit={visit} />);
    const [numbers, newest, all, promised] = await Promise.all([
      catalogNumbers(visit.ctx),
      newestCards(visit.ctx, NEWEST),
      searchCards(visit.ctx, { page: 1, size: 1 }),
      openPromises(visit.ctx, { most: PROMISED }),
    ]);
    return renderPage(c, <HomePage visit={visit} view={{ numbers, newest, themes: all.facets.themes, promised }} />);
  });

  routes.route('/', promiseRoutes());
  routes.route('/', searchRoutes());
  routes.route('/', cityRoutes());
  routes.route('/', responsibleRoutes());
  routes.route('/', requiredRoutes());
  routes.route('/', publicMaterialRoutes());
  routes.get('/guide/components', (c) => renderPage(c, <ComponentsGuide visit={c.get('visit')} />));
  routes.route('/', exposureRoutes());
  routes.route('/', datasetRoutes(rows));
  routes.route('/', compareRoutes());
  routes.route('/', versionRoutes());
  routes.route('/', explorerRoutes(rows));
  routes.route('/', embedRoutes(rows));
  routes.route('/', openDataRoutes());
  routes.route('/', structureRoutes());
  routes.route('/', normsRoutes());
  routes.route('/', publicPolicyRoutes());
  routes.route('/', messageRoutes());
  routes.route('/', plainRoutes());
  return routes;
}
