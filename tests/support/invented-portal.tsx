import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Holding } from '../../src/capabilities/accounts/index.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../src/surfaces/components/index.ts';
import { plainRoutes } from '../../src/surfaces/portal/machine/plain-routes.ts';
import { serveBuiltAssets } from './built-assets.ts';
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

/** Serves the pages with the build's style sheet and the security headers of the system. `close` ends it. */
export function serveInventedPortal(): Promise<{ origin: string; close(): Promise<void> }> {
  const app = new Hono<SurfaceEnv>();
  serveBuiltAssets(app);
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
