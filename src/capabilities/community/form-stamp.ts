import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { selectSecret } from './settings-store.ts';

/** A person needs at least so long to read a form and write something, ms. */
const LEAST = 2_000;
/** A form lives a day, ms. */
const MOST = 24 * 60 * 60_000;

const signatureOf = (secret: string, at: string) => createHmac('sha256', secret).update(at).digest('base64url');

/** A stamp for a form to carry: when it was shown, signed so that a robot cannot make one up. */
export async function newFormStamp(ctx: Context): Promise<string> {
  const at = ctx.clock.now().getTime().toString(36);
  return `${at}.${signatureOf(await selectSecret(ctx.db), at)}`;
}

/** What a stamp says of the one who sends the form: a person, somebody too quick to be one, or a form too old (or no stamp of ours). */
export async function judgeFormStamp(ctx: Context, stamp: string): Promise<'person' | 'too-fast' | 'too-old'> {
  const [at = '', signature = ''] = stamp.split('.');
  const wanted = Buffer.from(signatureOf(await selectSecret(ctx.db), at));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return 'too-old';
  const age = ctx.clock.now().getTime() - Number.parseInt(at, 36);
  if (age < LEAST) return 'too-fast';
  return age > MOST ? 'too-old' : 'person';
}

/** How long ago the form of a stamp was shown, ms; null where the stamp says nothing. Asked of stamps that were judged already. */
export function ageOfFormStamp(ctx: Context, stamp: string): number | null {
  const at = Number.parseInt(stamp.split('.')[0] ?? '', 36);
  return Number.isFinite(at) ? ctx.clock.now().getTime() - at : null;
}
