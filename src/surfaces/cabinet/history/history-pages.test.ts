import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import {
  actorOfPerson,
  createPerson,
  createUnit,
  type Person,
  type Role,
} from '../../../capabilities/accounts/index.ts';
import { changePassport, createDataset } from '../../../capabilities/catalog/index.ts';
import { listHistory, verifyHistory } from '../../../capabilities/history/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { historyRoutes } from './index.ts';

let world: TestContext;
let people: Record<'admin' | 'clerk' | 'auditor' | 'neighbour', Person>;
let datasetId: string;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  const unitId = await setUpCommunity(world);
  const transport = await createUnit(world.ctx, { name: 'Відділ транспорту', parentId: unitId });
  const culture = await createUnit(world.ctx, { name: 'Відділ культури', parentId: unitId });
  const make = (name: string, role: Role, unit: string | null) =>
    createPerson(world.ctx, { name, email: `${name}@x.ua`, password: 'вербові сережки цвітуть', role, unitId: unit });
  people = {
    admin: await make('admin', 'administrator', null),
    clerk: await make('clerk', 'responsible', transport.id),
    auditor: await make('auditor', 'auditor', transport.id),
    neighbour: await make('neighbour', 'auditor', culture.id),
  };
  const clerk = { ...world.as(actorOfPerson(people.clerk)), via: { kind: 'page', address: '192.0.2.7' } as const };
  const resource = { kind: 'link' as const, title: 'Автобуси', url: 'https://transport.verbivka.example/gtfs' };
  const dataset = await createDataset(clerk, { unitId: transport.id, title: 'Розклад автобусів', resource });
  datasetId = dataset.id;
  await changePassport(clerk, dataset.id, { ...dataset.passport, description: 'Дзвоніть 050 000 00 00' });
});
afterAll(() => world.close());

function site(person: Person | null, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(person ? actorOfPerson(person) : VISITOR);
    const asked = { ctx, person, language, path, query, method: c.req.method };
    c.set('visit', { ...asked, profile: null, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', historyRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

async function text(app: Hono<SurfaceEnv>, path: string, status = 200): Promise<string> {
  const answer = await app.request(path);
  const found = await answer.text();
  expect(answer.status, `${path}\n${found.slice(0, 800)}`).toBe(status);
  return found;
}

const changeOfPassport = async () =>
  (await listHistory(world.ctx, { deed: 'passport.changed' }, { size: 1 })).items[0]?.id ?? '';

describe('the history', () => {
  it('of a dataset is read by those who may edit it, without network addresses', async () => {
    const page = await text(site(people.clerk), `/cabinet/datasets/${datasetId}/history`);
    expect(page).toContain('Змінено паспорт набору');
    expect(page).toContain('сторінка');
    expect(page).not.toContain('192.0.2.7');
    expect(await text(site(people.auditor), `/cabinet/datasets/${datasetId}/history`)).toContain('192.0.2.7');
    await text(site(people.neighbour), `/cabinet/datasets/${datasetId}/history`, 403);
    await text(site(people.clerk), '/cabinet/history', 403);
  });

  it('of their units is read by auditors, of everything by those of the whole system', async () => {
    expect(await text(site(people.auditor), '/cabinet/history')).toContain('Розклад автобусів');
    expect(await text(site(people.neighbour), '/cabinet/history')).not.toContain('Розклад автобусів');
    const id = await changeOfPassport();
    expect(await text(site(people.auditor, 'en'), `/cabinet/history/${id}`)).toContain('Passport of a dataset changed');
    await text(site(people.neighbour), `/cabinet/history/${id}`, 403);
    const exported = await text(site(people.neighbour), '/cabinet/history.jsonl');
    expect(exported).not.toContain('Розклад автобусів');
    expect(await text(site(people.auditor), '/cabinet/history?q=автобус')).toContain('Змінено паспорт набору');
    expect(await text(site(people.auditor), '/cabinet/history?q=тролейбус')).toContain('Таких записів немає');
  });

  it('loses a content only by an administrator who says why, by which order, and is sure', async () => {
    const id = await changeOfPassport();
    const path = `/cabinet/history/${id}/erase`;
    const whole = { reason: 'У запис потрапив телефон', order: 'розпорядження № 5-р', sure: 'on' };
    expect((await site(people.auditor).request(path, form(whole))).status).toBe(403);
    const { sure: _, ...unsure } = whole;
    for (const typed of [unsure, { ...whole, reason: ' ' }, { ...whole, order: '' }]) {
      const answer = await site(people.admin).request(path, form(typed));
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(typed.order);
    }
    expect(await text(site(people.admin), `/cabinet/history/${id}`)).toContain('050 000 00 00');
    const done = await site(people.admin).request(path, form(whole));
    expect(done.headers.get('location')).toBe(`/cabinet/history/${id}?done=erased`);
    const after = await text(site(people.admin), `/cabinet/history/${id}?done=erased`);
    expect(after).not.toMatch(/050 000 00 00|192\.0\.2\.7/);
    expect(after).toContain('Зміст вилучено');
    expect(await text(site(people.admin), `/cabinet/history?subject=${id}`)).toContain('У запис потрапив телефон');
    expect((await verifyHistory(world.ctx)).faults).toEqual([]);
    expect((await site(people.admin).request(path, form(whole))).status).toBe(409);
  });
});
