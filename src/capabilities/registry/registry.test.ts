import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { changeUnit, createPerson, createUnit, listUnits } from '../accounts/index.ts';
import {
  changePassport,
  createDataset,
  type Dataset,
  deleteDataset,
  keepOrigin,
  loadDataset,
  NATIONAL_PORTAL,
  planDataset,
} from '../catalog/index.ts';
import { sealHistoryJob } from '../history/index.ts';
import { moveDatasetToUnit, publishDataset, withdrawDataset } from '../publishing/index.ts';
import { type Audience, type EntryFilter, type RegistryEntry, registryRows } from './index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };
const PAGE = { page: 1, size: 50 };

let context: TestContext;
let unitId: string;
let schools: Dataset;

const rows = (audience: Audience, filter: EntryFilter = {}) =>
  registryRows(context.ctx, filter, { audience, page: PAGE });
const entryOf = async (
  audience: Audience,
  number: string,
  filter: EntryFilter = {},
): Promise<RegistryEntry | undefined> => (await rows(audience, filter)).items.find((entry) => entry.number === number);

const seal = () => sealHistoryJob.handle(context.ctx, {}, { id: '', attempt: 1, last: true });

beforeAll(async () => {
  context = await makeTestContext({ now: '2027-03-01T10:00:00+02:00' });
  unitId = await setUpCommunity(context);
  schools = await draftDataset(context, unitId, 'Перелік шкіл', FILE);
});
afterAll(() => context.close());

test('a draft is found by staff and hidden from the public; published, both see its ten fields', async () => {
  expect(await entryOf('public', schools.number)).toBeUndefined();
  expect(await entryOf('staff', schools.number)).toMatchObject({ state: 'found', missing: [], asked: 7 });
  await publishDataset(context.ctx, schools.id);
  await context.runJobs();
  const shown = await entryOf('public', schools.number);
  expect(shown).toMatchObject({
    state: 'published',
    title: 'Перелік шкіл',
    createdOn: '2027-03-01',
    size: Buffer.byteLength(FILE.text),
    frequency: 'once a year',
    link: `/datasets/${schools.slug}`,
    unitName: 'Управління освіти',
    edrpou: '04053648',
    contact: { name: 'Олена Вигадана', email: 'osvita@example.org' },
    missing: [],
    asked: 10,
  });
  expect(shown?.formats).toContain('CSV');
});

test('a changed passport is in the row at once for staff, and for the public only once it is published', async () => {
  context.clock.set('2027-03-02T10:00:00+02:00');
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.ctx, schools.id, { ...passport, title: 'Школи та гімназії' });
  expect((await entryOf('staff', schools.number))?.title).toBe('Школи та гімназії');
  expect((await entryOf('public', schools.number))?.title).toBe('Перелік шкіл');
  await publishDataset(context.ctx, schools.id);
  expect((await entryOf('public', schools.number))?.title).toBe('Школи та гімназії');
});

test('the state of a day is what stood at its end, with who did what', async () => {
  const before = await entryOf('staff', schools.number, { on: '2027-03-01' });
  expect(before).toMatchObject({ title: 'Перелік шкіл', state: 'published' });
  const now = await entryOf('staff', schools.number, { on: '2027-03-02' });
  expect(now?.title).toBe('Школи та гімназії');
  expect(now?.facts.map(({ deed }) => deed)).toEqual(['passport.changed']);
  const told = await entryOf('public', schools.number, { on: '2027-03-02' });
  expect(told?.facts.map(({ deed }) => deed)).toContain('version.published');
  expect((await rows('staff', { on: '2027-02-28' })).total).toBe(0);
  expect((await rows('staff')).begunOn).toBe('2027-03-01');
});

test('changes are followed once, whether they wait for their seal or are sealed', async () => {
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.ctx, schools.id, { ...passport, description: 'Усі заклади освіти громади.' });
  await rows('staff');
  await seal();
  const first = await entryOf('staff', schools.number);
  await changePassport(context.ctx, schools.id, { ...passport, description: 'Заклади освіти.' });
  await seal();
  const second = await entryOf('staff', schools.number);
  expect(first?.description).toBe('Усі заклади освіти громади.');
  expect(second?.description).toBe('Заклади освіти.');
  expect(second?.facts).toHaveLength(1);
  expect(second?.fromAt).not.toBe(first?.fromAt);
  expect((await entryOf('staff', schools.number))?.fromAt).toBe(second?.fromAt);
});

test('a renamed unit, and the code of a legal person, are in the entries of its datasets', async () => {
  context.clock.set('2027-03-03T10:00:00+02:00');
  await changeUnit(context.ctx, unitId, { name: 'Департамент освіти', edrpou: '02143749' });
  await context.runJobs();
  expect(await entryOf('staff', schools.number)).toMatchObject({ unitName: 'Департамент освіти', edrpou: '02143749' });
  expect(await entryOf('public', schools.number)).toMatchObject({ unitName: 'Департамент освіти' });
  expect((await rows('public', { legalUnitId: unitId })).total).toBe(1);
});

