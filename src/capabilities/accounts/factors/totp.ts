import { createHash } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { faultyField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { personSubject } from '../people/person-rules.ts';
import { signedOut } from '../refusals.ts';
import { authentication, SESSION_COOKIE } from '../signing-in/authentication.ts';
import { type Client, clientHeaders, cookieOnly, ourCookiesOf } from '../signing-in/request-headers.ts';
import { countCodeTry, forgetTries } from '../signing-in/try-limits.ts';
import { type Confirmed, confirmPerson } from './confirm-person.ts';
import { deleteTwoFactor, selectFactors, spendCode, updateFactorFlag } from './factor-store.ts';
import { tidyTotpCode } from './recovery-codes.ts';

/** What a phone is given: the address a picture holds, and the same key in letters for those who cannot take a picture. */
export interface TotpKey {
  readonly uri: string;
  readonly key: string;
}

/** Digest by which a code of a phone is known as used. */
export const spentDigest = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Makes a fresh key that counts only once a code of it has been typed (`confirmTotp`). Throws as `confirmPerson`, or `conflict` where codes are on. */
export async function beginTotp(ctx: Context, headers: Headers, password: string): Promise<void> {
  const person = await confirmPerson(ctx, headers, password);
  await transaction(ctx, async (inner) => {
    if ((await selectFactors(inner.db, person.id)).totp) throw faultyField('password', ALREADY_ON);
    await makeTwoFactor(inner, headers, password);
  });
}

const ALREADY_ON = {
  uk: 'Коди з телефона вже увімкнено. Щоб налаштувати інший телефон, спершу вимкніть їх.',
  en: 'Codes of a phone are on already. To set up another phone, turn them off first.',
};

/** A key and recovery codes by better-auth. @returns the recovery codes */
export async function makeTwoFactor(ctx: Context, headers: Headers, password: string): Promise<readonly string[]> {
  const { api } = await authentication(ctx);
  const { backupCodes } = await api.enableTwoFactor({ body: { password }, headers: cookieOnly(headers) });
  return backupCodes;
}

/**
 * The key that waits for its first code; null when there is none. Only until then is it shown.
 * @param site name of the site, by which the phone's program tells its keys apart; short and Latin, or the picture grows too dense to take
 */
export async function waitingTotp(ctx: Context, headers: Headers, site: string): Promise<TotpKey | null> {
  const auth = await authentication(ctx);
  const current = await auth.api.getSession({ headers: cookieOnly(headers) });
  if (current === null) throw signedOut();
  const { adapter, secretConfig } = await auth.$context;
  const where = [{ field: 'userId', value: current.user.id }];
  const row = await adapter.findOne<{ secret: string; verified: boolean }>({ model: 'twoFactor', where });
  if (row === null || row.verified) return null;
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret });
  return totpKey(secret, site, current.user.email);
}

/** The form of `otpauth:` addresses that all phone programs read; SHA-1, 6 digits, 30 seconds are what they all know (RFC 6238). */
function totpKey(secret: string, issuer: string, account: string): TotpKey {
  const key = base32(new TextEncoder().encode(secret));
  const name = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${key}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`;
  return { uri: `otpauth://totp/${name}?${query}`, key: (key.match(/.{1,4}/g) ?? []).join(' ') };
}

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/**
 * Turns codes of a phone on by the first one typed. Throws `invalid` with the faulty field `code`.
 * @returns `cookies` of the session, which is a fresh one, and the recovery codes: shown this once
 */
export async function confirmTotp(
  ctx: Context,
  headers: Headers,
  input: Client & { code: string },
): Promise<{ cookies: readonly string[]; codes: readonly string[] }> {
  const auth = await authentication(ctx);
  const current = await auth.api.getSession({ headers: cookieOnly(headers) });
  if (current === null) throw signedOut();
  const { user } = current;
  const counted = await countCodeTry(ctx, { address: input.address, email: user.email, headers });
  const code = tidyTotpCode(input.code);
  if (code === null) throw wrongCode();
  return await transaction(ctx, async (inner) => {
    const { api } = await authentication(inner, { secure: input.secure ?? false });
    if (!(await spendCode(inner.db, user.id, spentDigest(code), inner.clock.now()))) throw wrongCode();
    const asked = clientHeaders(input, headers, [SESSION_COOKIE]);
    const answer = await api.verifyTOTP({ body: { code }, headers: asked, returnHeaders: true }).catch(refuseWrongCode);
    await updateFactorFlag(inner.db, user.id, true);
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: user.id } });
    await forgetTries(inner, counted);
    await record(inner, { deed: 'factor.codes-on', subject: personSubject(user) });
    return { cookies: ourCookiesOf(answer.headers), codes: backupCodes };
  });
}

/** Turns codes of a phone off; recovery codes stay while there is a passkey. Throws as `confirmPerson`. */
export async function turnOffTotp(ctx: Context, headers: Headers, password: string): Promise<void> {
  const person = await confirmPerson(ctx, headers, password);
  await transaction(ctx, async (inner) => {
    const { totp, passkeys } = await selectFactors(inner.db, person.id);
    if (!totp) return;
    await deleteTwoFactor(inner.db, person.id);
    if (passkeys > 0) await makeTwoFactor(inner, headers, password);
    await updateFactorFlag(inner.db, person.id, passkeys > 0);
    await record(inner, { deed: 'factor.codes-off', subject: personSubject(person) });
  });
}

/** Ten new recovery codes; the old ones stop working. Throws as `confirmPerson`, or `invalid` where there is no second step. */
export async function renewRecoveryCodes(ctx: Context, headers: Headers, password: string): Promise<readonly string[]> {
  const person: Confirmed = await confirmPerson(ctx, headers, password);
  if (!person.hasFactor) throw faultyField('password', NO_FACTOR);
  return await transaction(ctx, async (inner) => {
    const { api } = await authentication(inner);
    const answer = await api.generateBackupCodes({ body: { password }, headers: cookieOnly(headers) });
    await record(inner, { deed: 'factor.recovery-renewed', subject: personSubject(person) });
    return answer.backupCodes;
  });
}

const NO_FACTOR = {
  uk: 'Спершу увімкніть коди з телефона або додайте ключ доступу.',
  en: 'Turn on codes of a phone or add a passkey first.',
};

export const wrongCode = () =>
  faultyField('code', {
    uk: 'Код не підходить. Він змінюється щопівхвилини і спрацьовує один раз: дочекайтеся нового. Перевірте, чи правильний час на телефоні.',
    en: 'The code does not match. It changes every half a minute and works once: wait for the next. Check that the time on the phone is right.',
  });

function refuseWrongCode(error: unknown): never {
  throw isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400) ? wrongCode() : error;
}
