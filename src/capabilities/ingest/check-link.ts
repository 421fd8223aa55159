import { isRequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import type { Context } from '../../platform/context.ts';
import { fetchOutside } from '../../platform/http/fetch-outside.ts';
import { faultOfAnswer, linkFault } from './link-rules.ts';

/** A person waits for the answer. */
const LIMITS = { bytes: 256 * 1024, milliseconds: 4_000 };

/**
 * What is wrong with the address of an API elsewhere; null when it can be kept. The address is asked once: one that leads into an internal network, or
 * where there is no such page, is a fault. A server that cannot be reached now, or answers at length, is not: it may be so for a moment, and
 * this machine may have no way out at all.
 */
export async function checkLink(ctx: Context, address: string): Promise<Text | null> {
  const fault = linkFault(address);
  if (fault) return fault;
  try {
    const { status } = await fetchOutside(address.trim(), { limits: LIMITS, signal: ctx.signal });
    return faultOfAnswer(status);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    if (error.code === 'inside-address') return error.text;
    ctx.log.info({ code: error.code }, 'the address of a link did not answer');
    return null;
  }
}
