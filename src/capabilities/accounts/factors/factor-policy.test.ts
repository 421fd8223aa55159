import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { listHistory } from '../../history/index.ts';
import * as accounts from '../index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const EMAIL = 'olena@rada.example.ua';

let world: TestContext;
let admin: Context;
let clerk: accounts.Person;

const refusal = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

beforeAll(async () => {
  world = await makeTestContext();
  const made = await accounts.setUp(world.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена Петренко', email: EMAIL, password: PASSWORD },
  });
  if (made.administrator === null) throw new Error('nobody was made');
  admin = world.as(accounts.actorOfPerson(made.administrator));
  const facts = { name: 'Ігор Гай', email: 'ihor@rada.example.ua', password: PASSWORD, unitId: made.root.id };
  clerk = await accounts.createPerson(admin, { ...facts, role: 'responsible' });
});
afterAll(() => world.close());

describe('the second step', () => {
  test('is asked of nobody until an administrator says of whom, and how soon', async () => {
    expect((await accounts.factorPolicy(admin)).roles).toEqual([]);
    const asClerk = world.as(accounts.actorOfPerson(clerk));
    const wanted = { roles: ['administrator', 'responsible', 'emperor'], graceDays: 7 };
    expect(await refusal(accounts.changeFactorPolicy(asClerk, wanted))).toBe('not-permitted');
    for (const graceDays of [-1, 1.5, 91, Number.NaN])
      expect(await refusal(accounts.changeFactorPolicy(admin, { ...wanted, graceDays }))).toBe('faulty-fields');
    world.clock.set('2030-11-01T10:00:00Z');
    await accounts.changeFactorPolicy(admin, wanted);
    world.clock.set('2030-11-05T10:00:00Z');
    await accounts.changeFactorPolicy(admin, { roles: ['responsible'], graceDays: 3 }); // narrower: days go on
    const policy = await accounts.factorPolicy(admin);
    expect(policy).toEqual({ roles: ['responsible'], graceDays: 3, since: new Date('2030-11-01T10:00:00Z') });
    const old = { hasFactor: false, createdAt: new Date('2030-01-01T00:00:00Z') };
    expect(accounts.factorDueAt(policy, clerk, old)).toEqual(new Date('2030-11-04T10:00:00Z'));
    const fresh = { hasFactor: false, createdAt: new Date('2030-11-20T00:00:00Z') };
    expect(accounts.factorDueAt(policy, clerk, fresh)).toEqual(new Date('2030-11-23T00:00:00Z'));
    expect(accounts.factorDueAt(policy, clerk, { ...old, hasFactor: true })).toBeNull();
    expect(accounts.factorDueAt({ ...policy, roles: ['auditor'] }, clerk, old)).toBeNull();
  });

  test('is taken off, and sessions are ended, by who manages people; the person is told', async () => {
    await sql`update accounts_user set two_factor_enabled = true where id = ${clerk.id}`.execute(world.ctx.db);
    await sql`insert into accounts_two_factor (id, user_id, secret, backup_codes)
      values (gen_random_uuid(), ${clerk.id}, 'x', 'x')`.execute(world.ctx.db);
    await sql`insert into accounts_session (id, token, user_id, expires_at, created_at, updated_at)
      values (gen_random_uuid(), 'token of a session', ${clerk.id}, '2031-01-01', now(), now())`.execute(world.ctx.db);
    const asClerk = world.as(accounts.actorOfPerson(clerk));
    expect(await refusal(accounts.resetFactors(asClerk, clerk.id))).toBe('not-permitted');
    expect(await refusal(accounts.endSessionsOf(asClerk, clerk.id))).toBe('not-permitted');
    expect(await refusal(accounts.countSessionsOf(asClerk, clerk.id))).toBe('not-permitted');
    expect(await accounts.countSessionsOf(admin, clerk.id)).toBe(1);
    expect(await accounts.endSessionsOf(admin, clerk.id)).toBe(1);
    await accounts.resetFactors(admin, clerk.id);
    expect(await accounts.factorsOf(admin, clerk.id)).toEqual({ totp: false, passkeys: 0 });
    expect((await world.letters())[0]).toMatchObject({ to: clerk.email, subject: expect.stringContaining('знято') });
    const input = { email: clerk.email, password: PASSWORD, userAgent: '', address: '10.0.0.1' };
    expect((await accounts.signIn(world.as(VISITOR), input)).step).toBe('done');
    const { items } = await listHistory(world.ctx, { subjectId: clerk.id }, { page: 1, size: 10 });
    expect(items.find(({ deed }) => deed === 'factor.reset')).toMatchObject({
      actor: { name: 'Олена Петренко' },
      before: { codes: true, passkeys: 0 },
    });
    expect(await refusal(accounts.resetFactors(admin, '01a22708-386d-720e-bcad-83b65aab92cc'))).toBe('no-such-person');
  });
});
