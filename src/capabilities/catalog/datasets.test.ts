import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { VISITOR } from '../../kernel/actor.ts';
import type { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { actorOfPerson, createPerson, createUnit, setUp, type Unit } from '../accounts/index.ts';
import { listHistory } from '../history/index.ts';
import * as catalog from './index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
const PAGE = { page: 1, size: 20 };

let world: TestContext;
let root: Unit;
let transport: Unit;
let editor: Context;
let stranger: Context;

async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: RequestError) => `${error.kind} ${error.code} ${error.fields.map((fault) => fault.field).join(',')}`.trim(),
  );
}

async function personOf(unit: Unit, email: string): Promise<Context> {
  const person = await createPerson(world.ctx, {
    name: 'Марія Коваль',
    email,
    password: PASSWORD,
    role: 'contributor',
    unitId: unit.id,
  });
  return world.as(actorOfPerson(person));
}

beforeAll(async () => {
  world = await makeTestContext();
  root = (
    await setUp(world.as(VISITOR), {
      community: COMMUNITY,
      administrator: { name: 'Олена', email: 'a@rada.example.ua', password: PASSWORD },
    })
  ).root;
  transport = await createUnit(world.ctx, { name: 'Управління транспорту', parentId: root.id });
  const education = await createUnit(world.ctx, { name: 'Відділ освіти', parentId: root.id });
  editor = await personOf(transport, 'editor@rada.example.ua');
  stranger = await personOf(education, 'stranger@rada.example.ua');
});
afterAll(() => world.close());

describe('a dataset', () => {
  test('gets its number, slug and passport at creation', async () => {
    const resource = { kind: 'table' as const, title: 'Зупинки' };
    const dataset = await catalog.createDataset(editor, {
      unitId: transport.id,
      title: 'Зупинки транспорту',
      resource,
    });
    expect(dataset.number).toBe('04054228-000001');
    expect(dataset.slug).toBe('zupynky-transportu');
    expect(dataset.state).toBe('draft');
    expect(dataset.passport.responsibleName).toBe('Марія Коваль');
    expect(dataset.resources.map(({ title, position, structure }) => [title, position, structure.fields])).toEqual([
      ['Зупинки', 1, []],
    ]);
    const again = await catalog.createDataset(editor, { unitId: transport.id, title: 'Зупинки транспорту' });
    expect([again.number, again.slug]).toEqual(['04054228-000002', 'zupynky-transportu-2']);
    expect(await catalog.loadDataset(editor, dataset.id)).toEqual(dataset);
  });

  test('gives no number twice: not after deletion, not to many at once', async () => {
    const { id, number } = await catalog.createDataset(editor, { unitId: transport.id, title: 'Чернетка' });
    await catalog.deleteDataset(editor, id);
    expect(await refusal(catalog.loadDataset(editor, id))).toBe('not-found dataset-not-found');
    const many = await Promise.all(
      Array.from({ length: 8 }, () => catalog.createDataset(editor, { unitId: transport.id, title: 'Чернетка' })),
    );
    const numbers = [number, ...many.map((dataset) => dataset.number)];
    expect(new Set(numbers).size).toBe(9);
    expect(new Set(many.map((dataset) => dataset.slug)).size).toBe(8);
  });

  test('is created, seen and changed only by those who may', async () => {
    const { id, passport } = await catalog.createDataset(editor, { unitId: transport.id, title: 'Маршрути' });
    const visitor = world.as(VISITOR);
    for (const ctx of [stranger, visitor]) {
      expect(await refusal(catalog.createDataset(ctx, { unitId: transport.id, title: 'Чуже' }))).toMatch(
        /^(forbidden|signed-out)/,
      );
      expect(await refusal(catalog.loadDataset(ctx, id))).toMatch(/^(forbidden|signed-out)/);
      expect(await refusal(catalog.changePassport(ctx, id, passport))).toMatch(/^(forbidden|signed-out)/);
      expect(await refusal(catalog.deleteDataset(ctx, id))).toMatch(/^(forbidden|signed-out)/);
      expect(await refusal(catalog.changeDatasetState(ctx, id, 'published'))).toMatch(/^(forbidden|signed-out)/);
      expect(await refusal(catalog.listDatasets(ctx, { unitIds: [transport.id] }, PAGE))).toMatch(
        /^(forbidden|signed-out)/,
      );
    }
    expect(await refusal(catalog.listDatasets(visitor, { unitIds: null }, PAGE))).toMatch(/^signed-out/);
    const seen = (await catalog.listDatasets(editor, { unitIds: null }, { page: 1, size: 100 })).items;
    expect(seen.some((dataset) => dataset.id === id)).toBe(true);
    expect(seen.every((dataset) => dataset.unitId === transport.id)).toBe(true);
    const others = (await catalog.listDatasets(stranger, { unitIds: null }, { page: 1, size: 100 })).items;
    expect(others.some((dataset) => dataset.unitId === transport.id)).toBe(false);
    expect(await refusal(catalog.changeDatasetState(editor, id, 'published'))).toMatch(/^forbidden/);
    expect(await refusal(catalog.loadDataset(editor, 'no-id'))).toBe('not-found dataset-not-found');
  });
});

