import { createServer, type Server } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { type OidcService, startOidcService } from '../../../../tests/support/oidc-service.ts';
import { freePort } from '../../../../tests/support/start-system.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { listHistory } from '../../history/index.ts';
import * as accounts from '../index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const ORIGIN = 'https://data.example.ua';
const REACH = { trustedHosts: ['127.0.0.1'] };
const OLENA = { sub: 'service-olena-77', email: 'Olena@rada.example.ua', email_verified: true };
const client = { userAgent: 'Firefox/145.0 Linux', address: '10.0.0.1', secure: true };

let world: TestContext;
let visitor: Context;
let admin: Context;
let adminId: string;
let service: OidcService;
let provider: accounts.Provider;

const refusal = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

beforeAll(async () => {
  world = await makeTestContext();
  visitor = world.as(VISITOR);
  const made = await accounts.setUp(visitor, {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена Петренко', email: 'olena@rada.example.ua', password: PASSWORD },
  });
  if (made.administrator === null) throw new Error('nobody was made');
  adminId = made.administrator.id;
  admin = world.as(accounts.actorOfPerson(made.administrator));
  service = await startOidcService(await freePort(), [`${ORIGIN}${accounts.RETURN_PATH}`]);
  provider = await accounts.saveProvider(admin, null, form());
});
afterAll(async () => {
  await service.close();
  await world.close();
});
beforeEach(async () => {
  await sql`delete from accounts_account where provider_id <> 'credential'`.execute(world.ctx.db);
});

const form = () => ({
  kind: 'oidc',
  name: 'Запис області',
  issuer: `${service.issuer}/`,
  clientId: service.clientId,
  clientSecret: service.clientSecret,
  active: true,
});

async function leave(purpose: accounts.Purpose = { for: 'sign-in' }, reach = REACH) {
  const input = { providerId: provider.id, origin: ORIGIN, next: '/cabinet/units', purpose, secure: true };
  return await accounts.leaveFor(visitor, input, reach);
}

const back = (address: string, cookie: string, reach = REACH) =>
  accounts.comeBack(
    visitor,
    new Headers({ cookie }),
    { ...client, query: new URL(address).searchParams, origin: ORIGIN },
    reach,
  );

/** There and back again. */
async function goThrough(account = OLENA, purpose?: accounts.Purpose, session = '') {
  const { address, cookie } = await leave(purpose);
  return await back(await service.visit(address, account), `${cookie.split(';')[0]}; ${session}`);
}

async function sessionOf(email: string): Promise<string> {
  const entered = await accounts.signIn(visitor, { email, password: PASSWORD, ...client });
  return (entered.cookies[0] ?? '').split(';')[0] ?? '';
}

