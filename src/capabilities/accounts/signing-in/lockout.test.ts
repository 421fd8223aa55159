import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import * as accounts from '../index.ts';
import { countAttempt } from './attempt-store.ts';

const PASSWORD = 'вербові сережки цвітуть';
const EMAIL = 'olena@rada.example.ua';

let world: TestContext;

beforeAll(async () => {
  world = await makeTestContext();
  await accounts.setUp(world.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена Петренко', email: EMAIL, password: PASSWORD },
  });
});
afterAll(() => world.close());

async function enter(address: string, password: string, cookie = ''): Promise<string | readonly string[]> {
  const headers = new Headers({ cookie });
  const input = { email: EMAIL, password, userAgent: '', address, headers };
  return accounts.signIn(world.as(VISITOR), input).then(
    ({ cookies }) => cookies,
    (error: { code?: string }) => error.code ?? String(error),
  );
}

test('a device its owner signed in from gets in, whatever strangers do elsewhere or behind the same address', async () => {
  const [session, device = ''] = await enter('10.0.0.1', PASSWORD);
  expect(session).toContain('vidkryto_session=');
  expect(device).toMatch(/^vidkryto_device=[\w-]{32}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
  const known = device.split(';')[0] ?? '';
  const guesses: (string | readonly string[])[] = [];
  for (let at = 0; at < 56; at += 1) guesses.push(await enter(`10.7.0.${at % 8}`, `здогад ${at}`));
  // one was the owner's own, before
  expect(guesses.filter((answer) => answer === 'wrong-password')).toHaveLength(49);
  expect(guesses.slice(-7)).toEqual(Array.from({ length: 7 }, () => 'too-many-tries'));
  for (let at = 0; at < 200; at += 1)
    await countAttempt(world.ctx, { deed: 'sign-in', address: '10.0.0.1', email: '' });
  expect(await enter('10.0.0.1', PASSWORD)).toBe('too-many-tries');
  expect(await enter('10.0.0.1', PASSWORD, 'vidkryto_device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBe('too-many-tries');
  expect(await enter('10.0.0.1', PASSWORD, known)).toHaveLength(2);
});

test('the owner is written to once a day about many wrong passwords; nobody is, where nobody is', async () => {
  const letters = await world.letters();
  expect(letters.filter(({ subject }) => subject.includes('Хтось добирає ваш пароль'))).toHaveLength(1);
  expect(letters[0]).toMatchObject({ to: EMAIL });
  expect(letters[0]?.body).toContain('20 разів');
  expect(letters[0]?.body).not.toContain('здогад');
});

test('a known device is no way to guess without end', async () => {
  const [, device = ''] = await enter('10.0.0.2', PASSWORD, '').then((answer) =>
    typeof answer === 'string' ? [] : answer,
  );
  expect(device).toBe(''); // strangers have spent the budget of strange devices
  await world.ctx.db.deleteFrom('accounts_attempt' as never).execute();
  const [, fresh = ''] = await enter('10.0.0.2', PASSWORD);
  const answers: unknown[] = [];
  for (let at = 0; at < 11; at += 1) answers.push(await enter(`10.9.0.${at}`, 'не той', fresh.split(';')[0]));
  expect(answers.at(-2)).toBe('wrong-password');
  expect(answers.at(-1)).toBe('too-many-tries');
});
