import { Hono } from 'hono';
import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { show, signedInOnly } from '../accounts/posted-form.ts';
import { CityHubPage } from './city-hub-page.tsx';
import { PLACE_GROUPS } from './places.ts';

/** `/cabinet/city`: what of the community's work this person may see. */
export function cityHubRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/city', signedInOnly, (c) => {
    const visit = c.get('visit');
    const holdings = visit.person?.appointments ?? [];
    const groups = PLACE_GROUPS.map(({ group, places }) => ({
      group,
      places: places.filter(({ deed }) => mayAnywhere(holdings, deed)),
    })).filter(({ places }) => places.length > 0);
    return show(c, <CityHubPage visit={visit} groups={groups} />);
  });
  return routes;
}
