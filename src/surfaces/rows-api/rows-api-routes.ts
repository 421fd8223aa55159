import { Hono } from 'hono';
import type { SurfaceEnv } from '../components/visit.ts';

/** What /api/openapi.json says of the row API: OpenAPI 3.1 `paths`. */
export const ROWS_API_PATHS: Record<string, object> = {};

/** The row API: `/api/rows/<tableId or resourceId>`. */
export function rowsApiRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>();
}
