import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { selectSecret } from '../community/community-store.ts';
import { makeRecoveryCodes } from '../factors/recovery-codes.ts';
import { sessionDoor } from './session-door.ts';

/** All our cookies begin so; nothing else of a request reaches better-auth. */
export const COOKIE_PREFIX = 'vidkryto_';
/** Name of the cookie of a session. */
export const SESSION_COOKIE = 'vidkryto_session';
/** A sign-in lasts at most this long. */
export const SESSION_DAYS = 14;
/** Says whose password was right, until the second step is done. */
export const STEP_COOKIE = 'vidkryto_step';
/** Keeps the question a passkey has to answer, five minutes. */
export const PASSKEY_COOKIE = 'vidkryto_passkey';
/** Minutes between the right password and the code. */
export const STEP_MINUTES = 10;
/** A link for a forgotten password lasts this long. */
export const RESET_MINUTES = 60;
/** Header by which we hand better-auth the client's address; never taken from the network. */
export const ADDRESS_HEADER = 'x-vidkryto-address';

export interface AuthenticationOptions {
  /** What signs the cookies, where it is known already; left out: it is read. */
  readonly secret?: string;
  /** The cookie is sent by https only. */
  readonly secure?: boolean;
  /** Gets the token of a link for a forgotten password; the caller writes the letter. */
  readonly onResetToken?: (token: string) => void;
}

/**
 * better-auth, the only code that knows passwords, codes and sessions, on the context's database: inside a transaction all it
 * writes belongs to that transaction. Made anew for each deed (under 1 ms), because no module keeps state. Its HTTP handler
 * is never mounted: our use cases call its server API. Its own log is off, because it writes e-mail addresses.
 */
export async function authentication(ctx: Context, options: AuthenticationOptions = {}) {
  return betterAuth({
    ...(await authenticationSettings(ctx, options)),
    plugins: [
      twoFactor({
        allowPasswordless: true, // who signs in elsewhere has no password; confirm-person.ts has asked before
        twoFactorCookieMaxAge: STEP_MINUTES * 60,
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'accounts_two_factor',
            fields: { userId: 'user_id', backupCodes: 'backup_codes' },
          },
        },
      }),
      sessionDoor(STEP_MINUTES * 60),
    ],
  });
}

/** What better-auth is told whatever it is asked; passkeys.ts adds its plugin to it. */
export async function authenticationSettings(ctx: Context, options: AuthenticationOptions) {
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: options.secure ?? false } as const;
  return {
    appName: 'vidkryto',
    // only better-auth's own handler and letters would use it, and we have neither
    baseURL: 'http://localhost',
    secret: options.secret ?? (await selectSecret(ctx.db)),
    database: { db: ctx.db, type: 'postgres' },
    experimental: { joins: true }, // a session comes with its person in one statement
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // our own rule (password-rules.ts) has spoken before
      maxPasswordLength: 512,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }) => options.onResetToken?.(token),
    },
    advanced: {
      useSecureCookies: false, // would rename the cookies; `secure` below sets the attribute alone
      cookiePrefix: 'vidkryto',
      defaultCookieAttributes: cookie,
      cookies: {
        session_token: { name: SESSION_COOKIE, attributes: cookie },
        two_factor: { name: STEP_COOKIE, attributes: cookie },
        passkey: { name: PASSKEY_COOKIE, attributes: cookie },
      },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    user: { modelName: 'accounts_user', fields: { ...STAMPS, emailVerified: 'email_verified' } },
    session: {
      modelName: 'accounts_session',
      fields: SESSION_FIELDS,
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      updateAge: 5 * 60, // "last seen" is right to five minutes
      freshAge: 0, // confirm-person.ts asks the password where it matters
    },
    account: { modelName: 'accounts_account', fields: ACCOUNT_FIELDS },
    verification: {
      modelName: 'accounts_verification',
      fields: { ...STAMPS, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed', // a copy of the database opens no account
    },
  } satisfies BetterAuthOptions;
}

const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const SESSION_FIELDS = {
  ...STAMPS,
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  userId: 'user_id',
} as const;

const ACCOUNT_FIELDS = {
  ...STAMPS,
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const;

/** The Set-Cookie value of our session among those better-auth set. */
export function sessionCookieOf(headers: Headers): string {
  const cookie = headers.getSetCookie().find((value) => value.startsWith(`${SESSION_COOKIE}=`));
  if (cookie === undefined) throw new Error('better-auth set no session cookie');
  return cookie;
}