test('a promise is planned for everybody, without what the plan does not say', async () => {
  const plan = await planDataset(context.ctx, {
    unitId,
    title: 'Басейни громади',
    description: 'Які басейни працюють.',
    themes: [],
    dueOn: '2027-06-01',
  });
  expect((await entryOf('staff', plan.number))?.state).toBe('planned');
  const shown = await entryOf('public', plan.number);
  expect(shown).toMatchObject({ state: 'planned', dueOn: '2027-06-01', title: 'Басейни громади' });
  expect(shown?.link).toMatch(/^\/datasets\//);
});

test('a removed draft leaves its number behind, a withdrawn set stays as withdrawn', async () => {
  const draft = await draftDataset(context, unitId, 'Помилкова чернетка', FILE);
  await rows('staff');
  await deleteDataset(context.ctx, draft.id);
  expect(await entryOf('staff', draft.number)).toBeUndefined();
  expect(await entryOf('staff', draft.number, { state: 'retired' })).toMatchObject({ title: 'Помилкова чернетка' });
  const gone = await draftDataset(context, unitId, 'Знятий набір', FILE);
  await publishDataset(context.ctx, gone.id);
  await withdrawDataset(context.ctx, gone.id, {
    reason: 'Дані хибні',
    order: 'розпорядження міського голови від 01.03.2027 № 12',
  });
  expect(await entryOf('public', gone.number)).toMatchObject({ state: 'withdrawn', link: '' });
});

test('conditions narrow: words in any form, a part of the number, unit with those below, format, what is incomplete', async () => {
  const below = (await createUnit(context.ctx, { name: 'Сектор харчування', parentId: unitId })).id;
  const canteens = await draftDataset(context, below, 'Їдальні', FILE);
  const { passport } = await loadDataset(context.ctx, canteens.id);
  await changePassport(context.ctx, canteens.id, { ...passport, description: '' });
  const numbers = async (filter: EntryFilter) => (await rows('staff', filter)).items.map(({ number }) => number);
  expect(await numbers({ q: 'гімназій' })).toContain(schools.number);
  expect(await numbers({ q: schools.number.slice(-6) })).toContain(schools.number);
  expect(await numbers({ unitId })).toEqual(expect.arrayContaining([schools.number, canteens.number]));
  expect(await numbers({ unitId: below })).toEqual([canteens.number]);
  expect(await numbers({ format: 'CSV' })).not.toContain(canteens.number);
  expect(await numbers({ incomplete: true })).toEqual(expect.arrayContaining([canteens.number]));
  expect(await numbers({ incomplete: true })).not.toContain(schools.number);
});

test('staff see what their appointments reach; a visitor has no staff view', async () => {
  const root = (await listUnits(context.ctx))[0]?.id ?? '';
  const other = (await createUnit(context.ctx, { name: 'Управління культури', parentId: root })).id;
  const own = await draftDataset(context, other, 'Бібліотеки', FILE);
  const clerk = await createPerson(context.ctx, {
    name: 'Іван Мельник',
    email: 'i@misto.gov.ua',
    password: 'довгий пароль для перевірки',
    role: 'reader',
    unitId: other,
  });
  const reader = context.as({ kind: 'person', id: clerk.id, name: clerk.name, email: clerk.email });
  const seen = await registryRows(reader, {}, { audience: 'staff', page: PAGE });
  expect(seen.items.map(({ number }) => number)).toEqual([own.number]);
  const visitor = registryRows(context.as({ kind: 'visitor' }), {}, { audience: 'staff', page: PAGE });
  await expect(visitor).rejects.toMatchObject({ kind: 'signed-out' });
});

test('a set of an API alone has no size but flows, one passed on tells whose it was, one carried over stands as published elsewhere', async () => {
  const { ctx } = context;
  const link = { kind: 'link' as const, title: 'Рух автобусів', url: 'https://api.example.org/v1' };
  const stream = await createDataset(ctx, { unitId, title: 'Рух автобусів', resource: link });
  expect(await entryOf('staff', stream.number)).toMatchObject({ streamed: true, size: null });
  const root = (await listUnits(ctx))[0]?.id ?? '';
  const heir = (await createUnit(ctx, { name: 'Управління спорту', parentId: root })).id;
  await moveDatasetToUnit(ctx, schools.id, heir);
  await context.runJobs();
  const moved = { unitName: 'Управління спорту', previousUnit: 'Департамент освіти' };
  expect(await entryOf('public', schools.number)).toMatchObject(moved);
  const carried = await createDataset(ctx, { unitId, title: 'Паркомати' });
  await keepOrigin(ctx, {
    datasetId: carried.id,
    portal: NATIONAL_PORTAL,
    remoteId: 'parkomaty',
    remoteName: 'parkomaty',
    address: 'https://data.gov.ua/dataset/parkomaty',
    firstPublishedAt: new Date('2024-05-06T08:00:00Z'),
    changedThereAt: null,
  });
  expect(await entryOf('staff', carried.number)).toMatchObject({
    state: 'elsewhere',
    createdOn: '2024-05-06',
    link: 'https://data.gov.ua/dataset/parkomaty',
  });
});
