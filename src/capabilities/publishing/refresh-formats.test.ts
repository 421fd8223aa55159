import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { type Card, findCard, searchCards, writeCard } from '../catalog/index.ts';
import { publishDataset } from './publish-dataset.ts';
import { refreshFormatsJob } from './refresh-formats-job.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

it('each night, cards that name too few formats are written anew, the others left alone', async () => {
  const { ctx } = test;
  const unitId = await setUpCommunity(test);
  const file = { name: 'a.csv', text: 'Код;Назва\n1;а\n2;б\n' };
  const datasets = [await draftDataset(test, unitId, 'Давній', file), await draftDataset(test, unitId, 'Новий', file)];
  for (const { id } of datasets) await publishDataset(ctx, id);
  const cardOf = async (at: number): Promise<Card> => {
    const card = await findCard(ctx, datasets[at]?.id ?? '');
    if (!card) throw new Error('no card');
    return card;
  };
  const [now, other] = [await cardOf(0), await cardOf(1)];
  const { decimalSign: _unknown, ...resource } = now.resources[0] ?? ({} as Card['resources'][number]);
  await writeCard(ctx, { ...now, resources: [{ ...resource, formats: ['CSV', 'JSON'] }] });
  expect((await searchCards(ctx, { format: 'ODS', page: 1, size: 10 })).total).toBe(1);
  await refreshFormatsJob.handle(ctx, {}, { id: 'j', attempt: 1, last: false });
  expect(await cardOf(0)).toEqual(now);
  expect(await cardOf(1)).toEqual(other);
  expect((await searchCards(ctx, { format: 'ODS', page: 1, size: 10 })).total).toBe(2);
});
