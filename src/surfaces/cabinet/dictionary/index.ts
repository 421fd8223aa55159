/* The dictionary in the cabinet: shared fields, keys and links of tables, technical cards. */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { cardsRoutes } from './cards-routes.tsx';
import { fieldsRoutes } from './fields-routes.tsx';
import { linksRoutes } from './links-routes.tsx';

/** Pages of shared fields, links between datasets, and technical cards. */
export function dictionaryRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', fieldsRoutes()).route('/', linksRoutes()).route('/', cardsRoutes());
}
