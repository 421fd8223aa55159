/*
 * The registry of data: one view for staff (`/cabinet/city/registry`) and one for everybody (`/open-data/registry`), made of the same parts.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { confirmRoutes } from './confirm-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { registryPages } from './registry-routes.tsx';

/** All addresses of the registry. */
export function registryRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', confirmRoutes()).route('/', importRoutes()).route('/', registryPages());
}
