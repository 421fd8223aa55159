import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bearerOf, sessionToken } from '../capabilities/accounts/index.ts';
import { RequestError } from '../kernel/errors.ts';
import { clientOfAddress, RateLimits, rateLimitHeaders } from '../platform/http/rate-limits.ts';
import { isSafe } from '../platform/http/security.ts';
import { errorAnswer } from './error-answers.tsx';
import { emptyVisit } from './visit-of-request.ts';
import type { WebEnv } from './web-env.ts';
import type { WebParts } from './web-parts.ts';

/** A session is known for so long without being looked up again, ms. */
const KNOWN_FOR = 60_000;
const MOST_KNOWN = 10_000;

/** Which budget a request is paid from. Bytes of an upload under way are no forms: a slow line sends them in many parts. */
export function budgetOf(method: string, path: string): 'pages' | 'api' | 'downloads' | 'forms' | 'writes' {
  if (!isSafe(method) && path.startsWith('/api/')) return 'writes';
  if (!isSafe(method)) return path.startsWith('/cabinet/uploads') ? 'pages' : 'forms';
  if (/^\/(download|file)\//.test(path)) return 'downloads';
  return path.startsWith('/api/') ? 'api' : 'pages';
}

/** People and tokens seen a moment ago, by a digest of session or token: a made-up one has no budget of its own. */
class KnownClients {
  readonly #known = new Map<string, { client: string; until: number }>();

  static #digest(headers: Headers): string | null {
    const token = bearerOf(headers) ?? sessionToken(headers);
    return token === null ? null : createHash('sha256').update(token).digest('base64');
  }

  client(headers: Headers): string | null {
    const digest = KnownClients.#digest(headers);
    const known = digest === null ? undefined : this.#known.get(digest);
    return known && known.until > Date.now() ? known.client : null;
  }

  remember(headers: Headers, client: string): void {
    const digest = KnownClients.#digest(headers);
    if (digest === null) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(digest, { client, until: Date.now() + KNOWN_FOR });
  }
}

function tooMany(seconds: number): RequestError {
  return new RequestError('busy', 'too-many-requests', {
    uk: `Забагато запитів поспіль. Зачекайте ${seconds} с і спробуйте знову; великі дані зручніше завантажити файлом.`,
    en: `Too many requests in a row. Wait ${seconds} s and try again; large data are easier to download as a file.`,
  });
}

/**
 * So many requests a minute of each kind from one signed-in person, from one token, or from one address where nobody signed in: people of one town hall share
 * an address, not a budget. Every answer says what is left; past the budget it is 429, in words.
 */
export function limitRate({ config, ctx }: WebParts): MiddlewareHandler<WebEnv> {
  if (config.rateLimit === 0) return async (_c, next) => next();
  const { rateLimit: pages, rateLimitApi: api, rateLimitDownloads: downloads, rateLimitForms: forms } = config;
  const { rateLimitWrites: writes } = config;
  const limits = new RateLimits({ pages, api, downloads, forms, writes });
  const known = new KnownClients();
  return async (c, next) => {
    const { requestId, origin, address } = c.var;
    const { headers } = c.req.raw;
    const client = known.client(headers) ?? `address ${clientOfAddress(address)}`;
    const spent = await limits.take(budgetOf(c.req.method, c.req.path), client);
    if (spent?.allowed === false) {
      c.res = errorAnswer(emptyVisit({ ctx, request: c.req.raw, origin, requestId }), tooMany(spent.reset), 429);
      c.res.headers.set('retry-after', String(spent.reset));
    } else {
      await next();
      const actor = c.get('visit')?.ctx.actor;
      if (actor?.kind === 'person' || actor?.kind === 'token') known.remember(headers, `${actor.kind} ${actor.id}`);
    }
    if (!spent) return;
    for (const [name, value] of Object.entries(rateLimitHeaders(spent))) c.res.headers.set(name, value);
  };
}
