import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { changePassport, type Dataset } from '../catalog/index.ts';
import { compareDraft, draftRowChanges, publishDataset } from './index.ts';

const FIRST = `Номер школи;Назва;Учнів;Телефон
101;Гімназія «Сокіл»;520;0671112233
102;Ліцей № 2;640;0672223344
103;Школа № 3;310;0673334455
`;
const SECOND = `Номер школи;Назва;Учнів;Телефон
101;Гімназія «Сокіл»;530;0671112233
103;Школа № 3;310;0679999999
104;Ліцей № 4;200;0674445566
`;
const SCHOOLS = { restricted: ['Телефон'], identifier: ['Номер школи'], name: 'школи.csv' };

let test: TestContext;
let dataset: Dataset;
beforeAll(async () => {
  test = await makeTestContext();
  dataset = await draftDataset(test, await setUpCommunity(test), 'Школи', { ...SCHOOLS, text: FIRST });
});
afterAll(() => test.close());

const all = { kind: null, page: 1, size: 50 } as const;
const resourceId = () => dataset.resources[0]?.id ?? '';

it('a draft that was never published has nothing to be compared with', async () => {
  expect(await compareDraft(test.ctx, dataset.id)).toMatchObject({ against: null, resources: [], breaking: false });
  expect(await draftRowChanges(test.ctx, dataset.id, resourceId(), all)).toBeNull();
});

it('a draft beside the published version: passport, structure, rows; closed columns are shown', async () => {
  await publishDataset(test.ctx, dataset.id);
  expect(await compareDraft(test.ctx, dataset.id)).toMatchObject({
    ...{ against: 1, passport: [], breaking: false },
    resources: [{ change: 'kept', recipe: [], rows: { kind: 'same' } }],
  });
  test.clock.set(new Date(test.clock.now().getTime() + 1000));
  await giveFile(test, dataset, { ...SCHOOLS, text: SECOND });
  await changePassport(test.ctx, dataset.id, {
    ...dataset.passport,
    purpose: 'Облік шкіл.',
    frequency: 'once a month',
  });

  const asked = await compareDraft(test.ctx, dataset.id);
  expect(asked.passport).toEqual([
    {
      field: 'purpose',
      before: { uk: dataset.passport.purpose, en: dataset.passport.purpose },
      after: { uk: 'Облік шкіл.', en: 'Облік шкіл.' },
    },
    { field: 'frequency', before: { uk: 'Щороку', en: 'Every year' }, after: { uk: 'Щомісяця', en: 'Every month' } },
  ]);
  expect(asked.resources[0]?.rows).toMatchObject({ kind: 'compared', comparison: { state: 'waiting' } });
  await test.runJobs();
  const { resources } = await compareDraft(test.ctx, dataset.id);
  expect(resources[0]?.rows).toMatchObject({
    ...{ kind: 'compared', comparison: { state: 'done', result: { rowsAdded: 1, rowsRemoved: 1, rowsChanged: 1 } } },
  });
  const page = await draftRowChanges(test.ctx, dataset.id, resourceId(), { ...all, kind: 'changed' });
  expect(page?.columns.map(({ title, older }) => [title, older !== null])).toEqual([
    ...[
      ['Номер школи', true],
      ['Назва', true],
      ['Учнів', true],
      ['Телефон', false],
    ],
  ]);
  // the telephone of 103 changed too, but what the public has holds no telephones
  expect(page?.rows.map(({ cells }) => cells.map(({ before, after }) => [before, after]))).toEqual([
    [
      [101, 101],
      ['Гімназія «Сокіл»', 'Гімназія «Сокіл»'],
      [520, 530],
      [undefined, '0671112233'],
    ],
  ]);
});

it('is for those who may see drafts', async () => {
  const visitor = test.as({ kind: 'visitor' });
  await expect(compareDraft(visitor, dataset.id)).rejects.toMatchObject({ kind: 'signed-out' });
  await expect(draftRowChanges(visitor, dataset.id, resourceId(), all)).rejects.toMatchObject({ kind: 'signed-out' });
});