describe('signing in by another service', () => {
  test('asks with state, nonce and PKCE, and lets in the person whose verified e-mail it is', async () => {
    const { address, cookie } = await leave();
    const asked = new URL(address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'portal',
      redirect_uri: `${ORIGIN}/sign-in/return`,
      scope: 'openid email',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(address).not.toContain(service.clientSecret);
    expect(cookie).toMatch(
      /^vidkryto_return=[\w-]{43}; Max-Age=900; Path=\/sign-in\/return; HttpOnly; SameSite=Lax; Secure$/,
    );
    const returned = await service.visit(address, OLENA);
    const { signedIn, next } = await back(returned, cookie.split(';')[0] ?? '');
    expect(next).toBe('/cabinet/units');
    if (signedIn?.step !== 'done') throw new Error('not signed in');
    const headers = new Headers({ cookie: signedIn.cookies[0]?.split(';')[0] ?? '' });
    expect((await accounts.personOfRequest(visitor, headers))?.id).toBe(adminId);
    expect((await world.letters())[0]?.subject).toContain('До вашого запису додано вхід');
    // the same return again, or in another browser, is nobody's
    expect(await refusal(back(returned, cookie.split(';')[0] ?? ''))).toBe('return-over');
    const another = await leave();
    const theirs = await service.visit(another.address, OLENA);
    expect(await refusal(back(theirs, ''))).toBe('return-over');
    expect(await refusal(back(theirs, cookie.split(';')[0] ?? ''))).toBe('return-over');
  });

  test('keeps only our own name of the identity, and registers nobody', async () => {
    await goThrough();
    const { rows } = await sql<Record<string, unknown>>`
      select * from accounts_account where provider_id <> 'credential'`.execute(world.ctx.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      account_id: expect.stringMatching(/^[0-9a-f]{64}$/),
      access_token: null,
      id_token: null,
    });
    expect(JSON.stringify(rows)).not.toContain(OLENA.sub);
    const people = await accounts.listPeople(admin);
    const stranger = { sub: 'stranger', email: 'stranger@rada.example.ua', email_verified: true };
    expect(await refusal(goThrough(stranger))).toBe('not-known-here');
    const pretender = { sub: 'pretender', email: 'olena@rada.example.ua', email_verified: false };
    expect(await refusal(goThrough(pretender))).toBe('not-known-here');
    expect(await accounts.listPeople(admin)).toHaveLength(people.length);
    // once linked, the e-mail may change
    expect((await goThrough({ ...OLENA, email: 'new@example.ua', email_verified: false })).signedIn?.step).toBe('done');
  });

  test('an invitation is accepted by it without any password, once', async () => {
    const [root] = await accounts.listUnits(admin);
    const facts = { name: 'Новенька', email: 'nova@rada.example.ua', role: 'auditor' as const, unitId: root?.id ?? '' };
    const person = await accounts.createPerson(admin, { ...facts, password: PASSWORD });
    const { link } = await accounts.renewInvitation(admin, person.id, { origin: ORIGIN, language: 'uk' });
    const token = new URL(link).searchParams.get('token') ?? '';
    const account = { sub: 'nova', email: 'private@example.com', email_verified: false };
    const { signedIn } = await goThrough(account, { for: 'invitation', token });
    expect(signedIn).toMatchObject({ step: 'done', person: { id: person.id } });
    expect(await refusal(goThrough({ ...account, sub: 'thief' }, { for: 'invitation', token }))).toBe('dead-link');
    expect((await goThrough(account)).signedIn).toMatchObject({ step: 'done', person: { id: person.id } });
  });

  test('is added to one’s own account by who is signed in, and removed by the password', async () => {
    const session = await sessionOf('olena@rada.example.ua');
    const account = { sub: 'private', email: 'private@example.org', email_verified: true };
    const purpose = { for: 'link' as const, personId: adminId };
    expect(await refusal(goThrough(account, purpose))).toBe('signed-out');
    expect((await goThrough(account, purpose, session)).signedIn).toBeNull();
    expect(await accounts.linksOf(admin, adminId)).toEqual([provider.id]);
    expect((await goThrough(account)).signedIn).toMatchObject({ step: 'done', person: { id: adminId } });
    const own = new Headers({ cookie: session });
    const input = { providerId: provider.id, password: 'не той' };
    expect(await refusal(accounts.unlinkProvider(admin, own, input))).toBe('faulty-fields');
    await accounts.unlinkProvider(admin, own, { ...input, password: PASSWORD });
    expect(await refusal(goThrough(account))).toBe('not-known-here');
  });

  test('asks the second step of those who have it', async () => {
    await sql`insert into accounts_two_factor (id, user_id, secret, backup_codes, verified)
      values (gen_random_uuid(), ${adminId}, 'x', 'x', true)`.execute(world.ctx.db);
    const { signedIn } = await goThrough();
    expect(signedIn?.step).toBe('second');
    const cookie = signedIn?.cookies.find((each) => each.startsWith('vidkryto_step='))?.split(';')[0] ?? '';
    expect((await accounts.waitingStep(visitor, new Headers({ cookie })))?.person.id).toBe(adminId);
    await sql`delete from accounts_two_factor`.execute(world.ctx.db);
  });

  test('never asks addresses of the inner network, unless the machine’s settings name the host', async () => {
    expect(await refusal(leave({ for: 'sign-in' }, { trustedHosts: [] }))).toBe('inside-address');
    expect(await refusal(leave({ for: 'sign-in' }, { trustedHosts: ['login.example.ua'] }))).toBe('inside-address');
  });

  test('a service that is off lets nobody in', async () => {
    await accounts.saveProvider(admin, provider.id, { ...form(), active: false });
    expect(await accounts.openProviders(visitor)).toEqual([]);
    expect(await refusal(goThrough())).toBe('no-such-provider');
    await accounts.saveProvider(admin, provider.id, { ...form(), clientSecret: '' });
    expect((await goThrough()).signedIn?.step).toBe('done');
  });
});

