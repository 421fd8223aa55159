import { Hono } from 'hono';
import { type UploadOptions, uploadPlace } from '../../capabilities/ingest/index.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { tokensOnly } from './asked-by-token.ts';
import { decisionRoutes } from './decision-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { internalRoutes } from './internal-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { rowRoutes } from './row-routes.ts';
import { ruleRoutes } from './rule-routes.ts';

const DATASETS = ['file', 'draft', 'publication', 'unchanged', 'rows-rule', 'personal-data', 'resources/*'].map(
  (path) => `/api/1/datasets/:dataset/${path}`,
);

/** Every address of the write API. Without options: files to 500 MB, gathered beside the objects. */
export function writeApiRoutes(options: UploadOptions = {}): Hono<SurfaceEnv> {
  const place = uploadPlace(options);
  const routes = new Hono<SurfaceEnv>();
  for (const path of ['/api/1/readings/*', '/api/1/drafts', '/api/1/decisions/*', '/api/1/internal/*', ...DATASETS])
    routes.use(path, tokensOnly);
  routes.on('POST', '/api/1/datasets', tokensOnly);
  const parts = [
    fileRoutes(place),
    readingRoutes(),
    draftRoutes(),
    publicationRoutes(),
    rowRoutes(),
    ruleRoutes(),
    decisionRoutes(),
    internalRoutes(),
  ];
  for (const part of parts) routes.route('/', part);
  return routes;
}
