import type { Hono } from 'hono';
import { clientFolder, StaticFiles } from '../../src/platform/http/static-files.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';

/** Gives the scripts, styles and fonts of the build (`npm test` begins with it) at the addresses that pages name. */
export function serveBuiltAssets(app: Hono<SurfaceEnv>): void {
  const files = new StaticFiles(clientFolder(import.meta.dirname));
  app.get('/assets/:name{.+}', async (c) => (await files.answer(c.req.param('name'), c.req.raw)) ?? c.notFound());
}
