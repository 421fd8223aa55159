import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../tests/support/office.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { createPerson, listUnits } from '../accounts/index.ts';
import {
  changeCodeList,
  codeListsOfUnit,
  createCodeList,
  findCard,
  findResource,
  findShownCodeList,
  findShownVersion,
  listDatasets,
  loadDataset,
  shownVersions,
} from '../catalog/index.ts';
import { latestReading, remainingFindings } from '../ingest/index.ts';
import { listNotices } from '../notices/index.ts';
import { publishDataset } from '../publishing/index.ts';
import {
  approveCards,
  changeSharedField,
  createSharedField,
  fillCardsAnnex,
  listCards,
  loadCard,
  loadSharedField,
  publishedList,
  publishList,
  removeSharedField,
  setLinks,
  suggestLinks,
  takeApprovalBack,
} from './index.ts';

let test: TestContext;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext({ now: '2026-03-02T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const STREETS = {
  name: 'vulytsi.csv',
  text: 'Код вулиці,Назва\n101,Садова\n102,Тиха\n103,Нова\n104,Лісова\n',
  identifier: ['Код вулиці'],
};
const HOUSES = {
  name: 'budynky.csv',
  text: 'Номер,Код вулиці,Стан\n1,101,добрий\n2,102,добрий\n3,103,задовільний\n4,104,аварійний\n5,101,добрий\n',
};
const SCHOOLS = {
  name: 'zaklady.csv',
  text: 'Номер,Код ЄДРПОУ,Тип\n1,04054228,школа\n2,04052206,школа\n3,32855961,школа\n',
  identifier: ['Номер'],
};
const FIELD = {
  name: 'streetCode',
  title: 'Код вулиці',
  type: 'text',
  format: '',
  unit: '',
  kind: null,
  codeList: null,
} as const;

async function published(title: string, file: Parameters<typeof draftDataset>[3]) {
  const dataset = await draftDataset(test, unitId, title, file);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  return loadDataset(test.ctx, dataset.id);
}
const fieldsOf = async (resourceId: string) => (await findResource(test.ctx, resourceId))?.structure.fields ?? [];

describe('links of columns', () => {
  it('are suggested by name and values, bound by one deed, and hold the next file to them', async () => {
    const { ctx } = test;
    const streets = await published('Вулиці', STREETS);
    const houses = await published('Будинки', HOUSES);
    const list = await createCodeList(ctx, {
      name: 'Стани',
      unitId: null,
      codes: ['добрий', 'задовільний', 'аварійний'].map((code) => ({ code, name: code })),
    });
    const resource = houses.resources[0];
    const target = streets.resources[0];
    if (!resource || !target) throw new Error('no resources');
    const suggested = await suggestLinks(ctx, houses, resource);
    expect(suggested).toMatchObject([
      { what: 'list', listName: 'Стани', share: 1 },
      { what: 'table', target: { datasetTitle: 'Вулиці', title: 'Код вулиці' }, share: 1 },
    ]);
    const [, table] = suggested;
    if (table?.what !== 'table') throw new Error('no table');
    await setLinks(ctx, resource.id, [
      { what: 'table', column: table.column, to: { resource: target.id, field: table.target.name } },
      { what: 'list', column: (await fieldsOf(resource.id))[2]?.name ?? '', id: list.id },
    ]);
    expect((await suggestLinks(ctx, houses, (await findResource(ctx, resource.id)) ?? resource)).length).toBe(0);
    test.clock.set('2026-03-02T11:00:00+02:00');
    await giveFile(
      test,
      { ...houses, resources: [(await findResource(ctx, resource.id)) ?? resource] },
      {
        name: 'next.csv',
        text: 'Номер,Код вулиці,Стан\n1,101,Добрий\n2,999,добрий\n3,103,добрий\n4,999,аварійний\n',
      },
    );
    const reading = await latestReading(ctx, resource.id);
    const found = (reading ? remainingFindings(reading) : []).filter(({ code }) => code.startsWith('value-'));
    expect(found.map(({ code, count, columnName }) => [code, count, columnName]).sort()).toEqual([
      ['value-outside', 2, 'Код вулиці'],
      ['value-spelling', 1, 'Стан'],
    ]);
    expect(found.find(({ code }) => code === 'value-outside')?.message.uk).toContain('немає в таблиці «Вулиці»: 2');
    await expect(
      setLinks(ctx, resource.id, [{ what: 'table', column: table.column, to: { resource: target.id, field: 'no' } }]),
    ).rejects.toMatchObject({ code: 'link-unknown' });
  });

  it('of several columns refer to a row together', async () => {
    const { ctx } = test;
    const plan = await draftDataset(test, unitId, 'План', {
      name: 'plan.csv',
      text: 'Школа,Рік,Класів\nА,2025,10\nБ,2025,12\nА,2026,11\n',
    });
    const fact = await draftDataset(test, unitId, 'Факт', {
      name: 'fact.csv',
      text: 'Школа,Рік,Учнів\nА,2025,200\nБ,2025,250\nБ,2026,260\n',
    });
    await publishDataset(ctx, plan.id);
    await test.runJobs();
    const [from, to] = [fact.resources[0], plan.resources[0]];
    const columns = (await fieldsOf(from?.id ?? '')).slice(0, 2).map(({ name }) => name);
    await setLinks(ctx, from?.id ?? '', [{ what: 'key', columns, resource: to?.id ?? '', to: columns }]);
    test.clock.set('2026-03-02T12:00:00+02:00');
    await giveFile(test, await loadDataset(ctx, fact.id), {
      name: 'fact.csv',
      text: 'Школа,Рік,Учнів\nА,2025,200\nБ,2025,251\nБ,2026,260\n',
    });
    const reading = await latestReading(ctx, from?.id ?? '');
    expect((reading ? remainingFindings(reading) : []).find(({ code }) => code === 'value-outside')).toMatchObject({
      count: 1,
      places: [{ row: 3, value: 'Б / 2026' }],
    });
  });
});

describe('shared fields', () => {
  it('give a column its title, form and meaning; a change reaches every bound column and tells who answers', async () => {
    const { ctx } = test;
    const person = await createPerson(ctx, {
      name: 'Ірина Вільха',
      email: 'iryna@example.org',
      password: 'довгий пароль для перевірки',
      role: 'responsible',
      unitId,
    });
    const field = await createSharedField(ctx, { ...FIELD, purpose: 'Код вулиці за реєстром громади' });
    await expect(createSharedField(ctx, { ...FIELD, purpose: '' })).rejects.toMatchObject({
      fields: [{ field: 'name' }],
    });
    const trees = await draftDataset(test, unitId, 'Дерева', {
      name: 'dereva.csv',
      text: 'Дерево,код_вулиці\nлипа,101\nдуб,102\n',
    });
    const resource = trees.resources[0];
    if (!resource) throw new Error('no resource');
    const [suggested] = await suggestLinks(ctx, trees, (await findResource(ctx, resource.id)) ?? resource);
    expect(suggested).toMatchObject({ what: 'field', field: { id: field.id } });
    await setLinks(ctx, resource.id, [
      { what: 'field', column: (await fieldsOf(resource.id))[1]?.name ?? '', id: field.id },
    ]);
    expect((await fieldsOf(resource.id))[1]).toMatchObject({
      title: 'Код вулиці',
      type: 'text',
      purpose: 'Код вулиці за реєстром громади',
      sharedField: field.id,
    });
    expect((await loadSharedField(ctx, field.id)).uses).toMatchObject([{ title: 'Дерева', columnTitle: 'Код вулиці' }]);
    await changeSharedField(ctx, field.id, {
      ...FIELD,
      title: 'Код вулиці громади',
      unit: 'код',
      purpose: 'Новий опис',
    });
    expect((await fieldsOf(resource.id))[1]).toMatchObject({
      title: 'Код вулиці громади',
      unit: 'код',
      purpose: 'Новий опис',
    });
    await test.runJobs();
    const told = await listNotices(test.as({ kind: 'person', id: person.id, name: person.name, email: person.email }), {
      size: 10,
    });
    expect(told.items.map(({ kind, subject }) => [kind, subject.name])).toEqual([
      ['dictionary.field-changed', 'Дерева'],
    ]);
    await removeSharedField(ctx, field.id);
    expect((await fieldsOf(resource.id))[1]).toMatchObject({ title: 'Код вулиці громади' });
    expect((await fieldsOf(resource.id))[1]?.sharedField).toBeUndefined();
  });
});

describe('technical cards', () => {
  it('are filled from the structure, approved, told when the dataset goes away from them, undone, and print as one annex', async () => {
    const { ctx } = test;
    const coordinator = await createPerson(ctx, {
      name: 'Олег Явір',
      email: 'oleh@example.org',
      password: 'довгий пароль для перевірки',
      role: 'coordinator',
      unitId: (await loadDataset(ctx, (await published('Заклади', SCHOOLS)).id)).unitId,
    });
    const me = test.as({ kind: 'person', id: coordinator.id, name: coordinator.name, email: coordinator.email });
    const dataset = (await listCards(ctx, { unitIds: null }, { page: 1, size: 50 })).items.find(
      ({ title }) => title === 'Заклади',
    );
    const id = dataset?.datasetId ?? '';
    expect(dataset).toMatchObject({
      state: 'none',
      present: {
        decimalSign: 'dot',
        tables: [
          {
            title: 'Заклади освіти',
            formats: ['CSV', 'JSON', 'XML', 'XLSX', 'ODS'],
            identifiers: ['Номер', 'Код ЄДРПОУ'],
            classifiers: [],
          },
        ],
      },
    });
    expect(await approveCards(me, [id, id], 'розпорядження № 5')).toBe(1);
    expect(await approveCards(me, [id])).toBe(0);
    expect(await loadCard(ctx, id)).toMatchObject({ state: 'approved', approval: { approvedBy: 'Олег Явір' } });
    const resource = (await loadDataset(ctx, id)).resources[0];
    const kinds = await createCodeList(ctx, { name: 'Типи', unitId: null, codes: [{ code: 'школа', name: 'школа' }] });
    await setLinks(ctx, resource?.id ?? '', [
      { what: 'list', column: (await fieldsOf(resource?.id ?? ''))[2]?.name ?? '', id: kinds.id },
    ]);
    expect((await loadCard(ctx, id)).state).toBe('changed');
    await publishDataset(ctx, id);
    await test.runJobs();
    const told = await listNotices(me, { size: 10 });
    expect(told.items.map(({ kind, subject }) => [kind, subject.name])).toContainEqual([
      'dictionary.card-outdated',
      'Заклади',
    ]);
    await approveCards(me, [id]);
    await takeApprovalBack(me, id);
    expect(await loadCard(ctx, id)).toMatchObject({ state: 'changed', approval: { note: 'розпорядження № 5' } });
    await takeApprovalBack(me, id);
    expect(await loadCard(ctx, id)).toMatchObject({ state: 'none', approval: null });
    const words = await wordsOfDocx(
      await fillCardsAnnex(
        ctx,
        (await listCards(ctx, { unitIds: null }, { page: 1, size: 50 })).items,
        '2 березня 2026',
      ),
    );
    expect(words).toContain('Тип — довідник «Типи»');
    expect(words).toContain('не затверджено');
  });
});

describe('a code list as a dataset', () => {
  it('is published by the one gate, and every version of the list becomes one of the dataset', async () => {
    const { ctx } = test;
    const list = await createCodeList(ctx, {
      name: 'Породи дерев',
      unitId: null,
      source: 'рішення виконкому',
      codes: [
        { code: '01', name: 'липа' },
        { code: '02', name: 'клен' },
      ],
    });
    const found = await createPerson(ctx, {
      name: 'Марта Вербова',
      email: 'marta@example.org',
      password: 'довгий пароль для перевірки',
      role: 'coordinator',
      unitId: (await listUnits(ctx)).find(({ parentId }) => parentId === null)?.id ?? '',
    });
    const me = test.as({ kind: 'person', id: found.id, name: found.name, email: found.email });
    // pressed twice at once: one dataset all the same
    const pressed = await Promise.allSettled([publishList(me, list.id), publishList(me, list.id)]);
    expect(pressed.some(({ status }) => status === 'fulfilled')).toBe(true);
    const made = await listDatasets(me, { unitIds: null, q: 'Породи дерев' }, { page: 1, size: 10 });
    expect(made.items).toHaveLength(1);
    await test.runJobs();
    const state = await publishedList(me, list.id);
    expect(state).toMatchObject({ trouble: null, step: 'asked', version: 1 });
    const card = await findCard(ctx, state?.datasetId ?? '');
    expect(card).toMatchObject({ state: 'published', versionNumber: 1, passport: { title: 'Породи дерев' } });
    expect(card?.resources[0]?.fields.map(({ title, type, identifier }) => [title, type, identifier])).toEqual([
      ['Код', 'text', true],
      ['Назва', 'text', false],
      ['Виведено з ужитку', 'date', false],
    ]);
    expect((await findShownCodeList(ctx, list.slug)).codes).toHaveLength(2);
    test.clock.set('2026-03-03T10:00:00+02:00');
    await changeCodeList(ctx, list.id, { codes: [{ code: '03', name: 'дуб' }], retire: ['02'] });
    const seen = async () => (await findShownCodeList(ctx, list.slug)).codes.map(({ code }) => code);
    // a change is seen by the public with its version of the dataset, not before
    expect(await seen()).toEqual(['01', '02']);
    await test.runJobs();
    expect(await seen()).toEqual(['01', '02', '03']);
    expect(await publishedList(me, list.id)).toMatchObject({ trouble: null, version: 2 });
    expect(await findCard(ctx, state?.datasetId ?? '')).toMatchObject({ versionNumber: 2, resources: [{ rows: 3 }] });
  });

  it('shows the public nothing that the gate holds back: a code list with personal data nobody has decided on stays as it was', async () => {
    const { ctx } = test;
    const { items } = await listDatasets(ctx, { unitIds: null, q: 'Породи дерев' }, { page: 1, size: 10 });
    const [list] = (await codeListsOfUnit(ctx, unitId)).filter(({ name }) => name === 'Породи дерев');
    expect(items).toHaveLength(1);
    await changeCodeList(ctx, list?.id ?? '', { codes: [{ code: '04', name: 'dzvenyslava.kovtun@example.org' }] });
    await test.runJobs();
    expect(JSON.stringify(await findShownCodeList(ctx, list?.slug ?? ''))).not.toContain('kovtun');
    expect((await shownVersions(ctx, list?.slug ?? '')).map(({ number }) => number)).toEqual([2, 1]);
    await expect(findShownVersion(ctx, list?.slug ?? '', 3)).rejects.toMatchObject({ code: 'code-list-not-found' });
  });
});
