import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { getPath } from 'hono/utils/url';
import { RequestError } from '../kernel/errors.ts';
import type { Context } from '../platform/context.ts';
import { compressed } from '../platform/http/compress.ts';
import { limitBody } from '../platform/http/limit-body.ts';
import { comesFromUs, isHost, isSafe, SECURITY_HEADERS } from '../platform/http/security.ts';
import { wordsOf } from '../platform/logging/without-values.ts';
import { href } from '../surfaces/components/visit.ts';
import { allowedMethods, KNOWN_METHODS, pageOfForm, withoutSlash } from './allowed-methods.ts';
import { asRefusal, errorAnswer, isForPrograms } from './error-answers.tsx';
import { leadToFactor } from './lead-to-factor.ts';
import { limitRate } from './limit-rate.ts';
import { surfaces } from './surfaces.ts';
import { countUse } from './use-counter.ts';
import { emptyVisit, MailSwitch, ProfileCache, requestIdOf, splitLanguage, visitOf } from './visit-of-request.ts';
import type { WebEnv } from './web-env.ts';
import { healthRoutes } from './web-health.ts';
import type { WebParts } from './web-parts.ts';

type Handler = MiddlewareHandler<WebEnv>;

/** Forms and JSON; files travel by their own routes, which set their own limit. Bytes. */
const FORM_LIMIT = 1024 * 1024;
/** Rows in one request, bytes; only tokens send them. */
const ROWS_LIMIT = 64 * 1024 * 1024;
const FILES_ARRIVE =
  /^\/cabinet\/(new|uploads(\/[^/]+)?|code-lists(\/[^/]+\/file)?)$|^\/api\/1\/datasets\/[^/]+\/(resources\/[^/]+\/)?file$/;

/** True where files arrive: these routes let only the signed-in and tokens send, and hold the size of a file themselves. */
export function filesArriveAt(path: string): boolean {
  return FILES_ARRIVE.test(path);
}

/** Shown before a system has its community. */
const BEFORE_SETUP =
  /^\/(setup|sign-in|sign-out|forgot|reset|theme\.css|favicon\.(?:ico|svg)|manifest\.webmanifest|robots\.txt)(\/|$)/;

/** Whom, where from and under which number: known before anything else is asked. */
function identify({ config }: WebParts): Handler {
  return async (c, next) => {
    const { headers } = c.req.raw;
    const forwarded = config.trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    const secure = config.trustProxy && headers.get('x-forwarded-proto')?.toLowerCase() === 'https';
    const host = headers.get('host') ?? 'localhost';
    c.set('requestId', requestIdOf(headers, config.trustProxy));
    c.set('address', forwarded || getConnInfo(c).remote.address || 'unknown');
    c.set('origin', config.url ? new URL(config.url).origin : `${secure ? 'https' : 'http'}://${host}`);
    if (!isHost(host)) throw strangeHost();
    await next();
  };
}

function strangeHost(): RequestError {
  return new RequestError('invalid', 'strange-host', {
    uk: 'Адресу сайту в запиті не вдалося зрозуміти.',
    en: 'The address of the site in the request could not be understood.',
  });
}

/** Headers of every answer, its compression, its line in the log and in the metrics. */
function finish({ ctx, metrics }: WebParts): Handler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    c.res = await compressed(c.res, c.req.header('accept-encoding') ?? null);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    // what may be framed anywhere says so in its policy; the older header knows no such answer
    if (c.res.headers.get('content-security-policy')?.includes('frame-ancestors *'))
      c.res.headers.delete('x-frame-options');
    c.res.headers.set('x-request-id', c.get('requestId'));
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache');
    const milliseconds = Math.round(performance.now() - started);
    const { status } = c.res;
    metrics.count(c.req.method, status, isForPrograms(c.req.path) ? 'api' : 'page', milliseconds);
    const facts = { requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status, milliseconds };
    if (status >= 500 || !isSafe(c.req.method)) ctx.log.info(facts, 'answered');
    else ctx.log.debug(facts, 'answered');
  };
}

/** Refuses changes sent from other people's pages. */
const refuseForeign: Handler = async (c, next) => {
  if (isSafe(c.req.method) || comesFromUs(c.req.raw.headers, c.get('origin'))) return next();
  throw new RequestError('forbidden', 'foreign-origin', {
    uk: 'Запит надіслано зі сторінки іншого сайту, тому його не виконано.',
    en: 'The request was sent from a page of another site, so it was not carried out.',
  });
};

function bodyTooLarge(): RequestError {
  return new RequestError('too-large', 'body-too-large', { uk: 'Надіслано забагато даних.', en: 'Too much was sent.' });
}

