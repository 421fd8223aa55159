import { setTimeout } from 'node:timers/promises';
import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { listHistory } from '../../history/index.ts';
import * as accounts from '../index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const COMMUNITY = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
const EMAIL = 'olena@rada.example.ua';

let world: TestContext;
let visitor: Context;
/** The person's own actions. */
let own: Context;
let personId: string;

/** What a browser holds. */
class Jar {
  readonly #held = new Map<string, string>();

  take(cookies: readonly string[]): this {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const name = pair.split('=')[0] ?? '';
      if (/Max-Age=0/i.test(cookie)) this.#held.delete(name);
      else this.#held.set(name, pair.slice(name.length + 1));
    }
    return this;
  }

  get headers(): Headers {
    return new Headers({ cookie: [...this.#held].map(([name, value]) => `${name}=${value}`).join('; ') });
  }
}

const client = (address = '10.0.0.1') => ({ userAgent: 'Firefox/145.0 Linux', address });
const refusal = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function enter(jar: Jar, address?: string, password = PASSWORD): Promise<accounts.SignedIn> {
  const input = { email: EMAIL, password, ...client(address), headers: jar.headers };
  const answer = await accounts.signIn(visitor, input);
  jar.take(answer.cookies);
  return answer;
}

const finish = async (jar: Jar, code: string, address?: string): Promise<accounts.SignedIn> => {
  const answer = await accounts.finishByCode(visitor, jar.headers, { code, ...client(address) });
  jar.take(answer.cookies);
  return answer;
};

/** The key as a phone reads it from the picture. */
function phoneOf({ uri }: accounts.TotpKey): (ahead?: number) => Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const otp = createOTP(new TextDecoder().decode(new Uint8Array(bytes)));
  return async (ahead = 0) => {
    // a code of the last seconds of its half minute would be a step older when it is looked at
    const left = 30_000 - (Date.now() % 30_000);
    if (left < 3_000) await setTimeout(left);
    return await otp.hotp(Math.floor(Date.now() / 30_000) + ahead);
  };
}

/** Turns codes on. @returns the phone and the recovery codes */
async function turnOn(jar: Jar) {
  await accounts.beginTotp(own, jar.headers, PASSWORD);
  const key = await accounts.waitingTotp(own, jar.headers, 'data.example.ua');
  if (key === null) throw new Error('no key waits');
  const phone = phoneOf(key);
  const { cookies, codes } = await accounts.confirmTotp(own, jar.headers, { code: await phone(-1), ...client() });
  jar.take(cookies);
  return { phone, codes, key };
}

beforeAll(async () => {
  world = await makeTestContext();
  visitor = world.as(VISITOR);
  const administrator = { name: 'Олена Петренко', email: EMAIL, password: PASSWORD };
  const made = await accounts.setUp(visitor, { community: COMMUNITY, administrator });
  if (made.administrator === null) throw new Error('nobody was made');
  own = world.as(accounts.actorOfPerson(made.administrator));
  personId = made.administrator.id;
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of ['accounts_two_factor', 'accounts_spent_code', 'accounts_attempt', 'accounts_device'])
    await sql`delete from ${sql.table(table)}`.execute(world.ctx.db);
  await sql`update accounts_user set two_factor_enabled = false`.execute(world.ctx.db);
});

