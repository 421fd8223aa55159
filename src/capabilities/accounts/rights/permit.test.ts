import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { Appointment } from '../appointments/appointment.ts';
import { insertAppointment } from '../appointments/appointment-store.ts';
import * as accounts from '../index.ts';

const TODAY = '2026-11-23';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };

let world: TestContext;
let root: accounts.Unit;
let board: accounts.Unit;
let school: accounts.Unit;
const buses = newId();
const trams = newId();

async function somebody(name: string): Promise<{ id: string; ctx: Context }> {
  const person = await accounts.createPerson(world.ctx, {
    name,
    email: `${newId()}@x.ua`,
    password: 'вербові сережки цвітуть',
    role: 'reader',
    unitId: school.id,
  });
  return { id: person.id, ctx: world.as(accounts.actorOfPerson(person)) };
}

async function appoint(personId: string | null, wish: Partial<Appointment>): Promise<void> {
  const appointment: Appointment = {
    id: newId(),
    personId,
    unitId: board.id,
    role: 'responsible',
    functions: accounts.functionsOf(wish.role ?? 'responsible'),
    datasetIds: null,
    post: '',
    officeEmail: '',
    officePhone: '',
    from: '2026-01-01',
    to: null,
    substituteId: null,
    order: null,
    createdAt: new Date(),
    ...wish,
  };
  await insertAppointment(world.ctx.db, appointment);
}

const absent = (personId: string, from: string, to: string | null) =>
  sql`insert into accounts_absence (id, person_id, kind, from_day, to_day, created_at)
    values (${newId()}, ${personId}, 'leave', ${from}, ${to}, now())`.execute(world.ctx.db);

beforeAll(async () => {
  world = await makeTestContext({ now: `${TODAY}T10:00:00Z` });
  root = (await accounts.setUp(world.ctx, { community: COMMUNITY, administrator: null })).root;
  board = await accounts.createUnit(world.ctx, { name: 'Виконком', parentId: root.id });
  school = await accounts.createUnit(world.ctx, { name: 'Школа', parentId: board.id });
});
afterAll(() => world.close());

let ihor: { id: string; ctx: Context };
beforeEach(async () => {
  ihor = await somebody('Ігор');
});

const edits = (ctx: Context, place?: accounts.PermitPlace) => accounts.may(ctx, 'dataset.edit', place);

test('an appointment reaches its unit and those below, of the council the whole system', async () => {
  await appoint(ihor.id, {});
  expect(await edits(ihor.ctx)).toBe(true);
  expect(await edits(ihor.ctx, school.id)).toBe(true);
  expect(await edits(ihor.ctx, { id: buses, unitId: school.id })).toBe(true);
  expect(await edits(ihor.ctx, root.id)).toBe(false);
  expect(await edits(ihor.ctx, null)).toBe(false);
  expect(await edits(ihor.ctx, 'no id')).toBe(false);
  expect(await accounts.reachOf(ihor.ctx, 'dataset.edit')).toEqual({ unitIds: [board.id, school.id], datasetIds: [] });
  const chief = await somebody('Голова');
  await appoint(chief.id, { role: 'head', unitId: root.id });
  expect(await accounts.may(chief.ctx, 'history.view', null)).toBe(true);
  expect(await edits(chief.ctx, root.id)).toBe(false);
  expect(await accounts.reachOf(chief.ctx, 'history.view')).toBe('all');
});

test('named datasets count wherever they are, and nothing else of the unit does', async () => {
  await appoint(ihor.id, { datasetIds: [buses] });
  expect(await edits(ihor.ctx, { id: buses, unitId: board.id })).toBe(true);
  expect(await edits(ihor.ctx, { id: buses, unitId: root.id })).toBe(true);
  expect(await edits(ihor.ctx, { id: trams, unitId: board.id })).toBe(false);
  expect(await edits(ihor.ctx, board.id)).toBe(false);
  expect(await accounts.reachOf(ihor.ctx, 'dataset.edit')).toEqual({ unitIds: [], datasetIds: [buses] });
  const person = await accounts.findPerson(world.ctx, ihor.id);
  expect(person?.appointments.map(({ role, datasetIds }) => [role, datasetIds])).toEqual(
    expect.arrayContaining([
      ['reader', null],
      ['responsible', [buses]],
    ]),
  );
});

test('it works from its first day to its last', async () => {
  await appoint(ihor.id, { from: '2026-11-24' });
  await appoint(ihor.id, { to: '2026-11-22' });
  expect(await edits(ihor.ctx)).toBe(false);
  await appoint(ihor.id, { from: TODAY, to: TODAY });
  expect(await edits(ihor.ctx, board.id)).toBe(true);
});

test('while somebody is away the substitute has their rights, and they have none', async () => {
  const maria = await somebody('Марія');
  await appoint(ihor.id, { substituteId: maria.id });
  expect(await edits(maria.ctx)).toBe(false);
  await absent(ihor.id, '2026-11-24', null);
  await absent(ihor.id, '2026-11-01', '2026-11-22');
  expect(await edits(ihor.ctx, board.id)).toBe(true);
  await absent(ihor.id, TODAY, TODAY);
  expect(await edits(ihor.ctx, board.id)).toBe(false);
  expect(await edits(maria.ctx, board.id)).toBe(true);
  expect((await accounts.findPerson(world.ctx, ihor.id))?.appointments).toEqual([]);
  const held = (await accounts.findPerson(world.ctx, maria.id))?.appointments;
  expect(held?.map(({ role, standsInFor }) => [role, standsInFor])).toEqual(
    expect.arrayContaining([
      ['reader', null],
      ['responsible', 'Ігор'],
    ]),
  );
  await absent(maria.id, TODAY, null);
  expect(await edits(maria.ctx, board.id)).toBe(false);
});

test('a vacancy gives its rights to the substitute named in it; a visitor has none, the system all', async () => {
  await appoint(null, { substituteId: ihor.id });
  expect(await edits(ihor.ctx, board.id)).toBe(true);
  await accounts.changePerson(world.ctx, ihor.id, { active: false });
  expect(await edits(ihor.ctx, board.id)).toBe(false);
  expect(await edits(world.as(VISITOR))).toBe(false);
  expect(await accounts.reachOf(world.as(VISITOR), 'dataset.edit')).toEqual({ unitIds: [], datasetIds: [] });
  expect(await edits(world.ctx, null)).toBe(true);
  expect(await accounts.reachOf(world.ctx, 'dataset.edit')).toBe('all');
});
