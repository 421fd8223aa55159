import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** Somebody who has an account at the service. */
export interface ServiceAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID Connect server on this machine. */
export interface OidcService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Gives somebody an account there. */
  know(account: ServiceAccount): void;
  /**
   * Goes there as a browser would, signs in as the account, agrees.
   * @returns the address it sends back to
   */
  visit(address: string, account: ServiceAccount): Promise<string>;
  close(): Promise<void>;
}

const CLIENT_ID = 'portal';
const CLIENT_SECRET = 'secret of the portal, forty signs or more';

/** Starts the server. @param redirectUris where it may send people back */
export async function startOidcService(port: number, redirectUris: string[]): Promise<OidcService> {
  const issuer = `http://127.0.0.1:${port}`;
  const accounts = new Map<string, ServiceAccount>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: redirectUris }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_ctx, id) => {
      const account = accounts.get(id);
      return account && { accountId: id, claims: () => ({ ...account }) };
    },
  });
  const server = await new Promise<Server>((resolve) => {
    const started = provider.listen(port, '127.0.0.1', () => resolve(started));
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    know: (account) => void accounts.set(account.sub, account),
    async visit(address, account) {
      accounts.set(account.sub, account);
      return await walk(issuer, address, account.sub);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Follows the service's own pages (its built-in ones of development) until it sends the browser elsewhere. */
async function walk(issuer: string, address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...body });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let answer = await ask(address);
  for (let turn = 0; turn < 12; turn += 1) {
    const next = answer.headers.get('location');
    if (next !== null) {
      const url = new URL(next, issuer).href;
      if (!url.startsWith(issuer)) return url;
      answer = await ask(url);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`a page of the service: ${page.slice(0, 500)}`);
    answer = await ask(new URL(action, issuer).href, { prompt, login, password: 'any' });
  }
  throw new Error('the service sends round and round');
}
