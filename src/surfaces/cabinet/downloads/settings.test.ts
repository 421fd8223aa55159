import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import {
  actorOfPerson,
  createPerson,
  formatProfile,
  type Person,
  type Role,
} from '../../../capabilities/accounts/index.ts';
import { listHistory } from '../../../capabilities/history/index.ts';
import { downloadSettings } from '../../../capabilities/tables/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { downloadSettingsRoutes } from './index.ts';

const PAGE = '/cabinet/settings/downloads';

let world: TestContext;
let people: Record<'administrator' | 'responsible', Person>;
beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const make = (role: Role, unit: string | null) =>
    createPerson(world.ctx, {
      name: role,
      email: `${role}@x.ua`,
      password: 'вербові сережки цвітуть',
      role,
      unitId: unit,
    });
  people = { administrator: await make('administrator', null), responsible: await make('responsible', unitId) };
});
afterAll(() => world.close());

function site(person: Person, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(actorOfPerson(person));
    c.set('visit', { ctx, person, language, profile: null, path, query, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', downloadSettingsRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

it('an administrator chooses the decimal sign and Parquet, and the history says so', async () => {
  expect(await downloadSettings(world.ctx)).toEqual({ decimalSign: 'dot', parquet: true });
  const page = await (await site(people.administrator).request(PAGE)).text();
  expect(page).toContain('Десятковий знак у CSV');
  expect(page).toContain('Положення про відкриті дані м. Дрогобича, п. 2.4');
  await site(people.administrator).request(PAGE, form({ decimalSign: 'dot', parquet: 'on', formats: 'regulation' }));
  expect((await formatProfile(world.ctx)).name).toBe('regulation');
  const saved = await site(people.administrator).request(PAGE, form({ decimalSign: 'comma' }));
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${PAGE}?done=saved`]);
  expect(await downloadSettings(world.ctx)).toEqual({ decimalSign: 'comma', parquet: false });
  await site(people.administrator).request(PAGE, form({ decimalSign: 'semicolon', parquet: 'on' }));
  expect(await downloadSettings(world.ctx)).toEqual({ decimalSign: 'comma', parquet: true });
  const { items } = await listHistory(world.as(actorOfPerson(people.administrator)), {}, { page: 1, size: 5 });
  expect(items.filter(({ deed }) => deed === 'downloads.changed')).toHaveLength(2);
  expect(await (await site(people.administrator, 'en').request(PAGE)).text()).toContain('Decimal sign in CSV');
});

it('a publisher may not', async () => {
  expect((await site(people.responsible).request(PAGE)).status).toBe(403);
  expect((await site(people.responsible).request(PAGE, form({ decimalSign: 'dot' }))).status).toBe(403);
  expect((await downloadSettings(world.ctx)).decimalSign).toBe('comma');
});
