import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { record } from '../../../capabilities/history/index.ts';
import { exportHistory } from './history-export.ts';

let world: TestContext;

beforeAll(async () => {
  world = await makeTestContext();
});
afterAll(() => world.close());

test('a title that a spreadsheet would run as a formula is written as text; JSON keeps it as it is', async () => {
  const name = '=HYPERLINK("http://example.test";"Звіт")';
  await record(world.ctx, { deed: 'dataset.created', subject: { kind: 'dataset', id: 'd1', name } });
  const csv = await (await exportHistory(world.ctx, { subjectId: 'd1' }, 'csv', 'uk')).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://example.test"";""Звіт"")"`);
  const json = await (await exportHistory(world.ctx, { subjectId: 'd1' }, 'json', 'uk')).json();
  expect(json).toMatchObject([{ subject: name }]);
});
