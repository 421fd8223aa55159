import { Hono } from 'hono';
import { type UploadOptions, uploadPlace } from '../../capabilities/ingest/index.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { tokensOnly } from './asked-by-token.ts';
import { fileRoutes } from './file-routes.ts';
import { readingRoutes } from './reading-routes.ts';

/** Every address of the write API. Without options: files to 500 MB, gathered beside the objects. */
export function writeApiRoutes(options: UploadOptions = {}): Hono<SurfaceEnv> {
  const place = uploadPlace(options);
  const routes = new Hono<SurfaceEnv>();
  routes.use('/api/1/readings/*', tokensOnly);
  routes.use('/api/1/datasets/:dataset/file', tokensOnly);
  routes.use('/api/1/datasets/:dataset/resources/*', tokensOnly);
  return routes.route('/', fileRoutes(place)).route('/', readingRoutes());
}
