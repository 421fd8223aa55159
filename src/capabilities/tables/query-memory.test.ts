import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { remembered } from './query-memory.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

describe('the memory of answers', () => {
  it('asks once for those who ask at the same moment, and again after a failure', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      if (asked === 1) throw new Error('a bad moment');
      return asked;
    };
    const both = [remembered(test.ctx, ['one'], ask), remembered(test.ctx, ['one'], ask)];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([await remembered(test.ctx, ['one'], ask), await remembered(test.ctx, ['one'], ask)]).toEqual([2, 2]);
  });

  it('holds so many bytes, however few the answers', async () => {
    const asked: number[] = [];
    const ask = (at: number) =>
      remembered(test.ctx, ['large', String(at)], async () => {
        asked.push(at);
        return { rows: ['ж'.repeat(5_000_000)] };
      });
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) await ask(at);
    await ask(8);
    await ask(1);
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  });
});
