import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { VISITOR } from '../../kernel/actor.ts';
import type { Context } from '../../platform/context.ts';
import {
  actorOfPerson,
  createPerson,
  createServiceToken,
  createUnit,
  findUnit,
  listServiceTokens,
  listUnits,
  may,
  type Role,
  unitKin,
} from '../accounts/index.ts';
import { type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { listMessages, sendMessage } from '../community/index.ts';
import { latestReadings, loadReading } from '../ingest/index.ts';
import { listVersions, publishDataset } from '../publishing/index.ts';
import { reorganiseUnit } from './index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n102;Ліцей № 2\n' };

let test: TestContext;
let ctx: Context;
let rootId: string;
let coordinator: Context;

const person = async (email: string, role: Role, unitId: string) => {
  const input = { name: email, email: `${email}@x.ua`, password: 'довгий пароль для перевірки', role, unitId };
  return test.as(actorOfPerson(await createPerson(ctx, input)));
};
const published = async (unitId: string, title: string): Promise<Dataset> => {
  const dataset = await draftDataset(test, unitId, title, FILE);
  await publishDataset(ctx, dataset.id);
  return loadDataset(ctx, dataset.id);
};
const unit = (name: string) => createUnit(ctx, { name, parentId: rootId, kind: 'division' });
const publishes = (who: Context, dataset: Dataset, unitId: string) =>
  may(who, 'dataset.publish', { id: dataset.id, unitId });
const wish = (unitId: string, successorId: string) => ({
  unitId,
  successor: { unitId: successorId },
  elsewhere: {},
  on: '2026-11-20',
  order: 'рішення ради від 19.11.2026 № 15',
});

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  ctx = test.ctx;
  const unitId = await setUpCommunity(test);
  rootId = (await findUnit(ctx, unitId))?.parentId ?? '';
  coordinator = await person('coordinator', 'coordinator', rootId);
});
afterAll(() => test.close());

