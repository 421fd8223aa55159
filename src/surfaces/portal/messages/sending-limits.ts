import { RateLimiterMemory } from 'rate-limiter-flexible';
import { clientOfAddress } from '../../../platform/http/rate-limits.ts';

/** From one network address in an hour; an office behind one address may still write. */
const MESSAGES_AN_HOUR = 10;
const VOTES_AN_HOUR = 30;
const HOUR = 3600;

/**
 * How often one network address may write and vote; of IPv6 one network of /64, which changes its address at will. Addresses are kept in memory
 * for an hour and nowhere else.
 */
export class SendingLimits {
  readonly #messages = new RateLimiterMemory({ points: MESSAGES_AN_HOUR, duration: HOUR });
  readonly #votes = new RateLimiterMemory({ points: VOTES_AN_HOUR, duration: HOUR });

  /** Minutes to wait before the next message may be sent; 0: now. */
  async minutesToWait(address: string): Promise<number> {
    const used = await this.#messages.get(clientOfAddress(address));
    if (used === null || used.consumedPoints < MESSAGES_AN_HOUR) return 0;
    return Math.max(1, Math.ceil(used.msBeforeNext / 60_000));
  }

  /**
   * Sends a message if one more may be sent; gives what `send` gives, or the minutes to wait. Counted before it is sent, so that many at
   * the same moment do not all find room; one that could not be taken costs nothing.
   */
  async within<T>(address: string, send: () => Promise<T>): Promise<{ sent: T } | { minutes: number }> {
    const client = clientOfAddress(address);
    const used = await this.#messages.penalty(client, 1);
    if (used.consumedPoints > MESSAGES_AN_HOUR) return { minutes: Math.max(1, Math.ceil(used.msBeforeNext / 60_000)) };
    try {
      return { sent: await send() };
    } catch (error) {
      await this.#messages.reward(client, 1);
      throw error;
    }
  }

  /** Counts a vote; false where there were too many. */
  async mayVote(address: string): Promise<boolean> {
    return this.#votes.consume(clientOfAddress(address)).then(
      () => true,
      () => false,
    );
  }
}