describe('the passport', () => {
  test('is written with history before and after; the slug of a draft follows the title', async () => {
    const dataset = await catalog.createDataset(editor, { unitId: transport.id, title: 'Автобуси' });
    const passport = { ...dataset.passport, title: 'Автобусні маршрути', themes: ['transport'] };
    const changed = await catalog.changePassport(editor, dataset.id, passport, {
      expectedChangedAt: dataset.changedAt,
    });
    expect(changed.slug).toBe('avtobusni-marshruty');
    expect(changed.passport).toEqual(passport);
    const { items } = await listHistory(world.ctx, { subjectId: dataset.id }, PAGE);
    const entry = items.find(({ deed }) => deed === 'passport.changed');
    expect(entry?.before).toEqual(dataset.passport);
    expect(entry?.after).toEqual(passport);
    await catalog.changeDatasetState(world.ctx, dataset.id, 'published', { gate: true });
    const renamed = await catalog.changePassport(editor, dataset.id, { ...passport, title: 'Тролейбуси' });
    expect(renamed.slug).toBe('avtobusni-marshruty');
  });

  test('refuses a change over somebody else’s, and values that do not fit', async () => {
    const dataset = await catalog.createDataset(editor, { unitId: transport.id, title: 'Стоянки' });
    world.clock.set(new Date(Date.now() + 5000));
    await catalog.changePassport(editor, dataset.id, { ...dataset.passport, description: 'Перша' });
    const late = catalog.changePassport(editor, dataset.id, dataset.passport, { expectedChangedAt: dataset.changedAt });
    expect(await refusal(late)).toBe('conflict changed-meanwhile');
    const long = { ...dataset.passport, title: 'я'.repeat(255), keywords: ['', 'слово'] };
    expect(await refusal(catalog.changePassport(editor, dataset.id, long))).toBe(
      'invalid form-invalid title,keywords.0',
    );
  });

  test('knows the id on the national portal, one for one dataset', async () => {
    const [one, two] = await Promise.all(
      ['Один', 'Два'].map((title) => catalog.createDataset(editor, { unitId: transport.id, title })),
    );
    if (!one || !two) throw new Error('not created');
    expect((await catalog.changeNationalId(editor, one.id, ' ABC-1 ')).nationalId).toBe('abc-1');
    expect(await refusal(catalog.changeNationalId(editor, two.id, 'abc-1'))).toBe('conflict national-id-taken');
    expect(await refusal(catalog.changeNationalId(editor, two.id, 'ї'))).toBe('invalid form-invalid nationalId');
    expect((await catalog.changeNationalId(editor, one.id, null)).nationalId).toBeNull();
  });
});

