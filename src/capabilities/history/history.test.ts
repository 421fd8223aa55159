import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { transaction } from '../../platform/context.ts';
import { changedFields, withoutSecrets } from './history-rules.ts';
import { type HistoryFilter, listHistory, record } from './index.ts';

let world: TestContext;
beforeAll(async () => {
  world = await makeTestContext();
});
afterAll(() => world.close());

const all = { page: 1, size: 100 };

test('an entry says who, when, what, before and after', async () => {
  world.clock.set('2026-03-01T10:00:00+02:00');
  const clerk = world.as({ kind: 'person', id: 'p1', name: 'Олена', email: 'o@x.ua' });
  const subject = { kind: 'unit', id: 'u1', name: 'Виконком' };
  await record(clerk, {
    deed: 'unit.changed',
    subject,
    before: { name: 'Старе' },
    after: { name: 'Виконком' },
    note: 'наказ № 5',
  });
  const { items, total } = await listHistory(world.ctx, { subjectId: 'u1' }, all);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    at: new Date('2026-03-01T08:00:00Z'),
    actor: { kind: 'person', id: 'p1', name: 'Олена' },
    deed: 'unit.changed',
    subject,
    before: { name: 'Старе' },
    after: { name: 'Виконком' },
    note: 'наказ № 5',
  });
});

test('what fails is not written', async () => {
  const deed = transaction(world.ctx, async (ctx) => {
    await record(ctx, { deed: 'unit.created', subject: { kind: 'unit', id: 'u2' } });
    throw new Error('no');
  });
  await expect(deed).rejects.toThrow('no');
  expect((await listHistory(world.ctx, { subjectId: 'u2' }, all)).total).toBe(0);
});

test.each(['update history_entry set note = $$', 'delete from history_entry', 'truncate history_entry'])(
  'the database refuses: %s',
  async (statement) => {
    const query = statement.includes('set') ? sql`update history_entry set note = ''` : sql.raw(statement);
    await expect(query.execute(world.ctx.db)).rejects.toThrow('append-only');
  },
);

test('days are of Ukraine, both ends included; newest first', async () => {
  for (const [id, at] of [
    ['d1', '2026-05-01T23:30:00+03:00'],
    ['d2', '2026-05-02T00:30:00+03:00'],
    ['d3', '2026-05-03T00:30:00+03:00'],
  ] as const) {
    world.clock.set(at);
    await record(world.ctx, { deed: 'x.done', subject: { kind: 'day', id } });
  }
  const days = async (fromDay: string, toDay: string) =>
    (await listHistory(world.ctx, { subjectKind: 'day', fromDay, toDay }, all)).items.map((entry) => entry.subject.id);
  expect(await days('2026-05-01', '2026-05-01')).toEqual(['d1']);
  expect(await days('2026-05-01', '2026-05-02')).toEqual(['d2', 'd1']);
  expect(await days('2026-05-03', '2026-05-09')).toEqual(['d3']);
  const first = await listHistory(world.ctx, { subjectKind: 'day' }, { size: 2 });
  const second = await listHistory(world.ctx, { subjectKind: 'day' }, { size: 2, after: first.next });
  expect(second).toMatchObject({ total: 3, next: null });
  expect(second.items.map((entry) => entry.subject.id)).toEqual(['d1']);
});

test('secrets passed by mistake do not get in', async () => {
  const careless = { name: 'Олена', password: 'вербові', session: { resetToken: 'abc', seen: [{ cookie: 'x' }] } };
  expect(withoutSecrets(careless)).toEqual({
    name: 'Олена',
    password: '…',
    session: { resetToken: '…', seen: [{ cookie: '…' }] },
  });
  await record(world.ctx, { deed: 'x.done', subject: { kind: 'day', id: 's1' }, after: careless });
  const { items } = await listHistory(world.ctx, { subjectId: 's1' }, all);
  expect(JSON.stringify(items)).not.toMatch(/вербові|abc/);
});

test('changed fields are told apart from those that stayed', () => {
  expect(changedFields({ a: 1, b: 2, c: [1] }, { a: 1, b: 3, c: [1], d: 4 })).toEqual([
    { field: 'b', before: 2, after: 3 },
    { field: 'd', before: null, after: 4 },
  ]);
  expect(changedFields(null, { a: 1 })).toEqual([{ field: 'a', before: null, after: 1 }]);
  expect(changedFields(undefined, undefined)).toEqual([]);
});

test('says by which way it came; the address of who did it, and none of visitors', async () => {
  const via = { kind: 'page', address: '192.0.2.7' } as const;
  const subject = (id: string) => ({ kind: 'dataset', id, unitId: 'u7' });
  const clerk = { ...world.as({ kind: 'person', id: 'p7', name: 'Олена', email: 'o@x.ua' }), via };
  await record(clerk, { deed: 'x.done', subject: subject('v1') });
  await record({ ...world.as({ kind: 'visitor' }), via }, { deed: 'x.done', subject: subject('v2') });
  const entry = async (subjectId: string) => (await listHistory(world.ctx, { subjectId }, all)).items[0];
  expect(await entry('v1')).toMatchObject({ via: 'page', address: '192.0.2.7', unitId: 'u7' });
  expect(await entry('v2')).toMatchObject({ via: 'page', address: null });
});

test('is found by words of names in any form, by person, by deed, within units', async () => {
  const olena = world.as({ kind: 'person', id: 'p8', name: 'Олена Вишня', email: 'o@x.ua' });
  const set = { kind: 'dataset', id: 'w1', name: 'Зупинки громадського транспорту', unitId: 'u8' };
  await record(olena, { deed: 'x.renamed', subject: set, note: 'таємне' });
  await record(world.ctx, { deed: 'person.changed', subject: { kind: 'person', id: 'p8', name: 'Олена Вишня' } });
  const found = async (filter: HistoryFilter) =>
    (await listHistory(world.ctx, filter, all)).items.map(({ deed }) => deed);
  expect(await found({ q: 'зупинок транспорту' })).toEqual(['x.renamed']);
  expect(await found({ q: 'вишні' })).toEqual(expect.arrayContaining(['x.renamed', 'person.changed']));
  expect(await found({ q: 'таємне' })).toEqual([]);
  expect(await found({ q: 'зупинок яблук' })).toEqual([]);
  expect(await found({ personId: 'p8' })).toHaveLength(2);
  expect(await found({ actorId: 'p8' })).toEqual(['x.renamed']);
  expect(await found({ deed: 'x.renamed' })).toEqual(['x.renamed']);
  expect(await found({ personId: 'p8', within: { unitIds: ['u8'], datasetIds: [] } })).toEqual(['x.renamed']);
  expect(await found({ personId: 'p8', within: { unitIds: [], datasetIds: ['w1'] } })).toEqual(['x.renamed']);
  expect(await found({ within: { unitIds: [], datasetIds: [] } })).toEqual([]);
});