describe('the settings of a service', () => {
  test('are the administrator’s; the secret is shown to nobody and goes to no new address', async () => {
    expect(await refusal(accounts.saveProvider(visitor, null, form()))).toBe('signed-out');
    expect(await refusal(accounts.listProviders(visitor))).toBe('signed-out');
    expect(JSON.stringify(await accounts.listProviders(admin))).not.toContain(service.clientSecret);
    const moved = { ...form(), issuer: 'https://evil.example.org', clientSecret: '' };
    expect(await refusal(accounts.saveProvider(admin, provider.id, moved))).toBe('faulty-fields');
    for (const issuer of ['', 'login.example.ua', 'http://login.example.ua', 'https://a.example.ua?x=1', 'ftp://a.ua'])
      expect(await refusal(accounts.saveProvider(admin, null, { ...form(), issuer })), issuer).toBe('faulty-fields');
    const stored = await sql<{ client_secret: string }>`select client_secret from accounts_provider`.execute(
      world.ctx.db,
    );
    expect(JSON.stringify(stored.rows)).not.toContain(service.clientSecret);
    const history = JSON.stringify((await listHistory(world.ctx, {}, { page: 1, size: 500 })).items);
    expect(history).toContain('provider.changed');
    expect(history).not.toContain(service.clientSecret);
    expect(history).not.toContain(OLENA.sub);
  });
});

describe('id.gov.ua, by its published protocol (not tried against the real one)', () => {
  test('leaves РНОКПП nowhere: neither itself nor a digest anybody could count again', async () => {
    const taxNumber = '3141592653';
    const asked: string[] = [];
    const server = await new Promise<Server>((resolve) => {
      const made = createServer((request, response) => {
        asked.push(request.url ?? '');
        const isToken = request.url?.startsWith('/get-access-token');
        response.end(JSON.stringify(isToken ? { access_token: 'a', user_id: 7 } : { drfocode: taxNumber }));
      }).listen(0, '127.0.0.1', () => resolve(made));
    });
    try {
      const { port } = server.address() as { port: number };
      const facts = { ...form(), kind: 'id-gov-ua', name: 'ID.GOV.UA', issuer: `http://127.0.0.1:${port}` };
      const { id } = await accounts.saveProvider(admin, null, facts);
      const session = await sessionOf('olena@rada.example.ua');
      const go = async (purpose: accounts.Purpose) => {
        const input = { providerId: id, origin: ORIGIN, next: '/cabinet', purpose, secure: true };
        const { address, cookie } = await accounts.leaveFor(visitor, input, REACH);
        const state = new URL(address).searchParams.get('state') ?? '';
        return await back(`${ORIGIN}/sign-in/return?code=c&state=${state}`, `${cookie.split(';')[0]}; ${session}`);
      };
      expect(await refusal(go({ for: 'sign-in' }))).toBe('not-known-here');
      await go({ for: 'link', personId: adminId });
      expect((await go({ for: 'sign-in' })).signedIn?.step).toBe('done');
      expect(asked.some((path) => path.includes('fields=drfocode'))).toBe(true);
      const { rows } = await sql`select provider_id, account_id from accounts_account`.execute(world.ctx.db);
      const history = (await listHistory(world.ctx, {}, { page: 1, size: 500 })).items;
      const all = JSON.stringify([rows, history, await world.letters()]);
      const { createHash } = await import('node:crypto');
      const plain = ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(taxNumber).digest('hex'));
      for (const trace of [taxNumber, ...plain]) expect(all).not.toContain(trace);
    } finally {
      server.close();
    }
  });
});
