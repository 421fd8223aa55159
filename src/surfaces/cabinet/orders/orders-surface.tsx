import { Hono } from 'hono';
import type { OrderEffectKind } from '../../../capabilities/orders/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { orderFileRoutes } from './file-routes.ts';
import { normRoutes } from './norm-routes.tsx';
import { oneOrderRoutes, showOrder } from './one-order-routes.tsx';
import { orderListRoutes } from './order-routes.tsx';

/**
 * Orders and norms in the cabinet.
 * @param effects every kind of effect an order may have
 */
export function orderRoutes(options: { readonly effects: readonly OrderEffectKind[] }): Hono<SurfaceEnv> {
  const { effects } = options;
  const routes = new Hono<SurfaceEnv>();
  routes.route('/', normRoutes());
  routes.route('/', orderListRoutes(effects));
  routes.route(
    '/',
    orderFileRoutes((c, error) => showOrder(c, effects, { form: { values: {}, error }, posted: 'file' })),
  );
  routes.route('/', oneOrderRoutes(effects));
  return routes;
}
