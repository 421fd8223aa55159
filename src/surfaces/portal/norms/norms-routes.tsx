import { Hono } from 'hono';
import { listNorms, publicOrders } from '../../../capabilities/orders/index.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { PublicNormsPage } from './norms-page.tsx';

/** `/open-data/norms`: the legal base of open data, for everybody. Two statements. */
export function normsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/open-data/norms', async (c) => {
    const visit = c.get('visit');
    const [norms, orders] = await Promise.all([listNorms(visit.ctx), publicOrders(visit.ctx)]);
    const shown = norms.filter((norm) => norm.public && norm.replacedBy === null);
    return renderPage(c, <PublicNormsPage visit={visit} norms={shown} orders={orders} />);
  });
  return routes;
}
