import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { surfaces } from '../../src/app/surfaces.ts';
import { actorOfPerson, communityProfile, type Person } from '../../src/capabilities/accounts/index.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../src/kernel/errors.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';
import type { TestContext } from './make-context.ts';

/** Every surface of the product on a test's context, asked without a network by a visitor or by a person. */
export function wholeSite(test: TestContext, person: Person | null = null): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const english = /^\/en(?=\/|$)/.test(url.pathname);
    c.set('visit', {
      ctx: { ...test.as(person ? actorOfPerson(person) : VISITOR), asked: new Map() },
      person,
      language: english ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname.replace(/^\/en(?=\/|$)/, '') || '/',
      query: url.searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  for (const surface of surfaces(readConfig({}))) app.route('/', surface);
  app.onError((error, c) => {
    if (isRequestError(error)) return c.text(error.code, HTTP_STATUS[error.kind]);
    return c.text(String(error.stack), 500);
  });
  return app;
}
