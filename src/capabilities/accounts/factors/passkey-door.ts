import { betterAuth } from 'better-auth';
import type { Context } from '../../../platform/context.ts';
import { selectCommunity } from '../community/community-store.ts';
import { authenticationSettings } from '../signing-in/authentication.ts';

/** Where people reach us: a passkey belongs to the name of the site, and answers no other. */
export interface PasskeySite {
  /** Scheme and host: VIDKRYTO_URL, or what the request says. */
  readonly origin: string;
  readonly secure?: boolean;
}

/** Browsers keep passkeys only for sites with a name, by https; this machine itself is the exception. */
export function passkeysWork(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (/^\[|^[\d.]+$/.test(hostname)) return false; // a number is no name
  return protocol === 'https:' || hostname === 'localhost';
}

/**
 * better-auth with its passkey plugin, whose library (100 ms, 8 MB) is loaded only when somebody uses a passkey. The name a passkey belongs to is the
 * host of the site's address; whoever holds the passkey must have shown it their finger, face or PIN, so it stands for both steps.
 */
export async function passkeyDoor(ctx: Context, { origin, secure }: PasskeySite) {
  const { passkey } = await import('@better-auth/passkey');
  const settings = await authenticationSettings(ctx, { secure: secure ?? false });
  const community = (await selectCommunity(ctx.db))?.profile.name ?? 'Відкрито';
  return betterAuth({
    ...settings,
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: community,
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => requireVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            modelName: 'accounts_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}

/** The plugin itself asks for it, but takes a passkey that has not done it. */
async function requireVerified(userVerified: boolean | undefined): Promise<undefined> {
  if (userVerified !== true) throw new Error('the passkey did not verify its user');
}
