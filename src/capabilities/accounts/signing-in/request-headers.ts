import { ADDRESS_HEADER, COOKIE_PREFIX, SESSION_COOKIE } from './authentication.ts';

/** Where a request comes from, as far as signing in cares. */
export interface Client {
  readonly userAgent: string;
  /** Network address; limits count by it. */
  readonly address: string;
  /** True when people reach us by https: cookies are then sent by https only. */
  readonly secure?: boolean;
}

const cookiesOf = (headers: Headers): string[] => (headers.get('cookie') ?? '').split(/;\s*/);

/** Header values take printable Latin only. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, 400);

/** Headers with nothing but the session's cookie: all that better-auth needs to know of most requests. */
export function cookieOnly(headers: Headers): Headers {
  return new Headers({
    cookie: cookiesOf(headers)
      .filter((each) => each.startsWith(`${SESSION_COOKIE}=`))
      .join('; '),
  });
}

/** One of our cookies, as it was sent; null without it. */
export function cookieValue(headers: Headers, name: string): string | null {
  const found = cookiesOf(headers).find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || null;
}

/**
 * What better-auth is told of a request: the client, and of the cookies only those named.
 * @param names of our cookies
 */
export function clientHeaders(client: Client, headers?: Headers, names: readonly string[] = []): Headers {
  const kept =
    headers === undefined ? [] : cookiesOf(headers).filter((each) => names.includes(each.split('=')[0] ?? ''));
  return new Headers({
    'user-agent': printable(client.userAgent),
    [ADDRESS_HEADER]: printable(client.address),
    ...(kept.length > 0 ? { cookie: kept.join('; ') } : {}),
  });
}

/** What the session cookie of a request holds, whether or not it is true; null without one. */
export function sessionToken(headers: Headers): string | null {
  return cookieValue(headers, SESSION_COOKIE);
}

/** The Set-Cookie values of ours among those better-auth set; it also clears cookies we never use. */
export function ourCookiesOf(headers: Headers): string[] {
  return headers.getSetCookie().filter((value) => value.startsWith(COOKIE_PREFIX));
}
