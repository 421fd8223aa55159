import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../kernel/errors.ts';
import { askOutside, NoAnswer, type OutsideReach } from './ask-outside.ts';

/** How much of a stranger's server is put up with. */
export interface OutsideLimits {
  /** Of the body; a longer one is refused. */
  readonly bytes: number;
  /** For everything, redirects included. */
  readonly milliseconds: number;
  readonly redirects?: number;
}

export interface OutsideAnswer {
  /** Where the answer came from in the end. */
  readonly url: URL;
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface OutsideOptions extends OutsideReach {
  readonly limits: OutsideLimits;
  /** Beside what is always sent; to the server first named and to no other. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted where it is given, in the form `a=b&c=d`. */
  readonly form?: string;
}

/** The caller's signal, or the end of the time there is. */
export function endOf(milliseconds: number, signal?: AbortSignal): AbortSignal {
  const clock = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, clock]) : clock;
}

/**
 * Fetches something small a person gave the address of, into memory. With `downloadOutside` the only ways this system asks other people's
 * servers. Throws `invalid` (code `inside-address`) and `busy` (code `outside-no-answer`).
 */
export async function fetchOutside(address: string, options: OutsideOptions): Promise<OutsideAnswer> {
  const { limits, signal } = options;
  const end = endOf(limits.milliseconds, signal);
  const { url, answer } = await askOutside(address, { ...options, redirects: limits.redirects }, end);
  return await take(url, answer, limits.bytes);
}

async function take(url: URL, answer: IncomingMessage, most: number): Promise<OutsideAnswer> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    if (encoding !== 'identity') throw new NoAnswer('packed'); // asked for unpacked: a small body must not grow
    for await (const piece of answer) {
      size += (piece as Buffer).length;
      if (size > most) throw new NoAnswer('too-large', 'too large');
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    throw error instanceof RequestError ? error : new NoAnswer('cut-short', 'cut short');
  } finally {
    answer.destroy();
  }
  const contentType = answer.headers['content-type'] ?? '';
  return { url, status: answer.statusCode ?? 0, contentType, body: Buffer.concat(pieces) };
}
