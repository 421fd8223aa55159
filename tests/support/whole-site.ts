import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { surfaces } from '../../src/app/surfaces.ts';
import { actorOfPerson, communityProfile, type Person } from '../../src/capabilities/accounts/index.ts';
import { guidanceOf } from '../../src/capabilities/people/index.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../src/kernel/errors.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import { askAlone } from '../../src/platform/database/ask-together.ts';
import { showsGuidance } from '../../src/surfaces/cabinet/materials/shows-guidance.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';
import type { TestContext } from './make-context.ts';

/** Every surface of the product on a test's context, asked without a network by a visitor or by a person. */
export function wholeSite(test: TestContext, person: Person | null = null): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const english = /^\/en(?=\/|$)/.test(url.pathname);
    const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
    const shown = person && showsGuidance(path) ? await askAlone(test.ctx, guidanceOf(person.id)) : undefined;
    c.set('visit', {
      ctx: { ...test.as(person ? actorOfPerson(person) : VISITOR), asked: new Map() },
      ...(shown ? { guidance: shown } : {}),
      person,
      language: english ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path,
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
