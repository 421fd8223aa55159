import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds in which a budget is spent and after which it is whole again. */
const WINDOW = 60;

/** What a request took from its budget. */
export interface Spent {
  readonly budget: string;
  readonly allowed: boolean;
  /** Requests in a window. */
  readonly quota: number;
  readonly remaining: number;
  /** Whole seconds until the budget is whole again. */
  readonly reset: number;
}

/** Budgets of requests a minute, each by client. A quota of 0 is no limit. */
export class RateLimits {
  readonly #limiters: ReadonlyMap<string, RateLimiterMemory>;

  constructor(quotas: Readonly<Record<string, number>>) {
    this.#limiters = new Map(
      Object.entries(quotas)
        .filter(([, points]) => points > 0)
        .map(([name, points]) => [name, new RateLimiterMemory({ points, duration: WINDOW, keyPrefix: name })]),
    );
  }

  /** Takes one request from the client's budget; null where that budget has no limit. */
  async take(budget: string, client: string): Promise<Spent | null> {
    const limiter = this.#limiters.get(budget);
    if (!limiter) return null;
    const { answer, allowed } = await limiter.consume(client).then(
      (result) => ({ answer: result, allowed: true }),
      (refused: unknown) => {
        if (refused instanceof RateLimiterRes) return { answer: refused, allowed: false };
        throw refused;
      },
    );
    const reset = Math.max(1, Math.ceil(answer.msBeforeNext / 1000));
    return { budget, allowed, quota: limiter.points, remaining: answer.remainingPoints, reset };
  }
}

/** The fields of draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it. */
export function rateLimitHeaders({ budget, quota, remaining, reset }: Spent): Record<string, string> {
  return {
    'ratelimit-policy': `"${budget}";q=${quota};w=${WINDOW}`,
    ratelimit: `"${budget}";r=${remaining};t=${reset}`,
  };
}

/**
 * Whom an address stands for: one IPv4 address (also where it is written as IPv6), or the /64 network that one household or server
 * has in IPv6 and could change its address within at every request.
 */
export function clientOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
