import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { build } from 'vite';
import type { Holding } from '../../src/capabilities/accounts/index.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../src/surfaces/components/index.ts';
import { plainRoutes } from '../../src/surfaces/portal/machine/plain-routes.ts';
import { INVENTED_PAGES } from './invented-pages.tsx';
import { NOW } from './invented-records.ts';

/*
 * The portal's pages over invented records: for looking at them and for the accessibility test, with no system behind. The pages
 * themselves are the real ones.
 */

const CHIEF: Holding = {
  appointmentId: 'a',
  unitId: null,
  role: 'administrator',
  functions: [],
  datasetIds: null,
  standsInFor: null,
};

function visitOf(request: Request, signedIn: boolean): Visit {
  const url = new URL(request.url);
  const english = /^\/en(?=\/|$)/.test(url.pathname);
  return {
    ctx: { clock: { now: () => NOW } } as unknown as Visit['ctx'],
    person: signedIn
      ? { id: 'p', name: 'Олена Ткачук', email: 'o@example.org', active: true, appointments: [CHIEF] }
      : null,
    language: english ? 'en' : 'uk',
    profile: {
      name: 'Вигадівська громада',
      edrpou: '04055251',
      katottg: 'UA46020010010000000',
      colour: process.env.COLOUR ?? '#17467d',
      email: 'data@vyhadiv.example.org',
      site: 'https://vyhadiv.example.org/',
    },
    path: url.pathname.replace(/^\/en(?=\/|$)/, '') || '/',
    query: url.searchParams,
    origin: url.origin,
    requestId: '7f3a2b1c',
  };
}

/** Serves the pages with the real style sheet and the security headers of the system. `close` ends it. */
export async function serveInventedPortal(assetFolder: string): Promise<{ origin: string; close(): Promise<void> }> {
  await build({ mode: 'client', logLevel: 'error', build: { outDir: assetFolder, emptyOutDir: true } });
  const files = readdirSync(assetFolder);
  const app = new Hono<SurfaceEnv>();
  app.get('/assets/:file', (c) => {
    const wanted = c.req.param('file');
    const [stem = '', extension = ''] = [wanted.split(/[-.]/)[0], wanted.split('.').at(-1)];
    const file =
      files.find((one) => one === wanted) ?? files.find((one) => one.startsWith(stem) && one.endsWith(extension));
    if (!file) return c.notFound();
    const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' };
    return c.body(new Uint8Array(readFileSync(join(assetFolder, file))), 200, {
      'content-type': types[extension] ?? '',
    });
  });
  app.use(async (c, next) => {
    c.set('visit', visitOf(c.req.raw, false));
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.route('/', plainRoutes());
  app.get('*', (c) => {
    const visit = c.get('visit');
    const page = INVENTED_PAGES[visit.path] ?? INVENTED_PAGES['/missing'];
    return page ? renderPage(c, page(visit)) : c.notFound();
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}
