import { sql } from 'kysely';
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
/** Of the one who won the race for the set-up. */
let adminEmail: string;
let root: accounts.Unit;
let board: accounts.Unit;
let school: accounts.Unit;

const cookieHeaders = (cookie: string): Headers => new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` });
const enter = (email: string, password = PASSWORD, address = '10.0.0.1', userAgent = 'Firefox/145.0 Linux') =>
  accounts.signIn(visitor, { email, password, userAgent, address });
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
    adminEmail = made.administrator.email;
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
      role: 'publisher',
    });
    const editor = await accounts.createPerson(admin, {
      ...facts,
      unitId: school.id,
      name: 'Їлдиз',
      email: 'yildyz@rada.example.ua',
      role: 'editor',
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
    for (const deed of [
      accounts.listPeople(asEditor),
      accounts.createUnit(asEditor, { name: 'Х', parentId: school.id }),
    ]) {
      expect(await refusal(deed)).toBe('not-permitted');
    }
    const history = accounts.viewHistory(asPublisher, {}, { page: 1, size: 10 });
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
      role: 'editor' as const,
      unitId: board.id,
    };
    expect(await refusal(accounts.createPerson(admin, twin))).toBe('faulty-fields');
    expect(await refusal(accounts.createPerson(admin, { ...twin, email: 'new@x.ua', unitId: null }))).toBe(
      'faulty-fields',
    );
  });

  test('the last administrator can be neither demoted nor switched off, not even by two at once', async () => {
    const first = (await accounts.listPeople(admin)).find((person) => person.role === 'administrator');
    if (!first) throw new Error('no administrator');
    expect(await refusal(accounts.changePerson(admin, first.id, { active: false }))).toBe('last-administrator');
    expect(await refusal(accounts.changePerson(admin, first.id, { role: 'editor', unitId: board.id }))).toBe(
      'last-administrator',
    );
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

  test('lose their sessions and rights the moment they are switched off', async () => {
    const { cookie, person } = await enter('yildyz@rada.example.ua');
    expect((await accounts.personOfRequest(visitor, cookieHeaders(cookie)))?.id).toBe(person.id);
    await accounts.changePerson(admin, person.id, { active: false });
    expect(await accounts.personOfRequest(visitor, cookieHeaders(cookie))).toBeNull();
    expect(await accounts.may(world.as(accounts.actorOfPerson(person)), 'dataset.edit')).toBe(false);
    expect(await refusal(enter('yildyz@rada.example.ua'))).toBe('switched-off');
    expect(await refusal(enter('yildyz@rada.example.ua', 'зовсім не той пароль'))).toBe('wrong-password');
    const entries = await listHistory(world.ctx, { subjectId: person.id }, { page: 1, size: 1 });
    expect(entries.items[0]).toMatchObject({
      deed: 'person.switched-off',
      actor: { name: 'Олена Петренко' },
      before: { role: 'editor', unitId: school.id, active: true },
      after: { active: false },
    });
  });
});

describe('sessions', () => {
  test('two browsers work side by side, and either can end the other', async () => {
    const office = await enter('ihor@rada.example.ua');
    const phone = await enter('ihor@rada.example.ua', PASSWORD, '10.0.0.2', 'Chrome/142 Android');
    expect(office.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const seen = await accounts.listSessions(visitor, cookieHeaders(phone.cookie));
    expect(seen.map((session) => [session.userAgent, session.address, session.current])).toEqual([
      ['Chrome/142 Android', '10.0.0.2', true],
      ['Firefox/145.0 Linux', '10.0.0.1', false],
    ]);
    const asIhor = world.as(accounts.actorOfPerson(phone.person));
    await accounts.endSession(asIhor, cookieHeaders(phone.cookie), seen[1]?.id ?? '');
    expect(await accounts.personOfRequest(visitor, cookieHeaders(office.cookie))).toBeNull();
    expect(await accounts.personOfRequest(visitor, cookieHeaders(phone.cookie))).not.toBeNull();
    const third = await enter('ihor@rada.example.ua');
    await accounts.endOtherSessions(asIhor, cookieHeaders(phone.cookie));
    expect(await accounts.personOfRequest(visitor, cookieHeaders(third.cookie))).toBeNull();
    const { cookie } = await accounts.signOut(asIhor, cookieHeaders(phone.cookie));
    expect(cookie).toMatch(/Max-Age=0/);
    expect(await accounts.personOfRequest(visitor, cookieHeaders(phone.cookie))).toBeNull();
  });

  test('a forged or foreign cookie is nobody, and https sets Secure', async () => {
    expect(await accounts.personOfRequest(visitor, new Headers())).toBeNull();
    expect(await accounts.personOfRequest(visitor, new Headers({ cookie: 'vidkryto_session=abc.def' }))).toBeNull();
    const input = {
      email: 'ihor@rada.example.ua',
      password: PASSWORD,
      userAgent: '',
      address: '10.0.0.9',
      secure: true,
    };
    const { cookie } = await accounts.signIn(visitor, input);
    expect(cookie).toContain('; Secure');
    const [name, value = ''] = (cookie.split(';')[0] ?? '').split('=');
    const forged = `${name}=${value.slice(0, -8)}AAAA%3D%3D`;
    expect(await accounts.personOfRequest(visitor, new Headers({ cookie: forged }))).toBeNull();
  });

  test('guessing is stopped for that address and e-mail only', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 13 }, () => refusal(enter('ihor@rada.example.ua', 'не той пароль зовсім', '10.9.9.9'))),
    );
    expect(guesses.filter((answer) => answer === 'wrong-password')).toHaveLength(10);
    expect(guesses.filter((answer) => answer === 'too-many-tries')).toHaveLength(3);
    expect(await refusal(enter('ihor@rada.example.ua', PASSWORD, '10.9.9.9'))).toBe('too-many-tries');
    expect(await refusal(enter('ihor@rada.example.ua', PASSWORD, '10.9.9.8'))).toBe('done');
    expect(await refusal(enter(adminEmail, PASSWORD, '10.9.9.9'))).toBe('done');
    expect(await refusal(enter('nobody@rada.example.ua'))).toBe('wrong-password');
    expect(await refusal(enter('not an address'))).toBe('wrong-password');
  });
});

describe('passwords', () => {
  const ask = (email: string, address = '10.0.0.1') =>
    accounts.requestPasswordReset(visitor, { email, address, origin: 'https://data.example.ua', language: 'uk' });
  const tokenOf = (body: string): string => new URL(/https:\S+/.exec(body)?.[0] ?? '').searchParams.get('token') ?? '';

  test('are changed by who knows the present one; other sessions end', async () => {
    const here = await enter('ihor@rada.example.ua');
    const there = await enter('ihor@rada.example.ua');
    const change = (currentPassword: string, newPassword: string) =>
      accounts.changePassword(visitor, cookieHeaders(here.cookie), {
        currentPassword,
        newPassword,
        address: '10.0.0.1',
      });
    expect(await refusal(change('не той пароль', 'новий довгий пароль'))).toBe('faulty-fields');
    expect(await refusal(change(PASSWORD, 'ihor@rada.example.ua'))).toBe('faulty-fields');
    const { cookie } = await change(PASSWORD, 'новий довгий пароль');
    expect(await accounts.personOfRequest(visitor, cookieHeaders(cookie))).not.toBeNull();
    expect(await accounts.personOfRequest(visitor, cookieHeaders(here.cookie))).toBeNull();
    expect(await accounts.personOfRequest(visitor, cookieHeaders(there.cookie))).toBeNull();
    expect(await refusal(enter('ihor@rada.example.ua'))).toBe('wrong-password');
    expect(await refusal(enter('ihor@rada.example.ua', 'новий довгий пароль'))).toBe('done');
  });

  test('are set anew by a link that works once, for an hour; the answer tells nothing', async () => {
    const before = (await world.letters()).length;
    await ask('nobody@rada.example.ua');
    await ask('yildyz@rada.example.ua'); // switched off
    expect(await world.letters()).toHaveLength(before);
    await ask('Ihor@rada.example.ua');
    await ask('ihor@rada.example.ua');
    const letters = await world.letters();
    expect(letters).toHaveLength(before + 2);
    const [token = '', older = ''] = letters.map((letter) => tokenOf(letter.body));
    expect((await accounts.personOfLink(visitor, token)).name).toBe('Ігор');
    const open = await enter('ihor@rada.example.ua', 'новий довгий пароль');
    expect(await refusal(accounts.resetPassword(visitor, { token, password: 'коротко' }))).toBe('faulty-fields');
    const uses = ['перший пароль звідси', 'другий пароль звідси'].map((password) =>
      refusal(accounts.resetPassword(visitor, { token, password })),
    );
    expect((await Promise.all(uses)).toSorted()).toEqual(['dead-link', 'done']);
    expect(await refusal(accounts.resetPassword(visitor, { token: older, password: 'третій пароль звідси' }))).toBe(
      'dead-link',
    );
    expect(await accounts.personOfRequest(visitor, cookieHeaders(open.cookie))).toBeNull();
    await ask('ihor@rada.example.ua', '10.0.0.3');
    const late = tokenOf((await world.letters())[0]?.body ?? '');
    await sql`update accounts_verification set expires_at = expires_at - interval '61 minutes'`.execute(world.ctx.db);
    expect(await refusal(accounts.resetPassword(visitor, { token: late, password: 'пароль із запізненням' }))).toBe(
      'dead-link',
    );
    expect(await refusal(accounts.resetPassword(visitor, { token: '', password: 'пароль із запізненням' }))).toBe(
      'dead-link',
    );
  });

  test('asking again and again is stopped', async () => {
    const asked: string[] = [];
    for (let at = 0; at < 6; at += 1) asked.push(await refusal(ask(adminEmail, '10.7.7.7')));
    expect(asked).toEqual(['done', 'done', 'done', 'done', 'done', 'too-many-tries']);
  });

  test('of an invited person are set by a link shown once and mailed', async () => {
    const invitation = { name: 'Новенька', email: 'nova@rada.example.ua', role: 'editor' as const, unitId: school.id };
    const { person, link } = await accounts.invitePerson(admin, { ...invitation, origin: 'https://data.example.ua' });
    expect((await world.letters())[0]).toMatchObject({ to: 'nova@rada.example.ua' });
    expect((await world.letters())[0]?.body).toContain(link);
    expect(await refusal(enter('nova@rada.example.ua', ''))).toBe('wrong-password');
    const renewed = await accounts.renewInvitation(admin, person.id, {
      origin: 'https://data.example.ua',
      language: 'en',
    });
    expect(renewed.link).toContain('/en/reset?token=');
    expect(
      await refusal(accounts.resetPassword(visitor, { token: tokenOf(link), password: 'мій перший пароль' })),
    ).toBe('dead-link');
    await accounts.resetPassword(visitor, { token: tokenOf(renewed.link), password: 'мій перший пароль тут' });
    expect(await refusal(enter('nova@rada.example.ua', 'мій перший пароль тут'))).toBe('done');
    expect(await deedsOf(person.id)).toEqual([
      'person.signed-in',
      'password.set',
      'person.link-given',
      'person.created',
    ]);
  });
});

test('a deed that fails leaves no line in the history, and no password or token reaches it', async () => {
  const count = async () => (await listHistory(world.ctx, {}, { page: 1, size: 1 })).total;
  const before = await count();
  await refusal(
    accounts.createPerson(admin, { name: 'Х', email: 'bad', password: PASSWORD, role: 'editor', unitId: null }),
  );
  expect(await count()).toBe(before);
  const all = JSON.stringify((await listHistory(world.ctx, {}, { page: 1, size: 1000 })).items);
  const bodies = (await world.letters()).map((letter) => letter.body);
  const tokens = bodies.map((body) => new URL(/https:\S+/.exec(body)?.[0] ?? '').searchParams.get('token') ?? '');
  const sessions = await sql<{ token: string }>`select token from accounts_session`.execute(world.ctx.db);
  const secrets = [
    PASSWORD,
    'новий довгий пароль',
    'мій перший пароль тут',
    ...tokens,
    ...sessions.rows.map((row) => row.token),
  ];
  expect(tokens.length).toBeGreaterThan(5);
  for (const secret of secrets) expect(all).not.toContain(secret);
});
