import { Hono } from 'hono';
import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { show, signedInOnly } from '../accounts/posted-form.ts';
import { CityHubPage } from './city-hub-page.tsx';
import { PLACES } from './places.ts';

/** `/cabinet/city`: what of the community's work this person may see. */
export function cityHubRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/city', signedInOnly, (c) => {
    const visit = c.get('visit');
    const holdings = visit.person?.appointments ?? [];
    const places = PLACES.filter(({ deed }) => mayAnywhere(holdings, deed));
    return show(c, <CityHubPage visit={visit} places={places} />);
  });
  return routes;
}
