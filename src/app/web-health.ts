import { Hono } from 'hono';
import { sql } from 'kysely';
import { countJobs } from '../platform/jobs/job-queue.ts';
import type { WebParts } from './web-parts.ts';

/** Longer than this is an illness, ms. */
const PATIENCE = 3_000;

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

/** `/healthz` for watchers, `/metrics` for Prometheus: asked without a visit. */
export function healthRoutes({ ctx, queries, metrics }: WebParts): Hono {
  const routes = new Hono();
  routes.get('/healthz', async (c) => {
    const [database, objects, query] = await Promise.all([
      check(() => sql`select 1`.execute(ctx.db)),
      check(() => ctx.objects.stat(`public/health/${'0'.repeat(64)}`)),
      check(() => queries.query({ sql: 'select 1 as one', values: [] }, 'health')),
    ]);
    const ok = [database, objects, query].every((state) => state === 'ok');
    c.header('cache-control', 'no-store');
    return c.json({ status: ok ? 'ok' : 'ill', database, objects, query }, ok ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    const jobs = await countJobs(ctx.db).catch(() => []);
    return c.text(await metrics.text(jobs, queries.waiting));
  });
  return routes;
}
