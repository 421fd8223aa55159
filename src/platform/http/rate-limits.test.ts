import { describe, expect, it } from 'vitest';
import { clientOfAddress, RateLimits, rateLimitHeaders, type Spent } from './rate-limits.ts';

async function takeAll(limits: RateLimits, budget: string, client: string, times: number): Promise<(Spent | null)[]> {
  const all: (Spent | null)[] = [];
  for (let turn = 0; turn < times; turn += 1) all.push(await limits.take(budget, client));
  return all;
}

describe('a budget', () => {
  it('is each client’s own, and each kind’s own', async () => {
    const limits = new RateLimits({ pages: 3, rows: 1 });
    const spent = await takeAll(limits, 'pages', 'a', 4);
    expect(spent.map((one) => [one?.allowed, one?.remaining])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect((await limits.take('pages', 'b'))?.allowed).toBe(true);
    expect((await limits.take('rows', 'a'))?.allowed).toBe(true);
    expect((await limits.take('rows', 'a'))?.allowed).toBe(false);
  });

  it('of 0 is no limit', async () => {
    expect(await new RateLimits({ pages: 0 }).take('pages', 'a')).toBeNull();
  });

  it('is told in the fields of the draft', () => {
    expect(rateLimitHeaders({ budget: 'rows', allowed: true, quota: 600, remaining: 12, reset: 34 })).toEqual({
      'ratelimit-policy': '"rows";q=600;w=60',
      ratelimit: '"rows";r=12;t=34',
    });
  });
});

describe('a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, client) => {
    expect(clientOfAddress(address)).toBe(client);
  });
});
