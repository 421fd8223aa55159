import { Hono } from 'hono';
import { findUnitBySlug, listUnits } from '../../capabilities/accounts/index.ts';
import { catalogNumbers, newestCards, searchCards } from '../../capabilities/catalog/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import { renderPage, type SurfaceEnv } from '../components/index.ts';
import { AboutPage } from './city/about-page.tsx';
import { HomePage, NotSetUpPage } from './city/home-page.tsx';
import { UnitPage, UnitsPage } from './city/units-page.tsx';
import { datasetRoutes } from './dataset/dataset-routes.tsx';
import { ComponentsGuide } from './guide/guide-page.tsx';
import { plainRoutes } from './machine/plain-routes.ts';
import { messageRoutes } from './messages/message-routes.tsx';
import { readSearchState, SEARCH_PAGE_SIZE } from './search/search-address.ts';
import { SearchPage } from './search/search-page.tsx';

const NEWEST = 12;
const UNIT_DATASETS = 50;

/** Public pages: home, search, datasets, units, about; feeds and the city's colours. */
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

  routes.get('/datasets', async (c) => {
    const visit = c.get('visit');
    const state = readSearchState(visit.query);
    const found = await searchCards(visit.ctx, {
      q: state.q || undefined,
      unit: state.unit || undefined,
      theme: state.theme || undefined,
      format: state.format || undefined,
      page: state.page,
      size: SEARCH_PAGE_SIZE,
    });
    return renderPage(c, <SearchPage visit={visit} view={{ state, found }} />);
  });

  routes.get('/units', async (c) => {
    const visit = c.get('visit');
    const [units, all] = await Promise.all([listUnits(visit.ctx), searchCards(visit.ctx, { page: 1, size: 1 })]);
    return renderPage(c, <UnitsPage visit={visit} units={units} counts={all.facets.units} />);
  });

  routes.get('/units/:slug', async (c) => {
    const visit = c.get('visit');
    const unit = await findUnitBySlug(visit.ctx, c.req.param('slug'));
    if (!unit) throw noSuchUnit();
    const [units, found] = await Promise.all([
      listUnits(visit.ctx),
      searchCards(visit.ctx, { unit: unit.slug, page: 1, size: UNIT_DATASETS }),
    ]);
    const above = [];
    for (
      let one = units.find(({ id }) => id === unit.parentId);
      one;
      one = units.find(({ id }) => id === one?.parentId)
    ) {
      above.unshift(one);
    }
    const below = units.filter((one) => one.parentId === unit.id);
    return renderPage(c, <UnitPage visit={visit} view={{ unit, above, below, found }} />);
  });

  routes.get('/about', (c) => renderPage(c, <AboutPage visit={c.get('visit')} />));
  routes.get('/guide/components', (c) => renderPage(c, <ComponentsGuide visit={c.get('visit')} />));
  routes.route('/', datasetRoutes());
  routes.route('/', messageRoutes());
  routes.route('/', plainRoutes());
  return routes;
}

function noSuchUnit(): RequestError {
  return new RequestError('not-found', 'no-such-unit', {
    uk: 'Такого розпорядника на порталі немає. Можливо, його перейменовано: подивіться в переліку розпорядників.',
    en: 'There is no such publisher on the portal. It may have been renamed: look in the list of publishers.',
  });
}
