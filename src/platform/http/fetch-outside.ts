import { lookup } from 'node:dns/promises';
import { request as askByHttp, type IncomingMessage } from 'node:http';
import { request as askByHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { RequestError } from '../../kernel/errors.ts';
import { faultOfUrl, isOutsideAddress } from './outside-address.ts';

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

export interface OutsideOptions {
  readonly limits: OutsideLimits;
  readonly signal?: AbortSignal;
  /** Which addresses may be connected to; the open internet when left out. */
  readonly allows?: (address: string) => boolean;
  /** Every address of a name; the machine's resolver when left out. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** The address leads where the server must not go for anybody. */
export function insideAddress(): RequestError {
  return new RequestError('invalid', 'inside-address', {
    uk: 'Ця адреса веде у внутрішню мережу, тож люди за нею нічого не побачать. Вкажіть адресу, яка відкривається з інтернету: https://api.misto.gov.ua/transport',
    en: 'This address leads into an internal network, so people would see nothing there. Give one that opens from the internet: https://api.city.gov.ua/transport',
  });
}

/** The other server did not answer as it should; `why` is for the log and for people who know. */
function noAnswer(why: string): RequestError {
  return new RequestError('busy', 'outside-no-answer', {
    uk: `За цією адресою не вдалося нічого отримати (${why}). Перевірте адресу й спробуйте ще раз.`,
    en: `Nothing could be got from this address (${why}). Check the address and try again.`,
  });
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function resolveAll(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/**
 * Fetches what a person gave the address of. The name is resolved once, every address it has must be of the open internet, and that very address is
 * connected to: a name that answers differently the next time gains nothing. Each redirect is judged anew. Nothing of ours is sent along:
 * no cookies, no credentials. The only way this system asks other people's servers.
 * Throws `invalid` (code `inside-address`) and `busy` (code `outside-no-answer`).
 */
export async function fetchOutside(address: string, options: OutsideOptions): Promise<OutsideAnswer> {
  const { limits, signal } = options;
  const clock = AbortSignal.timeout(limits.milliseconds);
  const end = signal ? AbortSignal.any([signal, clock]) : clock;
  let url = new URL(address);
  for (let left = limits.redirects ?? 3; ; left -= 1) {
    const answer = await askOnce(url, options, end);
    const next = REDIRECTS.has(answer.statusCode ?? 0) ? answer.headers.location : undefined;
    if (next === undefined) return await take(url, answer, limits.bytes);
    answer.destroy();
    if (left <= 0 || !URL.canParse(next, url)) throw noAnswer('too many redirects');
    url = new URL(next, url);
  }
}

async function askOnce(url: URL, options: OutsideOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { allows = isOutsideAddress, resolve = resolveAll } = options;
  const fault = faultOfUrl(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (fault === 'inside' && !(isIP(host) !== 0 && allows(host))) throw insideAddress();
  if (fault === 'scheme' || fault === 'credentials') throw noAnswer(fault);
  const addresses = isIP(host) !== 0 ? [host] : await untilAborted(resolve(host), signal);
  if (addresses.length === 0 || !addresses.every(allows)) throw insideAddress();
  return await connectTo(url, addresses, signal);
}

/** The resolver cannot be interrupted; whoever waits for it can. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(noAnswer('too slow')), { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    throw error instanceof RequestError ? error : noAnswer('the name is not known');
  }
}

function connectTo(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_name, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first = { address: '', family: 0 }] = found;
    if (all) callback(null, found);
    else callback(null, first.address, first.family);
  };
  const ask = url.protocol === 'https:' ? askByHttps : askByHttp;
  return new Promise((resolve, reject) => {
    const request = ask(url, {
      lookup: pinned,
      signal,
      agent: false,
      maxHeaderSize: 16 * 1024,
      headers: { 'user-agent': 'vidkryto', accept: '*/*', 'accept-encoding': 'identity' },
    });
    request.once('response', resolve);
    request.once('error', (error: NodeJS.ErrnoException) => {
      reject(noAnswer(signal.aborted ? 'too slow' : (error.code ?? 'no connection')));
    });
    request.end();
  });
}

async function take(url: URL, answer: IncomingMessage, most: number): Promise<OutsideAnswer> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    if (encoding !== 'identity') throw noAnswer('packed'); // asked for unpacked: a small body must not grow
    for await (const piece of answer) {
      size += (piece as Buffer).length;
      if (size > most) throw noAnswer('too large');
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    throw error instanceof RequestError ? error : noAnswer('cut short');
  } finally {
    answer.destroy();
  }
  const contentType = answer.headers['content-type'] ?? '';
  return { url, status: answer.statusCode ?? 0, contentType, body: Buffer.concat(pieces) };
}