describe('codes of a phone', () => {
  test('count only once one of them was typed; then the password alone lets nobody in', async () => {
    const jar = new Jar();
    expect((await enter(jar)).step).toBe('done');
    await accounts.beginTotp(own, jar.headers, PASSWORD);
    expect((await enter(new Jar())).step).toBe('done');
    const key = await accounts.waitingTotp(own, jar.headers, 'data.example.ua');
    expect(key?.uri).toMatch(
      /^otpauth:\/\/totp\/data\.example\.ua:olena%40rada\.example\.ua\?secret=[A-Z2-7]{52}&issuer=data\.example\.ua&digits=6&period=30$/,
    );
    expect(key?.key.replaceAll(' ', '')).toBe(new URL(key?.uri ?? '').searchParams.get('secret'));
    const wrong = accounts.confirmTotp(own, jar.headers, { code: '000000', ...client() });
    expect(await refusal(wrong)).toBe('faulty-fields');
    await turnOn(jar);
    expect(await accounts.factorsOf(own, personId)).toEqual({ totp: true, passkeys: 0 });
    expect(await accounts.waitingTotp(own, jar.headers, 'data.example.ua')).toBeNull(); // the key is shown no more
    expect((await accounts.personOfRequest(visitor, jar.headers))?.id).toBe(personId);
    const other = new Jar();
    expect((await enter(other)).step).toBe('second');
    expect(await accounts.personOfRequest(visitor, other.headers)).toBeNull();
    expect((await accounts.waitingStep(visitor, other.headers))?.person.id).toBe(personId);
  });

  test('work once each, and a wrong one leaves the step open', async () => {
    const jar = new Jar();
    await enter(jar);
    const { phone } = await turnOn(jar);
    const first = new Jar();
    await enter(first);
    expect(await refusal(finish(first, await phone(-1)))).toBe('faulty-fields'); // spent by turning on
    expect(await refusal(finish(first, 'абв'))).toBe('faulty-fields');
    expect((await finish(first, await phone())).step).toBe('done');
    expect((await accounts.personOfRequest(visitor, first.headers))?.id).toBe(personId);
    const second = new Jar();
    await enter(second);
    expect(await refusal(finish(second, await phone()))).toBe('faulty-fields');
    const next = await phone(1);
    const racers = await Promise.all(
      [second, await jarAtStep()].map((each) => refusal(finish(each, `${next.slice(0, 3)} ${next.slice(3)}`))),
    );
    expect(racers.toSorted()).toEqual(['done', 'faulty-fields']);
    expect(await refusal(finish(first, '123456'))).toBe('step-over');
  });

  const jarAtStep = async (): Promise<Jar> => {
    const jar = new Jar();
    await enter(jar);
    return jar;
  };

  test('are guessed ten times, not more, by all strangers together; the owner is told and gets in from a known device', async () => {
    const jar = new Jar();
    await enter(jar);
    const { phone, codes } = await turnOn(jar);
    const before = (await world.letters()).length;
    const answers: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const thief = new Jar();
      await enter(thief, `10.66.0.${at}`);
      answers.push(await refusal(finish(thief, '000000', `10.66.0.${at}`)));
    }
    expect(answers.filter((answer) => answer === 'faulty-fields')).toHaveLength(10);
    expect(answers.slice(-2)).toEqual(['too-many-tries', 'too-many-tries']);
    const letters = await world.letters();
    expect(letters).toHaveLength(before + 1);
    expect(letters[0]).toMatchObject({ to: EMAIL, subject: expect.stringContaining('Хтось знає ваш пароль') });
    await enter(jar); // its device cookie is known
    expect((await finish(jar, await phone(1))).step).toBe('done');
    const stranger = await jarAtStep();
    expect(await refusal(finish(stranger, await phone()))).toBe('too-many-tries');
    expect((await finish(stranger, codes[0] ?? '')).step).toBe('done');
  });

  test('are turned off, and recovery codes renewed, by who knows the password', async () => {
    const jar = new Jar();
    await enter(jar);
    const { codes } = await turnOn(jar);
    expect(await refusal(accounts.turnOffTotp(own, jar.headers, 'не той пароль'))).toBe('faulty-fields');
    expect(await refusal(accounts.renewRecoveryCodes(own, jar.headers, ''))).toBe('faulty-fields');
    expect(await refusal(accounts.beginTotp(own, jar.headers, PASSWORD))).toBe('faulty-fields'); // on already
    const fresh = await accounts.renewRecoveryCodes(own, jar.headers, PASSWORD);
    expect(await refusal(finish(await jarAtStep(), codes[0] ?? ''))).toBe('faulty-fields');
    expect((await finish(await jarAtStep(), fresh[0] ?? '')).step).toBe('done');
    await accounts.turnOffTotp(own, jar.headers, PASSWORD);
    expect((await enter(new Jar())).step).toBe('done');
    expect(await accounts.factorsOf(own, personId)).toEqual({ totp: false, passkeys: 0 });
  });
});

describe('recovery codes', () => {
  test('let in once each, however they are typed', async () => {
    const jar = new Jar();
    await enter(jar);
    const { codes } = await turnOn(jar);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/);
    const [code = '', other = ''] = codes;
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')}`;
    const [first, second] = [new Jar(), new Jar()];
    await enter(first);
    await enter(second);
    const racers = await Promise.all([first, second].map((each) => refusal(finish(each, typed))));
    expect(racers.toSorted()).toEqual(['done', 'faulty-fields']);
    const third = new Jar();
    await enter(third);
    expect(await refusal(finish(third, code))).toBe('faulty-fields');
    expect((await finish(third, other)).step).toBe('done');
  });

  test('a forged or foreign step is no step', async () => {
    const jar = new Jar();
    await enter(jar);
    const { phone } = await turnOn(jar);
    await enter(jar);
    const value = /vidkryto_step=([^;]+)/.exec(jar.headers.get('cookie') ?? '')?.[1] ?? '';
    const forged = new Headers({ cookie: `vidkryto_step=${value.slice(0, -8)}AAAA%3D%3D` });
    const code = await phone();
    expect(await refusal(accounts.finishByCode(visitor, forged, { code, ...client() }))).toBe('step-over');
    expect(await refusal(accounts.finishByCode(visitor, new Headers(), { code, ...client() }))).toBe('step-over');
    await sql`update accounts_verification set expires_at = expires_at - interval '11 minutes'`.execute(world.ctx.db);
    expect(await refusal(finish(jar, code))).toBe('step-over');
  });
});

test('nothing of it but the deeds reaches the history', async () => {
  const jar = new Jar();
  await enter(jar);
  const { codes, key, phone } = await turnOn(jar);
  const typed = await phone();
  const second = new Jar();
  await enter(second);
  await finish(second, typed);
  const { items } = await listHistory(world.ctx, { subjectId: personId }, { page: 1, size: 1000 });
  expect(items[0]).toMatchObject({ deed: 'person.signed-in', after: { way: 'code' } });
  expect(items.map(({ deed }) => deed)).toContain('factor.codes-on');
  const all = JSON.stringify(items);
  for (const secret of [...codes, key.key, key.key.replaceAll(' ', ''), typed]) expect(all).not.toContain(secret);
});
