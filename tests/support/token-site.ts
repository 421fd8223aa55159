import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createWeb } from '../../src/app/web.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import { Metrics } from '../../src/platform/http/metrics.ts';
import { StaticFiles } from '../../src/platform/http/static-files.ts';
import type { TestContext } from './make-context.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the JSON of the answer says at a path: `at('links.self')`, `at('findings.0.code')`. */
  at(path: string): unknown;
}

/** The whole site over HTTP, for programs. */
export interface TokenSite {
  readonly url: string;
  /** Asks a path or a whole address; an object becomes JSON, anything else is sent as it is. */
  ask(
    secret: string | null,
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | FormData | object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): void;
}

function valueAt(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], json);
}

/** Serves the site on the test's own context. @param settings the environment, e.g. limits; none hold by default */
export async function openTokenSite(test: TestContext, settings: Record<string, string> = {}): Promise<TokenSite> {
  const web = createWeb({
    ctx: test.as(VISITOR),
    config: readConfig({ VIDKRYTO_RATE_LIMIT: '0', VIDKRYTO_DATA: join(test.folder, 'data'), ...settings }),
    queries: { query: (question) => test.ctx.duckdb.query(question), waiting: 0 },
    metrics: new Metrics(),
    files: new StaticFiles(test.folder),
  });
  const answer = getRequestListener(web.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async ask(secret, method, path, body, headers = {}) {
      const asIs =
        body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
      const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
          ...(asIs ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: asIs ? (body as BodyInit | undefined) : JSON.stringify(body),
      });
      const text = await response.text();
      const json: unknown =
        /json/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : null;
      return { status: response.status, headers: response.headers, text, at: (where) => valueAt(json, where) };
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
