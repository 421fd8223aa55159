import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { VISITOR } from '../../kernel/actor.ts';
import type { Context } from '../../platform/context.ts';
import { listHistory } from '../history/index.ts';
import * as accounts from './index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
const ADMINISTRATOR = { name: 'Олена Петренко', email: 'Olena@rada.example.ua', password: PASSWORD };

let world: TestContext;
let visitor: Context;
let admin: Context;
let root: accounts.Unit;
let board: accounts.Unit;
let school: accounts.Unit;

const refusal = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const deedsOf = async (subjectId: string): Promise<string[]> =>
  (await listHistory(world.ctx, { subjectId }, { page: 1, size: 50 })).items.map((entry) => entry.deed);

beforeAll(async () => {
  world = await makeTestContext();
  visitor = world.as(VISITOR);
});
afterAll(() => world.close());

describe('the set-up', () => {
  test('tells all faults at once', async () => {
    const community = { name: ' ', edrpou: '04054229', katottg: 'UA1', colour: '#ffff00' };
    const deed = accounts.setUp(visitor, { community, administrator: { name: '', email: 'x', password: '123' } });
    const faults = await deed.catch((error: { fields: { field: string }[] }) =>
      error.fields.map((fault) => fault.field),
    );
    expect(faults).toEqual(['communityName', 'edrpou', 'katottg', 'colour', 'personName', 'email', 'password']);
    expect(await accounts.setUpState(visitor)).toBe('open');
  });

  test('of two racing people one wins, and nothing of the other stays', async () => {
    const answers = await Promise.allSettled([
      accounts.setUp(visitor, { community: COMMUNITY, administrator: ADMINISTRATOR }),
      accounts.setUp(visitor, {
        community: { ...COMMUNITY, name: 'Інша громада' },
        administrator: { ...ADMINISTRATOR, email: 'other@rada.example.ua' },
      }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const made = answers.find((answer) => answer.status === 'fulfilled')?.value;
    if (!made?.administrator) throw new Error('nobody was made');
    root = made.root;
    admin = world.as(accounts.actorOfPerson(made.administrator));
    expect(await accounts.listPeople(world.ctx)).toHaveLength(1);
    expect(await accounts.listUnits(visitor)).toHaveLength(1);
    expect(await accounts.setUpState(visitor)).toBe('done');
    expect(await deedsOf(root.id)).toEqual(['community.set-up']);
    const again = accounts.setUp(visitor, { community: COMMUNITY, administrator: ADMINISTRATOR });
    expect(await refusal(again)).toBe('already-set-up');
    const name = (await accounts.communityProfile(visitor))?.name;
    if (name !== COMMUNITY.name) {
      await accounts.changeCommunityProfile(admin, { name: COMMUNITY.name });
      await accounts.changeUnit(admin, root.id, { name: COMMUNITY.name });
    }
  });

  test('settings change with before and after; ЄДРПОУ stands once, with the root unit', async () => {
    const changed = await accounts.changeCommunityProfile(admin, { edrpou: '04052206', colour: '#15B' });
    expect(changed).toMatchObject({ edrpou: '04052206', colour: '#1155bb', name: COMMUNITY.name });
    expect((await accounts.findUnit(visitor, root.id))?.edrpou).toBe('04052206');
    expect(await accounts.communityProfile(visitor)).toEqual(changed);
    expect(await refusal(accounts.changeCommunityProfile(visitor, { name: 'Х' }))).toBe('signed-out');
  });
});

describe('units', () => {
  test('need a name and a parent, nothing else', async () => {
    board = await accounts.createUnit(admin, { name: 'Виконавчий комітет', parentId: root.id });
    school = await accounts.createUnit(admin, { name: 'Управління освіти', parentId: board.id });
    expect(board).toMatchObject({ slug: 'vykonavchyi-komitet', edrpou: null, shownEdrpou: '04052206' });
    expect(await accounts.unitWithDescendants(visitor, board.id)).toEqual([board.id, school.id]);
    expect((await accounts.findUnitBySlug(visitor, 'upravlinnia-osvity'))?.id).toBe(school.id);
    const namesake = await accounts.createUnit(admin, { name: 'Управління освіти', parentId: root.id });
    expect(namesake.slug).toBe('upravlinnia-osvity-2');
    await accounts.deleteUnit(admin, namesake.id);
    expect(await deedsOf(namesake.id)).toEqual(['unit.removed', 'unit.created']);
  });

  test('keep their address when renamed, and cannot stand below themselves', async () => {
    const renamed = await accounts.changeUnit(admin, school.id, { name: 'Управління освіти і спорту' });
    expect(renamed.slug).toBe('upravlinnia-osvity');
    const ring = accounts.changeUnit(admin, board.id, { parentId: school.id });
    expect(await ring.catch((error: { fields: { field: string }[] }) => error.fields[0]?.field)).toBe('parentId');
    expect(await refusal(accounts.changeUnit(admin, root.id, { parentId: board.id }))).toBe('faulty-fields');
    expect(await refusal(accounts.createUnit(admin, { name: 'Х', parentId: null }))).toBe('faulty-fields');
    expect(await refusal(accounts.createUnit(admin, { name: 'Х', parentId: root.id, edrpou: '12345678' }))).toBe(
      'faulty-fields',
    );
  });

  test('of two moves that would close a ring together one is refused', async () => {
    const left = await accounts.createUnit(admin, { name: 'Лівий', parentId: root.id });
    const right = await accounts.createUnit(admin, { name: 'Правий', parentId: root.id });
    const moves = await Promise.all([
      refusal(accounts.changeUnit(admin, left.id, { parentId: right.id })),
      refusal(accounts.changeUnit(admin, right.id, { parentId: left.id })),
    ]);
    expect(moves.toSorted()).toEqual(['done', 'faulty-fields']);
  });

  test('are removed only when empty', async () => {
    expect(await refusal(accounts.deleteUnit(admin, board.id))).toBe('unit-not-empty');
    expect(await refusal(accounts.deleteUnit(admin, root.id))).toBe('unit-not-empty');
    const spare = await accounts.createUnit(admin, { name: 'Запасний', parentId: board.id });
    expect(await refusal(accounts.deleteUnit(admin, spare.id, async () => true))).toBe('unit-not-empty');
    await accounts.deleteUnit(admin, spare.id, async () => false);
    expect(await accounts.findUnit(visitor, spare.id)).toBeNull();
  });
});

describe('people', () => {
  test('may do what their role says, in their unit and below', async () => {
    const facts = { password: PASSWORD, unitId: board.id };
    const publisher = await accounts.createPerson(admin, {
      ...facts,
      name: 'Ігор',
      email: 'ihor@rada.example.ua',
      role: 'responsible',
    });
    const editor = await accounts.createPerson(admin, {
      ...facts,
      unitId: school.id,
      name: 'Їлдиз',
      email: 'yildyz@rada.example.ua',
      role: 'contributor',
    });
    const asPublisher = world.as(accounts.actorOfPerson(publisher));
    const asEditor = world.as(accounts.actorOfPerson(editor));
    expect(await accounts.may(asPublisher, 'dataset.publish', school.id)).toBe(true);
    expect(await accounts.may(asPublisher, 'dataset.publish', root.id)).toBe(false);
    expect(await accounts.may(asPublisher, 'dataset.publish')).toBe(true);
    expect(await accounts.may(asPublisher, 'dataset.publish', null)).toBe(false);
    expect(await accounts.may(asEditor, 'dataset.edit', school.id)).toBe(true);
    expect(await accounts.may(asEditor, 'dataset.edit', board.id)).toBe(false);
    expect(await accounts.may(asEditor, 'dataset.publish', school.id)).toBe(false);
    expect(await accounts.may(admin, 'dataset.publish', school.id)).toBe(true);
    expect(await accounts.may(visitor, 'dataset.edit')).toBe(false);
    expect(await refusal(accounts.permit(visitor, 'dataset.edit'))).toBe('signed-out');
    expect(await refusal(accounts.permit(asEditor, 'people.manage'))).toBe('not-permitted');
    expect(await refusal(accounts.listPeople(asEditor))).toBe('not-permitted');
    expect(await refusal(accounts.createUnit(asEditor, { name: 'Х', parentId: school.id }))).toBe('not-permitted');
    const history = accounts.viewHistory(asPublisher, {}, { size: 10 });
    expect(await refusal(history)).toBe('not-permitted');
  });

  test('are listed by the Ukrainian alphabet, and each address stands once', async () => {
    expect((await accounts.listPeople(admin)).map((person) => person.name)).toEqual([
      'Ігор',
      'Їлдиз',
      'Олена Петренко',
    ]);
    const twin = {
      name: 'Двійник',
      email: 'IHOR@rada.example.ua ',
      password: PASSWORD,
      role: 'contributor' as const,
      unitId: board.id,
    };
    expect(await refusal(accounts.createPerson(admin, twin))).toBe('faulty-fields');
    expect(await refusal(accounts.createPerson(admin, { ...twin, email: 'new@x.ua', unitId: null }))).toBe(
      'faulty-fields',
    );
  });

  test('the last administrator can be neither demoted nor switched off, not even by two at once', async () => {
    const first = (await accounts.listPeople(admin)).find(
      (person) => accounts.widestRole(person.appointments) === 'administrator',
    );
    if (!first) throw new Error('no administrator');
    expect(await refusal(accounts.changePerson(admin, first.id, { active: false }))).toBe('last-administrator');
    const held = first.appointments[0]?.appointmentId ?? '';
    expect(await refusal(accounts.endAppointment(admin, held, '2026-01-01'))).toBe('last-administrator');
    const second = await accounts.createPerson(admin, {
      name: 'Друга',
      email: 'second@rada.example.ua',
      password: PASSWORD,
      role: 'administrator',
      unitId: null,
    });
    const both = await Promise.all([
      refusal(accounts.changePerson(world.ctx, first.id, { active: false })),
      refusal(accounts.changePerson(world.ctx, second.id, { active: false })),
    ]);
    expect(both.toSorted()).toEqual(['done', 'last-administrator']);
    await accounts.changePerson(world.ctx, first.id, { active: true });
    await accounts.changePerson(world.ctx, second.id, { active: false });
  });
});