/** Methods nothing of ours answers (TRACE, those of other programs) end here. */
const refuseUnknownMethods: Handler = async (c, next) => {
  if (KNOWN_METHODS.has(c.req.method)) return next();
  const message = { uk: 'Такого методу запиту немає.', en: 'There is no such method of a request.' };
  const error = { code: 'method-not-allowed', message, fields: [] };
  return Response.json({ error }, { status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
};

/** Nothing of ours sends packed bodies, and a small one can unpack to any size. */
function packedBody(): Response {
  const message = { uk: 'Надішліть дані нестисненими.', en: 'Send the data uncompressed.' };
  const error = { code: 'packed-body', message, fields: [] };
  return Response.json({ error }, { status: 415, headers: { 'accept-encoding': 'identity' } });
}

const limitForms: Handler = async (c, next) => {
  if (isSafe(c.req.method)) return next();
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') return packedBody();
  if (filesArriveAt(c.req.path)) return next();
  const most = c.req.path.startsWith('/api/rows/') ? ROWS_LIMIT : FORM_LIMIT;
  c.req.raw = await limitBody(c.req.raw, most, bodyTooLarge);
  return next();
};

function otherMethod(allowed: readonly string[]): RequestError {
  return new RequestError('invalid', 'method-not-allowed', {
    uk: `За цією адресою так не запитують. Можна: ${allowed.join(', ')}.`,
    en: `This address is not asked that way. It answers: ${allowed.join(', ')}.`,
  });
}

/** Makes the visit; sends people to the set-up page while there is no community. */
function makeVisits({ ctx, queries }: WebParts, profiles: ProfileCache): Handler {
  const letters = new MailSwitch();
  return async (c, next) => {
    const { requestId, origin, address } = c.var;
    const { duckdb } = ctx;
    const mine: Context = {
      ...ctx,
      mail: { ...ctx.mail, leaves: await letters.leaves(ctx) },
      duckdb: { session: duckdb.session, query: (query) => queries.query(query, address) },
    };
    const visit = await visitOf({ ctx: mine, request: c.req.raw, origin, requestId, address, profiles });
    c.set('visit', visit);
    const { path } = visit;
    if (!visit.profile && isSafe(c.req.method) && !BEFORE_SETUP.test(path) && !isForPrograms(path)) {
      return c.redirect(href(visit, '/setup'), 302);
    }
    await next();
    if (isSafe(c.req.method)) return;
    profiles.forget();
    letters.forget();
  };
}

/** The files of the build under /assets, before anything is asked of the database. */
function assetRoutes({ files }: WebParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const missing = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
  routes.get('/assets/:name{.+}', async (c) => (await files.answer(c.req.param('name'), c.req.raw)) ?? missing());
  for (const name of ['favicon.ico', 'robots.txt', 'favicon.svg']) {
    routes.get(`/${name}`, async (c, next) => (await files.answer(name, c.req.raw)) ?? next());
  }
  return routes;
}

function noSuchPage(): RequestError {
  return new RequestError('not-found', 'no-such-page', {
    uk: 'Такої сторінки немає. Можливо, її перенесено або в адресі помилка.',
    en: 'There is no such page. It may have moved, or the address has a mistake.',
  });
}

/** The whole site: what every request goes through, then the surfaces. */
export function createWeb(parts: WebParts): Hono<WebEnv> {
  const { ctx } = parts;
  const profiles = new ProfileCache();
  const app = new Hono<WebEnv>({ getPath: (request) => splitLanguage(getPath(request)).path });
  app.use(identify(parts), finish(parts), refuseUnknownMethods);
  app.route('/', assetRoutes(parts));
  app.route('/', healthRoutes(parts));
  app.use(limitRate(parts), refuseForeign, limitForms, makeVisits(parts, profiles), leadToFactor, countUse(parts.use));
  for (const surface of surfaces(parts.config)) app.route('/', surface);
  const answer = (c: HonoContext<WebEnv>, error: unknown, status?: number): Response => {
    const { requestId, origin } = c.var;
    const refusal = asRefusal(error);
    if (!(refusal instanceof RequestError)) {
      ctx.log.error({ requestId, path: c.req.path, error: wordsOf(error) }, 'a request failed');
    }
    return errorAnswer(c.get('visit') ?? emptyVisit({ ctx, request: c.req.raw, origin, requestId }), refusal, status);
  };
  app.onError((error, c) => answer(c, error));
  app.notFound((c) => {
    const { method, path } = c.req;
    const reading = method === 'GET' || method === 'HEAD';
    const slashless = reading ? withoutSlash(c.req.raw) : null;
    if (slashless !== null) return c.redirect(slashless, 301);
    const above = reading ? pageOfForm(app, path) : null;
    if (above !== null) return c.redirect(href(c.get('visit') ?? { language: 'uk' }, above), 303);
    const allowed = reading ? [] : allowedMethods(app, path);
    if (allowed.length === 0) return answer(c, noSuchPage());
    const response = method === 'OPTIONS' ? new Response(null, { status: 204 }) : answer(c, otherMethod(allowed), 405);
    response.headers.set('allow', allowed.join(', '));
    return response;
  });
  return app;
}
