import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { sessionToken } from '../capabilities/accounts/index.ts';
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
export function budgetOf(method: string, path: string): 'pages' | 'api' | 'downloads' | 'forms' {
  if (!isSafe(method)) return path.startsWith('/cabinet/uploads') ? 'pages' : 'forms';
  if (/^\/(download|file)\//.test(path)) return 'downloads';
  return path.startsWith('/api/') ? 'api' : 'pages';
}

/** People seen signed in a moment ago, by a digest of their session: a made-up cookie has no budget of its own. */
class KnownSessions {
  readonly #known = new Map<string, { person: string; until: number }>();

  static #digest(headers: Headers): string | null {
    const token = sessionToken(headers);
    return token === null ? null : createHash('sha256').update(token).digest('base64');
  }

  person(headers: Headers): string | null {
    const digest = KnownSessions.#digest(headers);
    const known = digest === null ? undefined : this.#known.get(digest);
    return known && known.until > Date.now() ? known.person : null;
  }

  remember(headers: Headers, person: string): void {
    const digest = KnownSessions.#digest(headers);
    if (digest === null) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(digest, { person, until: Date.now() + KNOWN_FOR });
  }
}

function tooMany(seconds: number): RequestError {
  return new RequestError('busy', 'too-many-requests', {
    uk: `Забагато запитів поспіль. Зачекайте ${seconds} с і спробуйте знову; великі дані зручніше завантажити файлом.`,
    en: `Too many requests in a row. Wait ${seconds} s and try again; large data are easier to download as a file.`,
  });
}

/**
 * So many requests a minute of each kind from one signed-in person, or from one address where nobody signed in: people of one town hall share
 * an address, not a budget. Every answer says what is left; past the budget it is 429, in words.
 */
export function limitRate({ config, ctx }: WebParts): MiddlewareHandler<WebEnv> {
  if (config.rateLimit === 0) return async (_c, next) => next();
  const { rateLimit: pages, rateLimitApi: api, rateLimitDownloads: downloads, rateLimitForms: forms } = config;
  const limits = new RateLimits({ pages, api, downloads, forms });
  const sessions = new KnownSessions();
  return async (c, next) => {
    const { requestId, origin, address } = c.var;
    const { headers } = c.req.raw;
    const person = sessions.person(headers);
    const client = person === null ? `address ${clientOfAddress(address)}` : `person ${person}`;
    const spent = await limits.take(budgetOf(c.req.method, c.req.path), client);
    if (spent?.allowed === false) {
      c.res = errorAnswer(emptyVisit({ ctx, request: c.req.raw, origin, requestId }), tooMany(spent.reset), 429);
      c.res.headers.set('retry-after', String(spent.reset));
    } else {
      await next();
      const visit = c.get('visit');
      if (visit?.person) sessions.remember(headers, visit.person.id);
    }
    if (!spent) return;
    for (const [name, value] of Object.entries(rateLimitHeaders(spent))) c.res.headers.set(name, value);
  };
}
