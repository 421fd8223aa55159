import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { actorOfPerson, checkWeights, createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import { listHistory } from '../../../capabilities/history/index.ts';
import { latestReading } from '../../../capabilities/ingest/index.ts';
import { publicationFaults } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { checkWeightRoutes } from './index.ts';

const PAGE = '/cabinet/settings/checks';

let world: TestContext;
let administrator: Person;
let unitId: string;
beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  const password = 'вербові сережки цвітуть';
  administrator = await createPerson(world.ctx, {
    ...{ name: 'Адміністратор', email: 'a@x.ua', password, role: 'administrator', unitId: null },
  });
});
afterAll(() => world.close());

function site(person: Person): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(actorOfPerson(person));
    c.set('visit', { ctx, person, language: 'uk', profile: null, path, query, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', checkWeightRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

it('the community makes an error of what was worth a look, and a file is held back by it', async () => {
  const app = site(administrator);
  expect(await (await app.request(PAGE)).text()).toContain('Усі перевірки мають звичайну вагу.');
  const saved = await app.request(PAGE, form({ 'weight.sparse-column': 'warning', 'weight.duplicate-row': 'error' }));
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${PAGE}?done=saved`]);
  expect((await checkWeights(world.ctx))['duplicate-row']).toBe('error');
  expect(await (await app.request(PAGE)).text()).toContain('Змінено: ');
  const { items } = await listHistory(world.as(actorOfPerson(administrator)), {}, { page: 1, size: 5 });
  expect(items.map(({ deed }) => deed)).toContain('checks.weighed');
  const text = 'код,назва,учнів\n1,Школа № 1,310\n1,Школа № 1,310\n2,Школа № 2,120\n';
  const dataset = await draftDataset(world, unitId, 'Школи громади', { name: 'школи.csv', text });
  const reading = await latestReading(world.ctx, dataset.resources[0]?.id ?? '');
  const repeated = reading?.mended?.inspection.findings.find(({ code }) => code === 'duplicate-row');
  expect(repeated?.severity).toBe('error');
  const faults = await publicationFaults(world.ctx, dataset.id);
  expect(faults.map(({ text: { uk } }) => uk).join(' ')).toContain(repeated?.message.uk);
});

it('what a norm asks for is not made advice, and other words are no weight', async () => {
  const app = site(administrator);
  const before = await checkWeights(world.ctx);
  const forbidden = await app.request(PAGE, form({ 'weight.duplicate-row': 'grave' }));
  expect([forbidden.status, await forbidden.text()]).toEqual([400, expect.stringContaining('Такої ваги перевірки')]);
  expect(await checkWeights(world.ctx)).toEqual(before);
  await app.request(PAGE, form({ reset: '1' }));
  expect(await checkWeights(world.ctx)).toEqual({});
});
