import { createReadStream } from 'node:fs';
import { request as askByHttp, type IncomingMessage } from 'node:http';
import { request as askByHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';

/** One request to a server the operator of this machine has named. */
export interface ServerCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or a file that is streamed from the disk. */
  readonly body?: string | { readonly path: string; readonly size: number };
  /** For the whole answer, ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

export interface ServerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Largest answer put up with, bytes. */
const MOST = 8 * 1024 * 1024;

/** Why a server may not be called: a token goes only by https, or to this very machine. */
export function serverFault(url: URL): 'scheme' | 'plain' | 'credentials' | null {
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'scheme';
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname) ? null : 'plain';
}

/**
 * Calls it and reads the answer. Redirects are not followed: a token goes to the server it was given for and to no other. Rejects with what the
 * system says (`ECONNREFUSED`, `CERT_HAS_EXPIRED` …).
 */
export async function callServer(call: ServerCall): Promise<ServerAnswer> {
  if (serverFault(call.url) !== null) throw new Error(`${call.url.protocol} is not called`);
  const { body } = call;
  const length = body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.size;
  const headers = { 'user-agent': 'vidkryto-push', 'content-length': String(length), ...call.headers };
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(call.patience)]);
  const ask = call.url.protocol === 'https:' ? askByHttps : askByHttp;
  const request = ask(call.url, { method: call.method, headers, signal, agent: false });
  const answered = new Promise<ServerAnswer>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (answer) => {
      wholeAnswer(answer).then(resolve, reject);
    });
  });
  if (body !== undefined && typeof body !== 'string') {
    // a server that refuses before it has read everything answers first: its answer counts, not the broken pipe
    await Promise.race([pipeline(createReadStream(body.path), request).catch(() => answered), answered]);
  } else request.end(body);
  return answered;
}

async function wholeAnswer(answer: IncomingMessage): Promise<ServerAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer) {
    size += (piece as Buffer).length;
    if (size > MOST) throw new Error('the answer is too long');
    pieces.push(piece as Buffer);
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(pieces).toString('utf8'),
  };
}
