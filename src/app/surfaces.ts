import type { Hono } from 'hono';
import type { SurfaceEnv } from '../surfaces/components/visit.ts';
import { downloadRoutes } from '../surfaces/downloads/index.ts';
import { rowsApiRoutes } from '../surfaces/rows-api/index.ts';

/** Every surface, in the order their routes are tried. */
export function surfaces(): readonly Hono<SurfaceEnv>[] {
  return [downloadRoutes(), rowsApiRoutes()];
}
