import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { actorOfPerson, communityProfile, setUp, setUpState, signIn } from '../../capabilities/accounts/index.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { runUser } from './user.ts';

const PASSWORD = 'вербові сережки цвітуть';
let world: TestContext;
beforeAll(async () => {
  world = await makeTestContext();
});
afterAll(() => world.close());

async function user(argv: string, typed = ''): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  async function* input() {
    const bytes = Buffer.from(typed);
    // cut in the middle of a letter, as a pipe may
    yield bytes.subarray(0, 3);
    yield bytes.subarray(3);
  }
  const streams = {
    input: input(),
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
  };
  const code = await runUser(argv.split(' '), world.ctx, streams);
  return { code, out, error };
}

test('makes an administrator on an empty system, who alone may then set it up', async () => {
  const made = await user(
    'create --email admin@rada.example.ua --name Олена --role administrator --password-stdin',
    `${PASSWORD}\n`,
  );
  expect(made).toMatchObject({ code: 0, error: '' });
  const visitor = world.as(VISITOR);
  const opened = await signIn(visitor, {
    email: 'admin@rada.example.ua',
    password: PASSWORD,
    userAgent: '',
    address: 'a',
  });
  if (opened.step !== 'done') throw new Error('a second step waits');
  const { person } = opened;
  expect(await setUpState(visitor)).toBe('peopled');
  const community = { name: 'Громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
  const thief = setUp(visitor, { community, administrator: { name: 'Х', email: 'x@example.ua', password: PASSWORD } });
  await expect(thief).rejects.toMatchObject({ code: 'signed-out' });
  await setUp(world.as(actorOfPerson(person)), { community, administrator: null });
  expect(await communityProfile(visitor)).toMatchObject({ name: 'Громада', edrpou: '04054228' });
});

test('lists people, and tells refusals in both languages', async () => {
  expect((await user('list')).out).toContain('admin@rada.example.ua\tОлена\tadministrator');
  const people: unknown = JSON.parse((await user('list --json')).out);
  expect(people).toMatchObject([{ name: 'Олена', active: true }]);
  const weak = await user(
    'create --email b@rada.example.ua --name Б --role administrator --password-stdin',
    '123456789012\n',
  );
  expect(weak.code).toBe(1);
  expect(weak.error).toMatch(/серед відомих з витоків[\s\S]*known from leaks/);
  expect(weak.error + weak.out).not.toContain('123456789012');
  const noUnit = await user(
    'create --email b@rada.example.ua --name Б --role contributor --password-stdin',
    `${PASSWORD}\n`,
  );
  expect(noUnit).toMatchObject({ code: 1 });
});

test.each([
  '',
  'create',
  'create --email a@b.ua --password x',
  'create --email a@b.ua --name А --role king --password-stdin',
  'remove',
])('called wrongly: «%s»', async (argv) => {
  const { code, error } = await user(argv);
  expect(code).toBe(2);
  expect(error).toContain('vidkryto user create');
});
