import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { listHistory } from '../../history/index.ts';
import * as accounts from '../index.ts';
import { countAttempt } from './attempt-store.ts';

const PASSWORD = 'вербові сережки цвітуть';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
const adminEmail = 'olena@rada.example.ua';

const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };
const TERMS: accounts.AppointmentTerms = {
  role: 'contributor',
  functions: ['update'],
  datasetIds: null,
  post: '',
  officeEmail: '',
  officePhone: '',
  from: '2026-01-01',
  to: null,
  substituteId: null,
  order: null,
};

let world: TestContext;
let visitor: Context;
let admin: Context;
let school: accounts.Unit;

const cookieHeaders = (cookie: string): Headers => new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` });
const whole = (answer: accounts.SignedIn): { person: accounts.Person; cookie: string; device: string } => {
  if (answer.step !== 'done') throw new Error('a second step waits');
  return { person: answer.person, cookie: answer.cookies[0] ?? '', device: answer.cookies[1] ?? '' };
};
const enter = async (email: string, password = PASSWORD, address = '10.0.0.1', userAgent = 'Firefox/145.0 Linux') =>
  whole(await accounts.signIn(visitor, { email, password, userAgent, address }));
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
  const administrator = { name: 'Олена Петренко', email: 'Olena@rada.example.ua', password: PASSWORD };
  const made = await accounts.setUp(visitor, { community: COMMUNITY, administrator });
  if (made.administrator === null) throw new Error('nobody was made');
  admin = world.as(accounts.actorOfPerson(made.administrator));
  school = await accounts.createUnit(admin, { name: 'Управління освіти', parentId: made.root.id });
  const facts = { password: PASSWORD, unitId: school.id };
  await accounts.createPerson(admin, { ...facts, name: 'Ігор', email: 'ihor@rada.example.ua', role: 'responsible' });
  await accounts.createPerson(admin, { ...facts, name: 'Їлдиз', email: 'yildyz@rada.example.ua', role: 'contributor' });
});
afterAll(() => world.close());

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
    const { cookie, device } = whole(await accounts.signIn(visitor, input));
    expect(device).toContain('; Secure');
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

  test('are not guessed one try an e-mail from one address either', async () => {
    const address = '10.4.4.4';
    for (let at = 0; at < 200; at += 1) await countAttempt(visitor, { deed: 'sign-in', address, email: '' });
    expect(await refusal(enter(adminEmail, PASSWORD, address))).toBe('too-many-tries');
    expect(await refusal(enter(adminEmail, PASSWORD, '10.4.4.5'))).toBe('done');
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
      before: { name: 'Їлдиз', active: true },
      after: { active: false },
    });
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
    const who = { kind: 'new' as const, name: 'Новенька', email: 'nova@rada.example.ua', password: null };
    const invitation = { who, unitIds: [school.id], terms: TERMS };
    const { person, link } = await accounts.appoint(admin, invitation, LINKS);
    if (person === null || link === null) throw new Error('nobody was invited');
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
      'appointment.made',
      'person.created',
    ]);
  });
});

test('a deed that fails leaves no line in the history, and no password or token reaches it', async () => {
  const count = async () => (await listHistory(world.ctx, {}, { page: 1, size: 1 })).total;
  const before = await count();
  await refusal(
    accounts.createPerson(admin, { name: 'Х', email: 'bad', password: PASSWORD, role: 'contributor', unitId: null }),
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
