import { RateLimiterMemory } from 'rate-limiter-flexible';

/** From one network address in an hour; an office behind one address may still write. */
const MESSAGES_AN_HOUR = 10;
const VOTES_AN_HOUR = 30;
const HOUR = 3600;

/** How often one network address may write and vote. Addresses are kept in memory for an hour and nowhere else. */
export class SendingLimits {
  readonly #messages = new RateLimiterMemory({ points: MESSAGES_AN_HOUR, duration: HOUR });
  readonly #votes = new RateLimiterMemory({ points: VOTES_AN_HOUR, duration: HOUR });

  /** Minutes to wait before the next message may be sent; 0: now. */
  async minutesToWait(address: string): Promise<number> {
    const used = await this.#messages.get(address);
    if (used === null || used.consumedPoints < MESSAGES_AN_HOUR) return 0;
    return Math.max(1, Math.ceil(used.msBeforeNext / 60_000));
  }

  /** Counts a message that was taken; a refused form costs nothing. */
  async countMessage(address: string): Promise<void> {
    await this.#messages.penalty(address, 1);
  }

  /** Counts a vote; false where there were too many. */
  async mayVote(address: string): Promise<boolean> {
    return this.#votes.consume(address).then(
      () => true,
      () => false,
    );
  }
}
