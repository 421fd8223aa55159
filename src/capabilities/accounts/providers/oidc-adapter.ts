import { createHash } from 'node:crypto';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { askProvider } from './ask-provider.ts';
import type { Identity, OpenProvider, ProviderAdapter, ProviderReach } from './provider.ts';
import { providerRefused } from './refusals.ts';

/** What we need of OpenID Connect Discovery 1.0, section 3. */
const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
type Discovery = z.infer<typeof Discovery>;

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const Tokens = z.object({ id_token: z.string(), access_token: z.string().optional() });
const UserInfo = z.looseObject({ sub: z.string(), email: z.string().optional(), email_verified: z.unknown() });

/** Signatures with a key pair only: with a shared secret anybody who has it could speak for anybody. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Clocks of two machines differ, seconds. */
const CLOCKS_DIFFER = 60;
const OLDEST_TOKEN = '10 minutes';

async function discover(provider: OpenProvider, reach: ProviderReach): Promise<Discovery> {
  const found = await askProvider(`${provider.issuer}/.well-known/openid-configuration`, Discovery, reach);
  // section 4.3: exactly the same, or another service answers in its name
  if (found.issuer.replace(/\/$/, '') !== provider.issuer) throw providerRefused('it calls itself by another address');
  return found;
}

async function tokensOf(
  provider: OpenProvider,
  found: Discovery,
  answer: { code: string; redirectUri: string; verifier: string },
  reach: ProviderReach,
): Promise<z.infer<typeof Tokens>> {
  const { clientId, clientSecret } = provider;
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: answer.code,
    redirect_uri: answer.redirectUri,
    code_verifier: answer.verifier,
  });
  // what the standard means where nothing is said (RFC 8414, section 2)
  const ways = found.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  if (!ways.includes('client_secret_basic')) {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
    return await askProvider(found.token_endpoint, Tokens, reach, { form });
  }
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const headers = { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  return await askProvider(found.token_endpoint, Tokens, reach, { form, headers });
}

/** OpenID Connect Core 1.0, section 3.1.3.7. */
async function claimsOf(
  provider: OpenProvider,
  found: Discovery,
  idToken: string,
  reach: ProviderReach,
  nonce: string,
) {
  const keys = createLocalJWKSet(await askProvider(found.jwks_uri, Keys, reach));
  const { payload } = await jwtVerify(idToken, keys, {
    issuer: found.issuer,
    audience: provider.clientId,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCKS_DIFFER,
    maxTokenAge: OLDEST_TOKEN,
    requiredClaims: ['sub', 'exp', 'iat'],
  }).catch((error: unknown) => {
    if (error instanceof errors.JOSEError) throw providerRefused(error.code);
    throw error;
  });
  if (payload.nonce !== nonce) throw providerRefused('nonce');
  const others = Array.isArray(payload.aud) && payload.aud.length > 1;
  if ((others || payload.azp !== undefined) && payload.azp !== provider.clientId) throw providerRefused('azp');
  return payload;
}

async function verifiedEmail(
  found: Discovery,
  claims: JWTPayload,
  accessToken: string | undefined,
  reach: ProviderReach,
): Promise<string | null> {
  if (typeof claims.email === 'string') return claims.email_verified === true ? claims.email : null;
  if (found.userinfo_endpoint === undefined || accessToken === undefined) return null;
  const headers = { authorization: `Bearer ${accessToken}` };
  const info = await askProvider(found.userinfo_endpoint, UserInfo, reach, { headers });
  if (info.sub !== claims.sub) throw providerRefused('userinfo of somebody else'); // section 5.3.2
  return info.email_verified === true && info.email !== undefined ? info.email : null;
}

/** OpenID Connect by the code flow with PKCE (RFC 7636), state and nonce; its answers are believed only by their signature. */
export const oidcAdapter: ProviderAdapter = {
  async questionAddress(provider, { state, nonce, verifier, redirectUri }, reach) {
    const found = await discover(provider, reach);
    const address = new URL(found.authorization_endpoint);
    const asked = {
      response_type: 'code',
      client_id: provider.clientId,
      redirect_uri: redirectUri,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return address.href;
  },
  async identityOf(provider, answer, reach): Promise<Identity> {
    const found = await discover(provider, reach);
    // RFC 9207: an answer that says it comes from another service was mixed up
    if (answer.issuer !== null && answer.issuer !== found.issuer) throw providerRefused('iss');
    const tokens = await tokensOf(provider, found, answer, reach);
    const claims = await claimsOf(provider, found, tokens.id_token, reach, answer.nonce);
    return {
      subject: claims.sub ?? '',
      verifiedEmail: await verifiedEmail(found, claims, tokens.access_token, reach),
    };
  },
};
