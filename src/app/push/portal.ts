import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callServer, type ServerCall } from '../../platform/http/call-server.ts';

/** The portal refused, in its own words. */
export class PortalRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly uk: string;

  constructor(status: number, code: string, uk: string) {
    super(uk);
    this.status = status;
    this.code = code;
    this.uk = uk;
  }
}

/** The portal could not be reached, however often it was tried. */
export class NoPortal extends Error {}

export type Json = { readonly [key: string]: unknown };

export interface Portal {
  get(path: string): Promise<Json>;
  post(path: string, body?: Json): Promise<{ readonly status: number; readonly body: Json }>;
  /** A file streamed from the disk; sent again after a broken connection, kept once. */
  put(path: string, file: { readonly path: string; readonly size: number }): Promise<Json>;
}

const TRIES = 5;
const PATIENCE = 120_000;
const FILE_PATIENCE = 60 * 60_000;
/** Time may mend these: too many requests, a portal being restarted. */
const PASSING = new Set([429, 502, 503, 504]);

/** The write API of a portal with a token. Repeats what time may mend, with the same idempotency key. */
export function openPortal(to: URL, token: string, signal: AbortSignal): Portal {
  const base = to.href.replace(/\/+$/, '');
  const ask = async (call: Pick<ServerCall, 'method' | 'body'>, path: string, patience: number) => {
    const key = randomUUID();
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' };
    if (call.method !== 'GET') headers['idempotency-key'] = key;
    if (call.body !== undefined) {
      headers['content-type'] = typeof call.body === 'string' ? 'application/json' : 'application/octet-stream';
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await callServer({ ...call, url: new URL(`${base}${path}`), headers, patience, signal });
        if (answer.status < 400 && answer.status >= 200 && answer.status < 300) {
          return { status: answer.status, body: jsonOf(answer.body) };
        }
        const refusal = refusalOf(answer.status, answer.body);
        if (!PASSING.has(answer.status) || refusal.code === 'file-being-read' || attempt >= TRIES) throw refusal;
      } catch (error) {
        if (error instanceof PortalRefusal || signal.aborted) throw error;
        if (attempt >= TRIES) throw new NoPortal(codeOf(error));
      }
      await sleep(Math.min(30_000, 1000 * 2 ** (attempt - 1)), undefined, { signal });
    }
  };
  return {
    get: async (path) => (await ask({ method: 'GET' }, path, PATIENCE)).body,
    post: (path, body) => ask({ method: 'POST', body: JSON.stringify(body ?? {}) }, path, PATIENCE),
    put: async (path, file) => (await ask({ method: 'PUT', body: file }, path, FILE_PATIENCE)).body,
  };
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? String(error);
}

function jsonOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Json) : {};
  } catch {
    return {};
  }
}

function refusalOf(status: number, text: string): PortalRefusal {
  const { code, detail } = jsonOf(text);
  const words = typeof detail === 'string' ? detail : `Портал відповів ${status}. / The portal answered ${status}.`;
  return new PortalRefusal(status, typeof code === 'string' ? code : `http-${status}`, words);
}
