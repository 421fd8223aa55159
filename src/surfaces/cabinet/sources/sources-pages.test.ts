import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { actorOfPerson, createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { sourceRoutes } from './index.ts';

const FIRST = 'Код;Назва\n1;Вода\n2;Світло\n';

let world: TestContext;
let server: Server;
let address: string;
let dataset: Dataset;
let page: string;
let people: Record<'administrator' | 'responsible' | 'contributor', Person>;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-02T08:00:00+02:00' });
  const unitId = await setUpCommunity(world);
  const make = (role: 'administrator' | 'responsible' | 'contributor', unit: string | null) =>
    createPerson(world.ctx, {
      name: `Роль ${role}`,
      email: `${role}@x.ua`,
      password: 'вербові сережки цвітуть',
      role,
      unitId: unit,
    });
  people = {
    administrator: await make('administrator', null),
    responsible: await make('responsible', unitId),
    contributor: await make('contributor', unitId),
  };
  dataset = await draftDataset(world, unitId, 'Борги', { name: 'borg.csv', text: FIRST, identifier: ['Код'] });
  await publishDataset(world.ctx, dataset.id);
  page = `/cabinet/datasets/${dataset.id}/source/${dataset.resources[0]?.id}`;
  server = createServer((_request, response) => void response.end(FIRST.replace('Світло', 'Газ')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/borg.csv?key=k-12345`;
});
afterAll(async () => {
  server.close();
  await world.close();
});

function site(person: Person | null, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(person ? actorOfPerson(person) : { kind: 'visitor' });
    c.set('visit', { ctx, person, language, profile: null, path, query, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', sourceRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

const FORM = { kind: 'web', auth: 'none', every: 'd', hour: '6' };
const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('a source in the cabinet', () => {
  it('leads from the dataset to its one file; a visitor is asked to sign in', async () => {
    const list = `/cabinet/datasets/${dataset.id}/source`;
    expect((await site(people.responsible).request(list)).headers.get('location')).toBe(page);
    expect((await site(null).request(page)).headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('tells each fault in its place and keeps what was typed, but no secret', async () => {
    const values = { ...FORM, address, auth: 'login', authName: '', secret: 'не-покажемо' };
    const refused = await site(people.responsible).request(page, form(values));
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toContain('веде у внутрішню мережу');
    expect(html).toContain('Вкажіть ім’я користувача');
    expect(html).toContain('key=k-12345');
    expect(html).not.toContain('не-покажемо');
    expect(await text(site(people.responsible, 'en').request(page, form(values)))).toContain('internal network');
  });

  it('an internal server is allowed by an administrator only, and told as a risk', async () => {
    const settings = '/cabinet/settings/sources';
    expect((await site(people.responsible).request(settings)).status).toBe(403);
    expect((await site(people.responsible).request(settings, form({ hosts: '127.0.0.1' }))).status).toBe(403);
    expect(await text(site(people.administrator).request(settings))).toContain('Це ризик');
    for (const hosts of ['169.254.169.254', 'https://files', '8.8.8.8', '10.0.0']) {
      const refused = await site(people.administrator).request(settings, form({ hosts }));
      expect([refused.status, await refused.text()], hosts).toEqual([
        400,
        expect.stringContaining(hosts.split('\n')[0] ?? ''),
      ]);
    }
    const saved = await site(people.administrator).request(settings, form({ hosts: '127.0.0.1\nFiles.Rada.local' }));
    expect(saved.headers.get('location')).toBe(`${settings}?done=saved`);
    expect(await text(site(people.administrator).request(settings))).toContain('files.rada.local');
  });

  it('is set, fetched at once, and shows what came of it', async () => {
    world.clock.set('2026-11-02T08:05:00+02:00'); // the newest file is told by its time
    const mine = site(people.responsible);
    const saved = await mine.request(
      page,
      form({ ...FORM, address, auth: 'login', authName: 'open', secret: 's-9876' }),
    );
    expect(saved.headers.get('location')).toBe(`${page}?done=saved`);
    expect((await mine.request(`${page}/now`, form({}))).headers.get('location')).toBe(`${page}?done=asked`);
    expect(await text(mine.request(page))).toContain('чекає черги');
    await world.runJobs();
    const html = await text(mine.request(page));
    expect(html).toContain('опубліковано');
    expect(html.slice(html.indexOf('id="loads"'), html.indexOf('id="form"')).replace(/<[^>]+>/g, ' ')).toMatch(
      /версія\s2/,
    );
    expect(html).toContain('щодня о 06:00');
    expect(html).toContain('Роль responsible');
    expect(html).not.toContain('s-9876');
    expect(await text(site(people.responsible, 'en').request(page))).toContain('every day at 06:00');
  });

  it('who may not publish sees how it is, without the query of the address, and changes nothing', async () => {
    const theirs = site(people.contributor);
    const html = await text(theirs.request(page));
    expect(html).toContain('Джерело задає той, хто публікує набір');
    expect(html).not.toContain('k-12345');
    for (const deed of ['', '/now', '/off', '/on', '/remove', '/host-key']) {
      expect((await theirs.request(`${page}${deed}`, form({ ...FORM, address }))).status, deed).toBe(403);
    }
  });

  it('is switched off and on, and removed', async () => {
    const mine = site(people.responsible);
    await mine.request(`${page}/off`, form({}));
    expect(await text(mine.request(page))).toContain('вимкнено');
    await mine.request(`${page}/on`, form({}));
    expect(await text(mine.request(page))).toContain('Наступного разу');
    expect(await text(mine.request(page))).toContain('Адресу, розклад і пароль доведеться вказати знову');
    const removed = await mine.request(`${page}/remove`, form({}));
    expect(await text(mine.request(removed.headers.get('location') ?? ''))).toContain('Джерело прибрано');
    expect(await text(mine.request(page))).toContain('Задати джерело');
    expect((await mine.request(`${page}/now`, form({}))).status).toBe(404);
  });
});
