import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { show, signedInOnly } from '../accounts/posted-form.ts';
import { RightsPage } from './rights-page.tsx';

/** `/cabinet/rights`: who may do what, in plain sentences, for everybody in the cabinet. */
export function rightsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/rights', signedInOnly, async (c) => {
    const visit = c.get('visit');
    return show(c, <RightsPage visit={visit} units={await listUnits(visit.ctx)} />);
  });
  return routes;
}
