import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { hasSignedInFrom, upsertDevice } from './device-store.ts';
import { cookieValue } from './request-headers.ts';

/**
 * The cookie by which a device is known again at the next sign-in. It opens nothing: it only says that strangers' guessing elsewhere is not this
 * device's, so that nobody can be locked out by others.
 */
const DEVICE_COOKIE = 'vidkryto_device';
/** A device not seen for so long is a stranger again. */
const DEVICE_DAYS = 180;

const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex');

/** The digest of the device of these headers, if somebody with this e-mail signed in from it before; else null. */
export async function knownDevice(ctx: Context, headers: Headers | undefined, email: string): Promise<string | null> {
  const value = headers === undefined ? null : cookieValue(headers, DEVICE_COOKIE);
  if (value === null) return null;
  const digest = digestOf(value);
  return (await hasSignedInFrom(ctx.db, digest, email)) ? digest : null;
}

/**
 * Remembers the device of a person who has just signed in. A made-up value is taken for what it is worth: a name of a device.
 * @returns a whole Set-Cookie value
 */
export async function rememberDevice(
  ctx: Context,
  personId: string,
  headers: Headers | undefined,
  secure: boolean,
): Promise<string> {
  const kept = headers === undefined ? null : cookieValue(headers, DEVICE_COOKIE);
  const value = kept !== null && /^[\w-]{32}$/.test(kept) ? kept : randomBytes(24).toString('base64url');
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - DEVICE_DAYS * 86_400_000);
  await upsertDevice(ctx.db, { digest: digestOf(value), personId, now, before });
  return `${DEVICE_COOKIE}=${value}; Max-Age=${DEVICE_DAYS * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
