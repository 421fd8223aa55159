import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { record } from '../../../capabilities/history/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { exportHistory } from './export-history.ts';

let world: TestContext;

beforeAll(async () => {
  world = await makeTestContext();
});
afterAll(() => world.close());

const linesOf = async (after = 0) =>
  (await (await exportHistory(world.ctx, {}, { format: 'jsonl', language: 'uk', after })).text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a title that a spreadsheet would run as a formula is written as text; JSON keeps it as it is', async () => {
  const name = '=HYPERLINK("http://example.test";"Звіт")';
  await record(world.ctx, { deed: 'dataset.created', subject: { kind: 'dataset', id: 'd1', name } });
  const csv = await (await exportHistory(world.ctx, { subjectId: 'd1' }, { format: 'csv', language: 'uk' })).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://example.test"";""Звіт"")"`);
  expect(await linesOf()).toMatchObject([{ position: 1, subject: name, erased: false }]);
});

test('the rest is taken from the position already known', async () => {
  // of the same millisecond either may come first
  for (const [at, id] of ['d2', 'd3'].entries()) {
    world.clock.set(new Date(Date.now() + (at + 1) * 1000));
    await record(world.ctx, { deed: 'x.done', subject: { kind: 'dataset', id } });
  }
  const all = await linesOf();
  expect(all.map(({ position }) => position)).toEqual([1, 2, 3]);
  for (const { chain } of all) expect(chain).toMatch(/^[0-9a-f]{64}$/);
  expect((await linesOf(2)).map(({ subjectId }) => subjectId)).toEqual(['d3']);
});

test('nothing is told before the right is asked', async () => {
  await expect(exportHistory(world.as(VISITOR), {}, { format: 'csv', language: 'uk' })).rejects.toMatchObject({
    kind: 'signed-out',
  });
});
