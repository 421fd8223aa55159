import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { appoint, createPerson, startAbsence } from '../../../capabilities/accounts/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { responsibleRoutes } from './responsible-routes.tsx';

let world: TestContext;
let app: Hono<SurfaceEnv>;
let unitId: string;

const PASSWORD = 'вербові сережки цвітуть';
const TERMS = {
  role: 'responsible' as const,
  functions: ['publish', 'access'] as const,
  datasetIds: null,
  post: 'Головна спеціалістка',
  officeEmail: 'data@rada.example.ua',
  officePhone: '+380 44 123 45 67',
  from: '2026-01-01',
  to: null,
  substituteId: null,
  order: null,
};
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00Z' });
  unitId = await setUpCommunity(world);
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    c.set('visit', {
      ctx: world.as(VISITOR),
      person: null,
      language: 'uk',
      profile: null,
      path: pathname,
      query: searchParams,
      origin: 'http://localhost',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', responsibleRoutes());
});
afterAll(() => world.close());

const textOf = async (path: string) => (await app.request(path)).text();

test('tells whom to ask, by office contacts only, as a page and as data', async () => {
  expect(await textOf('/responsible')).toContain('ще не визначено');
  const who = { kind: 'new' as const, name: 'Ганна Мальва', email: 'private.hanna@x.ua', password: null };
  const made = await appoint(world.ctx, { who, unitIds: [unitId], terms: TERMS }, LINKS);
  const helper = { name: 'Помічник Таємний', email: 'helper@x.ua', password: PASSWORD, unitId };
  await createPerson(world.ctx, { ...helper, role: 'contributor' });
  const bare = { name: 'Богдан Журавель', email: 'private.bohdan@x.ua', password: PASSWORD, unitId };
  await createPerson(world.ctx, { ...bare, role: 'responsible' });
  for (const path of ['/responsible', '/responsible.json', '/responsible.csv']) {
    const text = await textOf(path);
    for (const shown of ['Ганна Мальва', 'Головна спеціалістка', 'data@rada.example.ua', 'Богдан Журавель']) {
      expect(text, path).toContain(shown);
    }
    for (const hidden of ['private.hanna', 'private.bohdan', 'Таємний']) expect(text, path).not.toContain(hidden);
  }
  expect(JSON.parse(await textOf('/responsible.json'))[0]).toMatchObject({ allDatasets: true });
  await startAbsence(world.ctx, made.person?.id ?? '', {
    kind: 'mobilised',
    from: '2026-11-23',
    to: null,
    substituteId: null,
  });
  expect(await textOf('/responsible')).not.toContain('Ганна Мальва');
});
