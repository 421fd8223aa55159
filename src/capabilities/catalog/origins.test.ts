import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { publishDataset } from '../publishing/index.ts';
import { createDataset, findCard, keepOrigin, NATIONAL_PORTAL, originsOf, originsThere } from './index.ts';

let t: TestContext;
let unitId: string;
beforeAll(async () => {
  t = await makeTestContext({ now: '2026-11-02T08:00:00+02:00' });
  unitId = await setUpCommunity(t);
});
afterAll(() => t.close());

const there = (datasetId: string, remoteId: string) => ({
  datasetId,
  portal: NATIONAL_PORTAL,
  remoteId,
  remoteName: remoteId,
  address: `https://data.gov.ua/dataset/${remoteId}`,
  firstPublishedAt: new Date('2019-04-05T09:00:00Z'),
  changedThereAt: new Date('2025-01-15T09:00:00Z'),
});

it('a dataset that was carried over keeps the date it was first published', async () => {
  const text = 'Код;Назва\n1;Школа\n2;Ліцей\n';
  const dataset = await draftDataset(t, unitId, 'Школи', { name: 'школи.csv', text, identifier: ['Код'] });
  await keepOrigin(t.ctx, there(dataset.id, 'schools-1'));
  await publishDataset(t.ctx, dataset.id);
  expect((await findCard(t.ctx, dataset.id))?.firstPublishedAt).toBe('2019-04-05T09:00:00.000Z');
  expect((await originsOf(t.ctx)).get(dataset.id)?.remoteId).toBe('schools-1');
  expect([...(await originsThere(t.ctx, NATIONAL_PORTAL, ['schools-1', 'other'])).keys()]).toEqual(['schools-1']);
});

it('two datasets never come from one place, and one is written over by what was seen later', async () => {
  const [first, second] = [
    await createDataset(t.ctx, { unitId, title: 'Перший' }),
    await createDataset(t.ctx, { unitId, title: 'Другий' }),
  ];
  await keepOrigin(t.ctx, there(first.id, 'one-place'));
  await expect(keepOrigin(t.ctx, there(second.id, 'one-place'))).rejects.toThrow(/unique|duplicate/);
  await keepOrigin(t.ctx, { ...there(first.id, 'one-place'), changedThereAt: new Date('2026-10-01T00:00:00Z') });
  const origins = await originsOf(t.ctx, [first.id, second.id]);
  expect([origins.size, origins.get(first.id)?.changedThereAt?.toISOString()]).toEqual([1, '2026-10-01T00:00:00.000Z']);
});
