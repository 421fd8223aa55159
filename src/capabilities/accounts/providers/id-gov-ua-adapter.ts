import { z } from 'zod';
import { askProvider } from './ask-provider.ts';
import type { ProviderAdapter } from './provider.ts';
import { providerRefused } from './refusals.ts';

/**
 * id.gov.ua, by its published way of connecting (an OAuth 2.0 of its own, no OpenID Connect: no signed token, no nonce, no PKCE).
 * NOT TRIED: nobody has connected this system to it yet; answers encrypted to a certificate of ДСТУ 4145 are refused in words.
 * The only thing asked is РНОКПП, because the service gives no other lasting name of a person; it stays in memory until its keyed digest is made.
 * Its e-mail addresses are not verified, so a person is known here only after they added the service themselves or by an invitation.
 */
export const idGovUaAdapter: ProviderAdapter = {
  questionAddress(provider, { state, redirectUri }) {
    const address = new URL(`${provider.issuer}/`);
    address.search = new URLSearchParams({
      response_type: 'code',
      client_id: provider.clientId,
      auth_type: 'dig_sign,bank_id,mobile_id,diia_id',
      state,
      redirect_uri: redirectUri,
    }).toString();
    return Promise.resolve(address.href);
  },
  async identityOf(provider, { code }, reach) {
    const given = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: provider.clientId,
      client_secret: provider.clientSecret,
      code,
    });
    const token = await askProvider(`${provider.issuer}/get-access-token?${given}`, Token, reach);
    const wanted = new URLSearchParams({
      access_token: token.access_token,
      user_id: String(token.user_id),
      fields: 'drfocode',
    });
    const info = await askProvider(`${provider.issuer}/get-user-info?${wanted}`, UserInfo, reach);
    if (info.encryptedUserInfo !== undefined) throw providerRefused('the answer is encrypted, which is not supported');
    if (info.drfocode === undefined || info.drfocode === '') throw providerRefused('nobody is named');
    return { subject: info.drfocode, verifiedEmail: null };
  },
};

const Token = z.object({ access_token: z.string(), user_id: z.union([z.string(), z.number()]) });
const UserInfo = z.looseObject({ drfocode: z.string().optional(), encryptedUserInfo: z.string().optional() });
