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
  /**
   * A file streamed from the disk; kept once. After a broken connection the portal is asked first whether it has the file already (`accepted`): an
   * answer that got lost is no reason to send it again. What was cut off in the middle is sent from the beginning.
   */
  put(
    path: string,
    file: { readonly path: string; readonly size: number },
    accepted: () => Promise<Json | null>,
  ): Promise<Json>;
}

const TRIES = 5;
const PATIENCE = 120_000;
const FILE_PATIENCE = 60 * 60_000;
/** However long a portal asks to wait, ms. */
const MOST_WAIT = 120_000;
const NOTHING = () => Promise.resolve(null);
/** Time may mend these: too many requests, a portal being restarted. */
const PASSING = new Set([429, 502, 503, 504]);

/** The write API of a portal with a token. Repeats what time may mend, with the same idempotency key. */
export function openPortal(to: URL, token: string, signal: AbortSignal): Portal {
  const base = to.href.replace(/\/+$/, '');
  const ask = async (
    call: Pick<ServerCall, 'method' | 'body'>,
    path: string,
    patience: number,
    accepted: () => Promise<Json | null> = NOTHING,
  ): Promise<{ status: number; body: Json }> => {
    const key = randomUUID();
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' };
    if (call.method !== 'GET') headers['idempotency-key'] = key;
    if (call.body !== undefined) {
      headers['content-type'] = typeof call.body === 'string' ? 'application/json' : 'application/octet-stream';
    }
    for (let attempt = 1; ; attempt += 1) {
      let wait = 1000 * 2 ** (attempt - 1);
      try {
        const known = attempt === 1 ? null : await accepted();
        if (known) return { status: 200, body: known };
        const answer = await callServer({ ...call, url: new URL(`${base}${path}`), headers, patience, signal });
        if (answer.status < 400 && answer.status >= 200 && answer.status < 300) {
          return { status: answer.status, body: jsonOf(answer.body) };
        }
        const refusal = refusalOf(answer.status, answer.body);
        if (!PASSING.has(answer.status) || refusal.code === 'file-being-read' || attempt >= TRIES) throw refusal;
        wait = Math.max(wait, askedToWait(answer.headers['retry-after']));
      } catch (error) {
        if (error instanceof PortalRefusal || signal.aborted) throw error;
        if (attempt >= TRIES) throw new NoPortal(codeOf(error));
      }
      await sleep(Math.min(MOST_WAIT, wait), undefined, { signal });
    }
  };
  return {
    get: async (path) => (await ask({ method: 'GET' }, path, PATIENCE)).body,
    post: (path, body) => ask({ method: 'POST', body: JSON.stringify(body ?? {}) }, path, PATIENCE),
    put: async (path, file, accepted) => (await ask({ method: 'PUT', body: file }, path, FILE_PATIENCE, accepted)).body,
  };
}

/** What `Retry-After` says in seconds, ms; 0 where it says nothing. */
function askedToWait(header: string | string[] | undefined): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
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
