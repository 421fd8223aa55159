import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../tests/support/whole-site.ts';
import { VISITOR } from '../../kernel/actor.ts';
import type { RequestError } from '../../kernel/errors.ts';
import { createPerson } from '../accounts/index.ts';
import {
  changeCodeList,
  changeStructure,
  createCodeList,
  type Dataset,
  findShownCodeList,
  type StructureField,
} from '../catalog/index.ts';
import { latestReadings, remainingFindings } from '../ingest/index.ts';
import { publicationFaults, publishDataset } from './index.ts';

let test: TestContext;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const TEXT = 'Номер;Стан;Смуг\n1;добрий;2\n2;погнаий;3\n3;;2\n4;поганий;9\n5;жахливий;2\n';

async function narrowed(change: (field: StructureField) => Partial<StructureField>): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, 'Дороги', { name: 'd.csv', text: TEXT });
  const resource = dataset.resources[0];
  if (!resource) throw new Error('no table');
  const fields = resource.structure.fields.map((field) => ({ ...field, ...change(field) }));
  await changeStructure(test.ctx, resource.id, { fields });
  return dataset;
}

it('values outside are told by row and cell, block the publication, and are gone when the code is added', async () => {
  const { ctx } = test;
  const codes = ['добрий', 'поганий'].map((code) => ({ code, name: code }));
  const list = await createCodeList(ctx, { name: 'Стани доріг', unitId, codes });
  const dataset = await narrowed(({ title }) => (title === 'Стан' ? { codeList: list.id } : {}));
  const [fault, ...others] = await publicationFaults(ctx, dataset.id);
  expect(others).toEqual([]);
  expect(fault?.field).toBe('fields.1.allowed');
  expect(fault?.text.uk).toBe(
    'У стовпці «Стан» значень поза довідником «Стани доріг»: 2 (рядки 2, 5). Виправте їх у файлі або додайте коди до довідника.',
  );
  const refusal = await publishDataset(ctx, dataset.id).catch((error: RequestError) => error);
  expect(refusal).toMatchObject({ code: 'not-ready-to-publish' });
  const more = ['погнаий', 'жахливий'].map((code) => ({ code, name: code }));
  await changeCodeList(ctx, list.id, { codes: more, retire: ['добрий'] });
  // a retired code stays the meaning of older rows
  expect(await publicationFaults(ctx, dataset.id)).toEqual([]);
  await publishDataset(ctx, dataset.id);
  expect((await findShownCodeList(test.as(VISITOR), list.slug)).codes).toHaveLength(4);
});

it('allowed values of a number are compared as programs read it', async () => {
  const dataset = await narrowed(({ title }) => (title === 'Смуг' ? { allowed: ['2', '3'] } : {}));
  const faults = await publicationFaults(test.ctx, dataset.id);
  expect(faults.map(({ text }) => text.uk)).toEqual([
    'У стовпці «Смуг» значень, яких немає серед дозволених: 1 (рядок 4). Виправте їх у файлі або допишіть дозволені значення в структурі.',
  ]);
});

it('the next file is told of values outside at the check, before the passport, as they are after safe repairs', async () => {
  const { ctx } = test;
  const list = await createCodeList(ctx, {
    name: 'Покриття',
    unitId,
    codes: ['добрий', 'поганий', 'погнаий', 'жахливий'].map((code) => ({ code, name: code })),
  });
  const dataset = await narrowed(({ title }) =>
    title === 'Стан' ? { codeList: list.id } : title === 'Смуг' ? { allowed: ['2', '3', '9'] } : {},
  );
  await publishDataset(ctx, dataset.id);
  const next = 'Номер;Стан;Смуг\n1; добрий ;2\n2;новий;3\n3;;2\n4;добрий;7\n';
  await giveFile(test, dataset, { name: 'd.csv', text: next });
  const [reading] = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const outside = (reading ? remainingFindings(reading) : []).filter(({ code }) => code === 'value-outside');
  expect(outside.map(({ columnName, count, places }) => [columnName, count, places])).toEqual([
    ['Стан', 1, [{ row: 2, value: 'новий' }]],
    ['Смуг', 1, [{ row: 4, value: '7' }]],
  ]);
  expect(outside[0]?.message.uk).toContain('поза довідником «Покриття»: 1');
  const facts = { name: 'Олег', email: 'o@x.ua', password: 'довгий пароль для перевірки', unitId };
  const person = await createPerson(ctx, { ...facts, role: 'responsible' });
  const page = await (await wholeSite(test, person).request(`/cabinet/readings/${reading?.id}/repairs`)).text();
  expect(page).toContain('поза довідником «Покриття»');
  expect(page).toContain('новий');
});
