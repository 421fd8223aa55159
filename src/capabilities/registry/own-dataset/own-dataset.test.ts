import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { changePerson, createPerson, createUnit, setUp } from '../../accounts/index.ts';
import { changePassport, type Dataset, findCard, loadDataset } from '../../catalog/index.ts';
import { approveSubmission, listVersions, publishDataset, submitDataset } from '../../publishing/index.ts';
import { changeReviewSettings, newestSubmission, reviewSettings } from '../../review/index.ts';
import { openTable, parseRowQuery, queryOpenTable } from '../../tables/index.ts';
import { ownPublication, publishOwnJob, registryRows, switchOwnPublication } from '../index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };
const ORIGIN = 'https://data.example.ua';

let context: TestContext;
let schools: Dataset;
let coordinator: Actor;

let day = 1;
const night = async () => {
  day += 1;
  context.clock.set(`2027-03-${String(day).padStart(2, '0')}T02:30:00+02:00`);
  await publishOwnJob.handle(context.ctx, {}, { id: '', attempt: 1, last: true });
  await context.runJobs();
};
const state = () => ownPublication(context.ctx);
const versions = async () => (await listVersions(context.ctx, (await state()).datasetId ?? '')).length;

beforeAll(async () => {
  context = await makeTestContext({ now: '2027-03-01T10:00:00+02:00' });
  const { root } = await setUp(context.ctx, {
    community: { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' },
    administrator: { name: 'Олена Коваль', email: 'olena@misto.gov.ua', password: 'довгий пароль для перевірки' },
  });
  const person = await createPerson(context.ctx, {
    name: 'Ірина Вільха',
    email: 'iryna@misto.gov.ua',
    password: 'довгий пароль для перевірки',
    role: 'coordinator',
    unitId: root.id,
  });
  coordinator = { kind: 'person', id: person.id, name: person.name, email: person.email };
  const unitId = (await createUnit(context.ctx, { name: 'Управління освіти', parentId: root.id })).id;
  schools = await draftDataset(context, unitId, 'Перелік шкіл', FILE);
  await publishDataset(context.ctx, schools.id);
  await context.runJobs();
});
afterAll(() => context.close());

/** Rows of one of the two published resources. */
async function rowsOf(at: number): Promise<Record<string, unknown>[]> {
  const card = await findCard(context.ctx, (await state()).datasetId ?? '');
  const table = await openTable(context.ctx, card?.resources[at]?.tableId ?? '');
  const { rows } = await queryOpenTable(
    context.ctx,
    table,
    parseRowQuery(table.manifest.columns, new URLSearchParams()),
  );
  return rows.map((row) => ({ ...row }));
}

test('switched on by a coordinator, the registry becomes a dataset of the council with two resources', async () => {
  await switchOwnPublication(context.as(coordinator), true, ORIGIN);
  await context.runJobs();
  const own = await state();
  expect(own.trouble).toBeNull();
  expect(own.step).toBe('idle');
  const card = await findCard(context.ctx, own.datasetId ?? '');
  expect(card?.passport.ground).toMatchObject({ kind: 'resolution-835', number: 6 });
  const [ten, official] = card?.resources ?? [];
  expect(ten?.fields.map(({ name }) => name)).toEqual([
    ...['id', 'name', 'description', 'creationDate', 'fileFormat', 'fileSize', 'updateFrequency', 'link', 'dataHolder'],
    'contact',
  ]);
  expect(official?.fields.map(({ name }) => name)).toEqual([
    ...['identifier', 'title', 'description', 'accrualPeriodicity', 'keyword', 'purpose', 'landingPage'],
    ...['distributionFormat', 'publisherName', 'publisherIdentifier', 'contactPointFn', 'contactPointHasEmail'],
  ]);
  expect([ten?.rows, official?.rows]).toEqual([1, 1]);
});

test('a changed passport is in the published file the next night, and an unchanged registry makes no version', async () => {
  await night(); // the registry is an entry of itself now
  const before = await versions();
  await night();
  expect(await versions()).toBe(before);
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.ctx, schools.id, { ...passport, title: 'Школи та гімназії' });
  await publishDataset(context.ctx, schools.id);
  await night();
  expect(await versions()).toBe(before + 1);
  const { items } = await registryRows(context.ctx, {}, { audience: 'public', page: { page: 1, size: 50 } });
  const [ten, official] = [await rowsOf(0), await rowsOf(1)];
  expect(ten.map(({ name }) => name)).toEqual(expect.arrayContaining(items.map(({ title }) => title)));
  expect(ten.find(({ name }) => name === 'Школи та гімназії')).toMatchObject({
    id: schools.number,
    creationDate: '2027-03-01',
    fileSize: String(Buffer.byteLength(FILE.text)),
    updateFrequency: 'Щороку',
    link: `${ORIGIN}/datasets/${schools.slug}`,
    dataHolder: 'Управління освіти',
  });
  // its own structure: every column of the register is filled in every row
  expect(official.flatMap((row) => Object.entries(row).filter(([, value]) => value === '' || value === null))).toEqual(
    [],
  );
  expect(official.find(({ title }) => title === 'Школи та гімназії')).toMatchObject({
    accrualPeriodicity: 'Щороку',
    publisherIdentifier: '04053648',
  });
  expect((await state()).trouble).toBeNull();
});

test('changes of a person in the registry’s draft are never carried out without them', async () => {
  const { datasetId } = await state();
  const own = await loadDataset(context.ctx, datasetId ?? '');
  await changePassport(context.ctx, own.id, { ...own.passport, description: 'Пишу нове.' });
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.ctx, schools.id, { ...passport, title: 'Заклади освіти' });
  await publishDataset(context.ctx, schools.id);
  const before = await versions();
  await night();
  expect(await versions()).toBe(before);
  expect((await state()).trouble?.code).toBe('changes');
  await changePassport(context.ctx, own.id, own.passport);
  await night();
  expect(await versions()).toBe(before + 1);
  expect((await state()).trouble).toBeNull();
});

test('where review is on, the new version waits for a reviewer and is published by the approval alone', async () => {
  const { ctx } = context;
  const settings = await reviewSettings(ctx);
  const { passport } = await loadDataset(ctx, schools.id);
  await changePassport(ctx, schools.id, { ...passport, title: 'Мережа закладів' });
  await publishDataset(ctx, schools.id);
  await changeReviewSettings(ctx, { ...settings, twoPerson: true, routineAtOnce: false });
  const before = await versions();
  await night();
  const stopped = await state();
  expect(stopped.trouble?.code).toBe('review'); // nobody has said yet whether the data tell of people
  await submitDataset(context.as(coordinator), stopped.datasetId ?? '', { personalData: 'none', note: '' });
  await night();
  expect(await versions()).toBe(before);
  const submission = await newestSubmission(ctx, stopped.datasetId ?? '');
  await approveSubmission(ctx, submission?.id ?? '', { ticked: [], publishAt: null });
  await context.runJobs();
  expect(await versions()).toBe(before + 1);
  expect(await state()).toMatchObject({ step: 'idle', trouble: null, pending: null });
  await changeReviewSettings(ctx, settings);
});

test('who may publish for the council no more does not do it by the registry either', async () => {
  const { passport } = await loadDataset(context.ctx, schools.id);
  await changePassport(context.ctx, schools.id, { ...passport, title: 'Перелік закладів' });
  await publishDataset(context.ctx, schools.id);
  await changePerson(context.ctx, coordinator.kind === 'person' ? coordinator.id : '', { active: false });
  const before = await versions();
  await night();
  expect(await versions()).toBe(before);
  expect((await state()).trouble?.code).toBe('person');
});
