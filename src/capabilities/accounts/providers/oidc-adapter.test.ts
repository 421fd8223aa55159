import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidcAdapter } from './oidc-adapter.ts';
import type { OpenProvider } from './provider.ts';

const REACH = { trustedHosts: ['127.0.0.1'] };
const SECRET = 'a secret both sides know, long enough for HS256';
const NONCE = 'nonce-of-this-sign-in';

/** A service that answers whatever it is told to. */
let server: Server;
let provider: OpenProvider;
let idToken = '';
let userInfo: object = { sub: 'olena', email: 'olena@rada.example.ua', email_verified: true };
let calledItself = '';
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let strange: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  [keys, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256', use: 'sig' }] };
  server = await new Promise<Server>((resolve) => {
    const made = createServer((request, response) => {
      const issuer = calledItself;
      const discovery = {
        issuer,
        authorization_endpoint: `${provider.issuer}/auth`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        userinfo_endpoint: `${provider.issuer}/me`,
      };
      const answers: Record<string, object> = {
        '/.well-known/openid-configuration': discovery,
        '/keys': jwks,
        '/token': { id_token: idToken, access_token: 'a', token_type: 'Bearer' },
        '/me': userInfo,
      };
      response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
    }).listen(0, '127.0.0.1', () => resolve(made));
  });
  const { port } = server.address() as { port: number };
  calledItself = `http://127.0.0.1:${port}`;
  provider = {
    id: 'p',
    kind: 'oidc',
    name: 'Служба',
    issuer: calledItself,
    clientId: 'portal',
    clientSecret: SECRET,
    active: true,
  };
});
afterAll(() => void server.close());

const claims = (over: JWTPayload = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: provider.issuer, aud: 'portal', sub: 'olena', nonce: NONCE, iat: now, exp: now + 300, ...over };
};
const signed = (payload: JWTPayload, key = keys.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(key);

async function outcome(token: string, issuer: string | null = null): Promise<string> {
  idToken = token;
  const answer = { code: 'c', verifier: 'v', nonce: NONCE, redirectUri: 'https://data.example.ua/r', issuer };
  return await oidcAdapter.identityOf(provider, answer, REACH).then(
    ({ subject, verifiedEmail }) => `${subject} ${verifiedEmail}`,
    (error: { code?: string }) => error.code ?? String(error),
  );
}

describe('what a service says of somebody', () => {
  test('is believed when it is signed, for us, for this very sign-in', async () => {
    expect(await outcome(await signed(claims()))).toBe('olena olena@rada.example.ua');
    expect(await outcome(await signed(claims()), provider.issuer)).toBe('olena olena@rada.example.ua');
    const own = { email: 'own@rada.example.ua', email_verified: true };
    expect(await outcome(await signed(claims(own)))).toBe('olena own@rada.example.ua');
    expect(await outcome(await signed(claims({ ...own, email_verified: 'true' })))).toBe('olena null');
  });

  test.each([
    ['of another service', { iss: 'https://other.example.org' }],
    ['for another site', { aud: 'somebody-else' }],
    ['for us among others, asked by another', { aud: ['portal', 'other'], azp: 'other' }],
    ['for another sign-in', { nonce: 'another' }],
    ['without a nonce', { nonce: undefined }],
    ['past its time', { exp: Math.floor(Date.now() / 1000) - 120 }],
    ['made long ago', { iat: Math.floor(Date.now() / 1000) - 3600 }],
    ['of nobody', { sub: undefined }],
  ])('is not believed %s', async (_what, over) => {
    expect(await outcome(await signed(claims(over)))).toBe('provider-refused');
  });

  test('is not believed unsigned, signed by a stranger, or by the secret both sides know', async () => {
    expect(await outcome(new UnsecuredJWT(claims()).encode())).toBe('provider-refused');
    expect(await outcome(await signed(claims(), strange.privateKey))).toBe('provider-refused');
    const shared = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
    expect(await outcome(await shared)).toBe('provider-refused');
    expect(await outcome('no token')).toBe('provider-refused');
  });

  test('is not believed when it came from another service, or is of somebody else', async () => {
    expect(await outcome(await signed(claims()), 'https://other.example.org')).toBe('provider-refused');
    const before = [calledItself, userInfo] as const;
    userInfo = { sub: 'somebody else', email: 'x@example.ua', email_verified: true };
    expect(await outcome(await signed(claims()))).toBe('provider-refused');
    userInfo = before[1];
    calledItself = 'https://other.example.org';
    expect(await outcome(await signed(claims()))).toBe('provider-refused');
    calledItself = before[0];
  });
});
