import type { MiddlewareHandler } from 'hono';
import { recordUse, type UseCount } from '../capabilities/catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { isRobot } from '../platform/http/robots.ts';
import type { WebEnv } from './web-env.ts';

/** Written so often, ms; what a killed process had not written yet is lost, it is only a count. */
const EVERY = 10_000;
/** Or as soon as so many datasets were used. */
const MOST_WAITING = 500;

/** What a request did with a dataset. */
export type UseKind = 'view' | 'download' | 'request';

const COLUMN = { view: 'views', download: 'downloads', request: 'requests' } as const;

/** Counts of use kept in memory and written together. Holds which datasets were used and how often, nothing of who used them. */
export class UseCounter {
  readonly #ctx: Context;
  readonly #timer: NodeJS.Timeout;
  #waiting = new Map<string, UseCount>();

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#timer = setInterval(() => void this.write(), EVERY);
    this.#timer.unref();
  }

  add(datasetId: string, kind: UseKind): void {
    const before = this.#waiting.get(datasetId) ?? { datasetId, views: 0, downloads: 0, requests: 0 };
    this.#waiting.set(datasetId, { ...before, [COLUMN[kind]]: before[COLUMN[kind]] + 1 });
    if (this.#waiting.size >= MOST_WAITING) void this.write();
  }

  /** Writes what waits. A database that does not answer loses these counts and nothing else. */
  async write(): Promise<void> {
    const counts = [...this.#waiting.values()];
    if (counts.length === 0) return;
    this.#waiting = new Map();
    try {
      await recordUse(this.#ctx, counts);
    } catch (error) {
      this.#ctx.log.info({ error: String(error), datasets: counts.length }, 'use was not counted');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }
}

/** Whole answers and the beginning of a file; an unchanged page is looked at as well. */
function isUse(status: number, range: string | null): boolean {
  return status === 200 || status === 304 || (status === 206 && range !== null && /^bytes 0-/.test(range));
}

/** Counts what routes say was used (`c.set('use', …)`): answers to GET that gave something; robots left out. */
export function countUse(counter: UseCounter | undefined): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const use = c.get('use');
    if (!use || counter === undefined || c.req.method !== 'GET') return;
    if (!isUse(c.res.status, c.res.headers.get('content-range'))) return;
    // programs that ask for rows are robots by trade: each asks for somebody
    if (use.kind !== 'request' && isRobot(c.req.header('user-agent'))) return;
    counter.add(use.datasetId, use.kind);
  };
}
