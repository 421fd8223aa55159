import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { sql } from 'kysely';
import { countJobs } from '../platform/jobs/job-queue.ts';
import type { WebEnv } from './web-env.ts';
import type { WebParts } from './web-parts.ts';

/** Longer than this is an illness, ms. */
const PATIENCE = 3_000;
/** An answer is good for so long, ms: asking often costs no more than asking once. */
const FRESH = 1_000;

/** `ok`, or what is wrong, in a few words. */
async function check(deed: () => Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    await Promise.race([deed(), late]);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}

interface Health {
  readonly database: string;
  readonly objects: string;
  readonly query: string;
}

async function examine({ ctx, queries }: WebParts): Promise<Health> {
  const [database, objects, query] = await Promise.all([
    check(() => sql`select 1`.execute(ctx.db)),
    check(() => ctx.objects.stat(`public/health/${'0'.repeat(64)}`)),
    check(() => queries.query({ sql: 'select 1 as one', values: [] }, 'health')),
  ]);
  return { database, objects, query };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * True for whoever asks from this very machine, not through a proxy on it, and for who has the token of watchers. A proxy that hides that it is one
 * must be told to refuse /metrics: the guide shows how.
 */
function isWatcher(c: Context<WebEnv>, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token))) return true;
  if (FORWARDED.some((name) => c.req.header(name) !== undefined)) return false;
  return /^(::ffff:)?127\.|^::1$/.test(getConnInfo(c).remote.address ?? '');
}

/**
 * `/healthz` for watchers, `/metrics` for Prometheus: asked without a visit. Everybody may know whether the site is well; what exactly is ill,
 * and the numbers, are told on this machine or to the token (VIDKRYTO_WATCH_TOKEN).
 */
export function healthRoutes(parts: WebParts): Hono<WebEnv> {
  const { ctx, queries, metrics, config } = parts;
  let known: { health: Promise<Health>; at: number } | null = null;
  const routes = new Hono<WebEnv>();
  routes.get('/healthz', async (c) => {
    if (!known || Date.now() - known.at > FRESH) known = { health: examine(parts), at: Date.now() };
    const health = await known.health;
    const ok = Object.values(health).every((state) => state === 'ok');
    const status = ok ? 'ok' : 'ill';
    c.header('cache-control', 'no-store');
    return c.json(isWatcher(c, config.watchToken) ? { status, ...health } : { status }, ok ? 200 : 503);
  });
  routes.get('/metrics', async (c, next) => {
    if (!isWatcher(c, config.watchToken)) return next(); // as if there were no such page
    const jobs = await countJobs(ctx.db).catch(() => []);
    c.header('cache-control', 'no-store');
    return c.text(await metrics.text(jobs, queries.waiting));
  });
  return routes;
}
