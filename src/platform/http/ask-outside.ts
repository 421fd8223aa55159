import { lookup } from 'node:dns/promises';
import { request as askByHttp, type IncomingMessage } from 'node:http';
import { request as askByHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { RequestError } from '../../kernel/errors.ts';
import { faultOfUrl, isLocalAddress, isOutsideAddress } from './outside-address.ts';

/** Why another server gave nothing; for programs, the log and people who know. */
export type OutsideFault =
  | 'too-slow'
  | 'name-unknown'
  | 'no-connection'
  | 'certificate'
  | 'redirects'
  | 'address'
  | 'packed'
  | 'too-large'
  | 'cut-short';

/** Which other servers may be asked. */
export interface OutsideReach {
  readonly signal?: AbortSignal;
  /** Which addresses may be connected to; the open internet when left out. */
  readonly allows?: (address: string) => boolean;
  /** Names (or addresses) an administrator allows though they lead inside; lower case. */
  readonly trustedHosts?: readonly string[];
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

/** The other server did not answer as it should. */
export class NoAnswer extends RequestError {
  readonly why: OutsideFault;

  /** @param detail in the words of the system below, e.g. `ECONNREFUSED` */
  constructor(why: OutsideFault, detail: string = why) {
    super('busy', 'outside-no-answer', {
      uk: `За цією адресою не вдалося нічого отримати (${detail}). Перевірте адресу й спробуйте ще раз.`,
      en: `Nothing could be got from this address (${detail}). Check the address and try again.`,
    });
    this.why = why;
  }
}

async function resolveAll(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/**
 * The addresses a host may be connected at: resolved once, each one judged. Connect to these and no others: a name that answers differently the
 * next time gains nothing. A trusted host may lead inside, but never to where clouds keep their secrets, nor to several machines at once.
 * Throws `invalid` (code `inside-address`), NoAnswer.
 */
export async function judgedAddresses(host: string, reach: OutsideReach, signal: AbortSignal): Promise<string[]> {
  const { allows = isOutsideAddress, resolve = resolveAll, trustedHosts = [] } = reach;
  const trusted = trustedHosts.includes(host.toLowerCase());
  const addresses = isIP(host) !== 0 ? [host] : await untilAborted(resolve(host), signal);
  const fits = (address: string) => allows(address) || (trusted && isLocalAddress(address));
  if (addresses.length === 0 || !addresses.every(fits)) throw insideAddress();
  return [...addresses];
}

/** The resolver cannot be interrupted; whoever waits for it can. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new NoAnswer('too-slow')), { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    throw error instanceof RequestError ? error : new NoAnswer('name-unknown', 'the name is not known');
  }
}

/** One question. */
export interface OutsideQuestion extends OutsideReach {
  /** Beside what is always sent. They go to the server first named and to no other, wherever it sends us. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted where it is given, in the form `a=b&c=d`; to the server first named only, as the headers. */
  readonly form?: string;
  readonly redirects?: number;
  /** Silence of the connection that is put up with, ms. */
  readonly idle?: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks the address and follows where it sends; gives the answer with its body unread. Each redirect is judged anew. Nothing of ours is sent along:
 * no cookies, no credentials but those the caller names. Throws `invalid` (code `inside-address`), NoAnswer.
 */
export async function askOutside(
  address: string,
  question: OutsideQuestion,
  end: AbortSignal,
): Promise<{ readonly url: URL; readonly answer: IncomingMessage }> {
  const first = new URL(address);
  let url = first;
  for (let left = question.redirects ?? 3; ; left -= 1) {
    const { headers, form } = url.origin === first.origin ? question : {};
    const answer = await askOnce(url, { ...question, headers, form }, end);
    const next = REDIRECTS.has(answer.statusCode ?? 0) ? answer.headers.location : undefined;
    if (next === undefined) return { url, answer };
    answer.destroy();
    if (left <= 0 || !URL.canParse(next, url)) throw new NoAnswer('redirects', 'too many redirects');
    url = new URL(next, url);
  }
}

async function askOnce(url: URL, question: OutsideQuestion, signal: AbortSignal): Promise<IncomingMessage> {
  const { allows = isOutsideAddress, trustedHosts = [] } = question;
  const fault = faultOfUrl(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const trusted = trustedHosts.includes(host.toLowerCase());
  if (fault === 'inside' && !trusted && !(isIP(host) !== 0 && allows(host))) throw insideAddress();
  if (fault === 'scheme' || fault === 'credentials') throw new NoAnswer('address', fault);
  return await connectTo(url, await judgedAddresses(host, question, signal), question, signal);
}

const CERTIFICATE = /^(CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_SSL)/;

function faultOfError(error: NodeJS.ErrnoException, signal: AbortSignal): NoAnswer {
  if (signal.aborted || error.code === 'ETIMEDOUT') return new NoAnswer('too-slow');
  if (CERTIFICATE.test(error.code ?? '')) return new NoAnswer('certificate', error.code);
  return new NoAnswer('no-connection', error.code ?? 'no connection');
}

function connectTo(
  url: URL,
  addresses: readonly string[],
  { headers, form, idle }: OutsideQuestion,
  signal: AbortSignal,
): Promise<IncomingMessage> {
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
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        'user-agent': 'vidkryto',
        accept: '*/*',
        'accept-encoding': 'identity',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    });
    if (idle !== undefined) {
      request.setTimeout(idle, () => request.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
    }
    request.once('response', resolve);
    request.once('error', (error: NodeJS.ErrnoException) => reject(faultOfError(error, signal)));
    request.end(form);
  });
}