describe('a unit joined to another', () => {
  it('passes its datasets on with ids, numbers, addresses, versions, messages and people; its page leads on', async () => {
    const [old, heir] = [await unit('Відділ освіти'), await unit('Управління гуманітарної політики')];
    const child = await createUnit(ctx, { name: 'Школа', parentId: old.id });
    const dataset = await published(old.id, 'Заклади освіти');
    const foreign = await published(heir.id, 'Бібліотеки');
    const clerk = await person('clerk', 'responsible', old.id);
    const head = await person('head', 'head', old.id);
    await sendMessage(test.as(VISITOR), {
      kind: 'question',
      dataset: { id: dataset.id, slug: dataset.slug, title: dataset.passport.title, unitId: old.id },
      text: 'Скільки місць у школах?',
      consent: false,
      language: 'uk',
      origin: 'https://data.example.ua',
    });
    const made = await createServiceToken(ctx, {
      name: 'облік',
      scopes: ['dataset.edit'],
      unitId: old.id,
      datasetIds: null,
    });
    const done = await reorganiseUnit(coordinator, wish(old.id, heir.id));
    await test.runJobs();
    expect(done).toMatchObject({ kind: 'merge', successorId: heir.id, datasets: 1 });
    expect(done.left.map(({ role }) => role)).toEqual(['head']);
    const moved = await loadDataset(ctx, dataset.id);
    expect(moved).toMatchObject({ id: dataset.id, number: dataset.number, slug: dataset.slug, unitId: heir.id });
    const card = await findCard(ctx, dataset.slug);
    expect(card?.unit).toMatchObject({
      id: heir.id,
      name: 'Управління гуманітарної політики',
      previous: [{ name: 'Відділ освіти', slug: old.slug }],
    });
    expect((await findCard(ctx, foreign.slug))?.unit.previous).toBeUndefined();
    expect((await listVersions(ctx, dataset.id)).map(({ number }) => number)).toEqual([1]);
    const [reading] = await latestReadings(
      ctx,
      dataset.resources.map(({ id }) => id),
    );
    expect((await loadReading(ctx, reading?.id ?? '')).unitId).toBe(heir.id);
    const { items } = await listMessages(ctx, {}, { page: 1, size: 10 });
    expect(items.map((message) => [message.dataset?.id, message.unitId])).toEqual([[dataset.id, heir.id]]);
    expect(await publishes(clerk, dataset, heir.id)).toBe(true);
    expect(await publishes(clerk, foreign, heir.id)).toBe(false); // no more than they had
    expect(await may(head, 'dataset.approve')).toBe(false);
    const [token] = await listServiceTokens(ctx, [heir.id]);
    expect(token).toMatchObject({ id: made.token.id, datasetIds: [dataset.id] });
    expect((await listUnits(ctx)).some(({ id }) => id === old.id)).toBe(false);
    expect(await findUnit(ctx, old.id)).toMatchObject({ closedOn: '2026-11-20', slug: old.slug });
    expect((await findUnit(ctx, child.id))?.parentId).toBe(heir.id);
    expect(await unitKin(ctx, old.id)).toMatchObject({
      successors: [{ id: heir.id, kind: 'merge', order: 'рішення ради від 19.11.2026 № 15' }],
    });
    await expect(reorganiseUnit(coordinator, wish(old.id, heir.id))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a unit with a new one in its place', () => {
  it('hands everything over, heads too', async () => {
    const old = await unit('Сектор статистики');
    const dataset = await published(old.id, 'Показники');
    const head = await person('chief', 'head', old.id);
    const done = await reorganiseUnit(coordinator, {
      ...wish(old.id, ''),
      successor: { name: 'Відділ аналітики', edrpou: null },
    });
    expect(done).toMatchObject({ kind: 'rename', datasets: 1, left: [] });
    expect((await findUnit(ctx, done.successorId))?.name).toBe('Відділ аналітики');
    expect(await may(head, 'dataset.approve', { id: dataset.id, unitId: done.successorId })).toBe(true);
  });
});

describe('a unit split between several', () => {
  it('passes each dataset where it was told, and people after their datasets', async () => {
    const [old, first, second] = [await unit('Відділ усього'), await unit('Перший'), await unit('Другий')];
    const [here, there] = [await published(old.id, 'Тут'), await published(old.id, 'Там')];
    const clerk = await person('splitter', 'responsible', old.id);
    const done = await reorganiseUnit(coordinator, {
      ...wish(old.id, first.id),
      elsewhere: { [there.id]: second.id },
    });
    expect(done).toMatchObject({ kind: 'split', datasets: 2 });
    expect((await loadDataset(ctx, here.id)).unitId).toBe(first.id);
    expect((await loadDataset(ctx, there.id)).unitId).toBe(second.id);
    expect(await publishes(clerk, here, first.id)).toBe(true);
    expect(await publishes(clerk, there, second.id)).toBe(true);
  });

  it('is refused whole: nothing moves for those who may not, to itself, or of the council', async () => {
    const [old, heir] = [await unit('Незачеплений'), await unit('Спадкоємець')];
    const dataset = await published(old.id, 'Лишається');
    const clerk = await person('nosy', 'responsible', old.id);
    await expect(reorganiseUnit(clerk, wish(old.id, heir.id))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(reorganiseUnit(coordinator, wish(old.id, old.id))).rejects.toMatchObject({ kind: 'invalid' });
    await expect(reorganiseUnit(coordinator, wish(rootId, heir.id))).rejects.toMatchObject({ kind: 'invalid' });
    await expect(
      reorganiseUnit(coordinator, { ...wish(old.id, heir.id), elsewhere: { [dataset.id]: old.id } }),
    ).rejects.toMatchObject({ kind: 'invalid' });
    expect((await loadDataset(ctx, dataset.id)).unitId).toBe(old.id);
    expect((await findUnit(ctx, old.id))?.closedOn).toBeNull();
  });
});
