import type { Hono } from 'hono';
import { createWeb } from '../../src/app/web.ts';
import type { WebEnv } from '../../src/app/web-env.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import { Metrics } from '../../src/platform/http/metrics.ts';
import { StaticFiles } from '../../src/platform/http/static-files.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';
import type { TestContext } from './make-context.ts';

/** Scheme and host of the site asked. */
export const ORIGIN = 'http://localhost';

/** The whole system as browsers and programs ask it, every request through all it goes through, without a socket. */
export interface DirectWeb {
  readonly web: Hono<WebEnv>;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Signs in by the form; gives the header that says so from then on. */
  signIn(email: string, password: string): Promise<{ readonly cookie: string }>;
}

export function openWeb(world: TestContext): DirectWeb {
  const { duckdb } = world.ctx;
  const web = createWeb({
    ctx: { ...world.as(VISITOR), log: SILENT },
    // there is no socket to tell the visitor's address
    config: readConfig({ VIDKRYTO_RATE_LIMIT: '0', VIDKRYTO_TRUST_PROXY: 'on' }),
    queries: { query: (query) => duckdb.query(query), waiting: 0 },
    metrics: new Metrics(),
    files: new StaticFiles(world.folder),
  });
  const ask: DirectWeb['ask'] = async (path, { headers, ...init } = {}) => {
    const own = { host: 'localhost', origin: ORIGIN, 'x-forwarded-for': '192.0.2.7' };
    return web.request(`${ORIGIN}${path}`, {
      ...init,
      headers: { ...own, ...Object.fromEntries(new Headers(headers)) },
    });
  };
  return {
    web,
    ask,
    async signIn(email, password) {
      const body = new URLSearchParams({ email, password });
      const answer = await ask('/sign-in', { method: 'POST', body });
      if (answer.status !== 303) throw new Error(`${email} was not let in: ${answer.status}`);
      const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
      return { cookie: cookies.join('; ') };
    },
  };
}
