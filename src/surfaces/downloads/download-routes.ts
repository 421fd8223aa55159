import { Hono } from 'hono';
import type { SurfaceEnv } from '../components/visit.ts';

/** Files to take away: `/download/<tableId>.csv|json` and `/file/<resourceId>`. */
export function downloadRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>();
}