describe('resources and structures', () => {
  test('are added, changed, removed; the order has no gaps', async () => {
    const dataset = await catalog.createDataset(editor, { unitId: transport.id, title: 'Ресурси' });
    const kinds = ['table', 'document', 'link'] as const;
    const added: catalog.Resource[] = [];
    for (const kind of kinds)
      added.push(
        await catalog.addResource(editor, dataset.id, { kind, title: kind, url: 'https://api.example.org/v1' }),
      );
    expect(added.map(({ position, url }) => [position, url])).toEqual([
      [1, null],
      [2, null],
      [3, 'https://api.example.org/v1'],
    ]);
    const [table, document, link] = added;
    if (!table || !document || !link) throw new Error('not added');
    await catalog.removeResource(editor, document.id);
    await catalog.changeResource(editor, link.id, { title: 'API', url: 'https://api.example.org/v2' });
    const after = await catalog.loadDataset(editor, dataset.id);
    expect(after.resources.map(({ title, position }) => [title, position])).toEqual([
      ['table', 1],
      ['API', 2],
    ]);
    const bad = { kind: 'link' as const, title: ' ', url: 'javascript:alert(1)' };
    expect(await refusal(catalog.addResource(editor, dataset.id, bad))).toBe('invalid form-invalid title,url');
    expect(await refusal(catalog.removeResource(stranger, link.id))).toMatch(/^forbidden/);
    expect(await refusal(catalog.removeResource(editor, document.id))).toBe('not-found resource-not-found');
  });

  test('keep 2,000 fields in order with sensitivity and geometry', async () => {
    const dataset = await catalog.createDataset(editor, {
      unitId: transport.id,
      title: 'Широкий',
      resource: { kind: 'table', title: 'Т' },
    });
    const resource = dataset.resources[0];
    if (!resource) throw new Error('no resource');
    const columns = Array.from({ length: 2000 }, (_, index) => ({
      index,
      name: `f${index}`,
      title: `Поле ${index}`,
      type: index === 3 || index === 4 ? ('decimal' as const) : ('text' as const),
      kind: index === 3 ? ('latitude' as const) : index === 4 ? ('longitude' as const) : null,
      blanks: 0,
      distinct: 1,
      examples: [],
    }));
    const structure = catalog.suggestStructure(columns);
    const written = await catalog.changeStructure(editor, resource.id, structure);
    expect(written.structure).toEqual(structure);
    expect((await catalog.findResource(editor, resource.id))?.structure.fields[3]?.geometry).toBe('latitude');
    const twice = { fields: [...structure.fields.slice(0, 2), ...structure.fields.slice(0, 1)] };
    expect(await refusal(catalog.changeStructure(editor, resource.id, twice))).toBe(
      'invalid form-invalid fields.2.name',
    );
  });
});

describe('the list of the cabinet', () => {
  test('finds by word forms, beginnings and numbers, in the units asked', async () => {
    const unit = await createUnit(world.ctx, { name: 'Сектор благоустрою', parentId: root.id });
    for (const title of ['Дитячі майданчики', 'Громадські вбиральні', 'Контейнери для сміття'])
      await catalog.createDataset(world.ctx, { unitId: unit.id, title });
    const titles = async (q: string) =>
      (await catalog.listDatasets(world.ctx, { unitIds: [unit.id], q }, PAGE)).items.map(
        ({ passport }) => passport.title,
      );
    expect(await titles('майданчиків')).toEqual(['Дитячі майданчики']);
    expect(await titles('контей')).toEqual(['Контейнери для сміття']);
    expect(await titles('вбиралень громадських')).toEqual(['Громадські вбиральні']);
    expect(await titles('')).toHaveLength(3);
    const all = await catalog.listDatasets(world.ctx, { unitIds: null, q: '04054228-000001' }, PAGE);
    expect(all.items.map(({ number }) => number)).toEqual(['04054228-000001']);
    expect((await catalog.listDatasets(world.ctx, { unitIds: [] }, PAGE)).total).toBe(0);
    const drafts = await catalog.listDatasets(world.ctx, { unitIds: [unit.id], state: 'draft' }, { page: 2, size: 2 });
    expect([drafts.items.length, drafts.total]).toEqual([1, 3]);
  });
});

describe('states', () => {
  test('follow each other as the law of the house says', async () => {
    const { id, passport } = await catalog.createDataset(editor, { unitId: transport.id, title: 'Стани' });
    expect(await refusal(catalog.changeDatasetState(world.ctx, id, 'suspended', { gate: true }))).toBe(
      'conflict state-not-allowed',
    );
    expect((await catalog.changeDatasetState(world.ctx, id, 'published', { gate: true })).state).toBe('published');
    expect(await refusal(catalog.deleteDataset(world.ctx, id))).toBe('conflict dataset-not-draft');
    await catalog.changeDatasetState(world.ctx, id, 'withdrawn', { gate: true });
    expect(await refusal(catalog.changeDatasetState(world.ctx, id, 'published', { gate: true }))).toBe(
      'conflict state-not-allowed',
    );
    expect(await refusal(catalog.changePassport(world.ctx, id, passport))).toBe('conflict dataset-withdrawn');
  });
});
