import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/text.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { cityHubRoutes } from './index.ts';

let test: TestContext;
let administrator: Person | null;
let contributor: Person;

beforeAll(async () => {
  test = await makeTestContext();
  const made = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  administrator = made.administrator;
  contributor = await createPerson(test.ctx, {
    name: 'Іван',
    email: 'i@rada.example.ua',
    role: 'contributor',
    unitId: made.root.id,
    password: 'вербові сережки цвітуть',
  });
});
afterAll(() => test.close());

async function hub(person: Person | null, language: Language = 'uk'): Promise<string> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person, language, profile: null, path: pathname, query: searchParams, origin: 'http://localhost' };
    c.set('visit', { ...visit, ctx: test.ctx, requestId: 'test' });
    await next();
  });
  app.route('/', cityHubRoutes());
  return await (await app.request('/cabinet/city')).text();
}

it('leads each person to what their appointments open, and to nothing more', async () => {
  const whole = await hub(administrator);
  for (const path of ['/cabinet/units', '/cabinet/search-words', '/cabinet/code-lists'])
    expect(whole).toContain(`href="${path}"`);
  const part = await hub(contributor);
  expect(part).toContain('href="/cabinet/code-lists"');
  expect(part).not.toContain('href="/cabinet/units"');
  expect(part).not.toContain('href="/cabinet/search-words"');
});

it('marks its place in the navigation and speaks the second language', async () => {
  expect(await hub(administrator)).toMatch(/<a href="\/cabinet\/city" aria-current="page">\s*Громада/);
  expect(await hub(administrator, 'en')).toContain('What words people search by and what they find.');
});
