import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import {
  actorOfPerson,
  createPerson,
  createUnit,
  may,
  type PermitPlace,
  personOfRequest,
  type Role,
  setUp,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import { changePassport, createDataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { actingAs } from '../../../platform/context.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { accountRoutes } from '../accounts/index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const TODAY = '2026-11-23';
const OLD = { responsibleName: 'old', responsibleEmail: 'old@x.ua' };
let world: TestContext;
let app: Hono<SurfaceEnv>;
let board: Unit;
let school: Unit;

function makeApp(): Hono<SurfaceEnv> {
  const made = new Hono<SurfaceEnv>({ getPath: (request) => new URL(request.url).pathname.replace(/^\/en(?=\/)/, '') });
  made.use('*', async (c, next) => {
    const url = new URL(c.req.url);
    const visitor = actingAs(world.ctx, VISITOR);
    const person = await personOfRequest(visitor, c.req.raw.headers);
    c.set('visit', {
      ctx: person === null ? visitor : actingAs(visitor, actorOfPerson(person)),
      person,
      language: url.pathname.startsWith('/en/') ? 'en' : 'uk',
      profile: null,
      path: c.req.path,
      query: url.searchParams,
      origin: url.origin,
      requestId: 'test',
      address: '10.0.0.1',
    });
    await next();
  });
  made.route('/', accountRoutes());
  made.onError((error, c) => {
    if (isRequestError(error)) return c.text(error.text.uk, HTTP_STATUS[error.kind]);
    throw error;
  });
  return made;
}

/** A browser without scripts that keeps its cookie and counts what its person clicks. */
class Browser {
  readonly #cookies = new Map<string, string>();
  clicks = 0;
  async #send(path: string, init: RequestInit): Promise<Response> {
    const answer = await app.request(`https://data.example.ua${path}`, {
      ...init,
      headers: { ...init.headers, cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return answer;
  }
  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }
  post(path: string, form: Record<string, string> | [string, string][]): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#send(path, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
  }
  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    const html = await answer.text();
    expect(answer.status, `${path}\n${html.slice(0, 500)}`).toBe(200);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
    return html;
  }
  /** Follows the link of that address, which must stand on the page. */
  async click(html: string, path: string): Promise<string> {
    expect(html).toContain(`href="${path}"`);
    this.clicks += 1;
    return await this.page(path.replaceAll('&amp;', '&'));
  }
}

async function enter(name: string, role: Role, unitId: string | null): Promise<{ browser: Browser; id: string }> {
  const email = `${name}@x.ua`;
  const { id } = await createPerson(world.ctx, { name, email, password: PASSWORD, role, unitId });
  const browser = new Browser();
  expect((await browser.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return { browser, id };
}

const mayOf = (id: string, place: PermitPlace) =>
  may(world.as({ kind: 'person', id, name: '', email: '' }), 'dataset.publish', place);

beforeAll(async () => {
  world = await makeTestContext({ now: `${TODAY}T10:00:00Z` });
  app = makeApp();
  const community = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
  const { root } = await setUp(world.ctx, { community, administrator: null });
  board = await createUnit(world.ctx, { name: 'Виконком', parentId: root.id });
  school = await createUnit(world.ctx, { name: 'Школа № 1', parentId: board.id });
});
afterAll(() => world.close());

describe('the pages of people', () => {
  test('the change of a person with 30 datasets takes at most 5 clicks from the list', async () => {
    const { browser } = await enter('chief', 'coordinator', null);
    const old = await enter('old', 'reader', board.id);
    const fresh = await enter('fresh', 'reader', board.id);
    const ids: string[] = [];
    for (let number = 1; number <= 30; number += 1) {
      const dataset = await createDataset(world.ctx, { unitId: school.id, title: `Набір ${number}` });
      const responsible = number === 30 ? { responsibleName: 'Хтось інший', responsibleEmail: 'other@x.ua' } : OLD;
      await changePassport(world.ctx, dataset.id, { ...dataset.passport, ...responsible });
      ids.push(dataset.id);
    }
    const fields: [string, string][] = [
      ['personId', old.id],
      ['unitId', school.id],
      ['role', 'responsible'],
      ['functions', 'publish'],
      ['which', 'named'],
      ['from', TODAY],
    ];
    const asked = await browser.post('/cabinet/appointments', fields);
    expect(asked.status).toBe(400); // named, and none ticked yet: the list comes
    const html = await asked.text();
    for (const id of ids) expect(html).toContain(`value="${id}"`);
    const ticked: [string, string][] = ids.map((id) => ['datasets', id]);
    expect((await browser.post('/cabinet/appointments', [...fields, ...ticked])).status).toBe(303);
    expect(await mayOf(old.id, { id: ids[0] ?? '', unitId: school.id })).toBe(true);

    browser.clicks = 0;
    const list = await browser.page('/cabinet/people');
    const form = await browser.click(list, `/cabinet/people/${old.id}/replace`);
    expect(form).toContain('30 названих наборів');
    expect(form).toContain(`<option value="${fresh.id}"`);
    browser.clicks += 2; // opening the list of people and choosing one
    browser.clicks += 1; // the button
    const today = /name="from"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? '';
    const values = { coming: 'known', comingId: fresh.id, from: today, order: '' };
    const done = await browser.post(`/cabinet/people/${old.id}/replace`, values);
    expect(done.headers.get('location')).toBe('/cabinet/people?done=replaced');
    expect(browser.clicks).toBeLessThanOrEqual(5);
    for (const id of ids) {
      expect(await mayOf(fresh.id, { id, unitId: school.id })).toBe(true);
      expect(await mayOf(old.id, { id, unitId: school.id })).toBe(false);
    }
    expect((await old.browser.get('/cabinet/account')).status).toBe(303);
    await world.runJobs();
    const named = async (id = '') => (await loadDataset(world.ctx, id)).passport.responsibleEmail;
    for (const id of ids.slice(0, 29)) expect(await named(id)).toBe('fresh@x.ua');
    expect(await named(ids[29])).toBe('other@x.ua');
    expect(await browser.page('/cabinet/people?done=replaced')).toContain('координатора повідомлено');
  });

  test('an absence is one click, and the sign-in page says who stands in', async () => {
    const { browser } = await enter('boss', 'coordinator', null);
    const clerk = await enter('clerk', 'responsible', board.id);
    const stand = await enter('stand', 'reader', board.id);
    const page = await browser.page(`/cabinet/people/${clerk.id}`);
    expect(page).toContain('name="absenceKind" value="sick"');
    const values = { absenceKind: 'sick', absenceFrom: TODAY, absenceTo: '', absenceSubstituteId: stand.id };
    const noted = await browser.post(`/cabinet/people/${clerk.id}/absence`, values);
    expect(noted.status).toBe(303);
    expect(await mayOf(stand.id, board.id)).toBe(true);
    const refused = await new Browser().post('/sign-in', { email: 'clerk@x.ua', password: PASSWORD });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Вас заступає stand');
    const away = await browser.page(`/cabinet/people/${clerk.id}?done=away`);
    const absence = /name="absence" value="([^"]+)"/.exec(away)?.[1] ?? '';
    expect(away).toContain('Лікарняний');
    await browser.post(`/cabinet/people/${clerk.id}/back`, { absence });
    expect(await mayOf(clerk.id, board.id)).toBe(true);
    expect(await mayOf(stand.id, board.id)).toBe(false);
  });

  test('somebody without e-mail gets a sheet, types its code and signs in by name', async () => {
    const { browser } = await enter('secretary', 'coordinator', null);
    const made = await browser.post('/cabinet/people', {
      name: 'Тарас Явір',
      noMail: 'yes',
      role: 'contributor',
      functions: 'update',
      unitId: board.id,
      from: TODAY,
    });
    expect(made.status).toBe(200);
    const sheet = await made.text();
    const code = /code-to-type">([^<]+)</.exec(sheet)?.[1] ?? '';
    const name = /taras-yavir-\d{3}/.exec(sheet)?.[0] ?? '';
    const taras = new Browser();
    expect(await taras.page('/sign-in')).toContain('href="/code"');
    await taras.page('/code');
    const typed = encodeURIComponent(code.toLowerCase().replaceAll('-', ' '));
    expect(await taras.page(`/reset?token=${typed}`)).toContain('Тарас Явір');
    await taras.post('/reset', { token: code, password: 'шість горобців на дроті' });
    expect((await taras.post('/sign-in', { email: name, password: 'шість горобців на дроті' })).status).toBe(303);
    expect(await taras.page('/cabinet/account')).toContain('Помічник');
  });

  test('a head appoints in their own units and sees nobody else', async () => {
    const { browser } = await enter('head', 'head', school.id);
    const list = await browser.page('/cabinet/people');
    expect(list).not.toContain('chief@x.ua');
    const form = await browser.page('/cabinet/people/new');
    expect(form).toContain(school.id);
    expect(form).not.toContain(board.id);
    expect(form).not.toContain('value="coordinator"');
    const values = {
      name: 'Вчителька',
      email: 'teacher@x.ua',
      role: 'contributor',
      functions: 'update',
      unitId: school.id,
      from: TODAY,
    };
    expect((await browser.post('/cabinet/people', values)).status).toBe(200);
    expect((await browser.post('/cabinet/people', { ...values, unitId: board.id })).status).toBe(403);
    expect((await browser.post('/cabinet/people', { ...values, role: 'coordinator' })).status).toBe(403);
    expect(await browser.page('/cabinet/people')).toContain('Вчителька');
  });

  test('a vacancy is noted and filled; an order makes an appointment final; ends are final too', async () => {
    const { browser } = await enter('deputy', 'coordinator', null);
    const candidate = await enter('candidate', 'reader', board.id);
    const values = { role: 'responsible', functions: 'publish', unitId: school.id, from: TODAY, post: 'Архіваріус' };
    expect((await browser.post('/cabinet/people', { ...values, vacancy: 'yes' })).status).toBe(303);
    const list = await browser.page('/cabinet/people');
    expect(list).toContain('1 вакансія');
    const id = /appointments\/([0-9a-f-]{36})">Відповідальна особа(?![\s\S]*appointments\/[0-9a-f-]{36}">Відп)/.exec(
      list,
    )?.[1];
    const page = await browser.page(`/cabinet/appointments/${id}`);
    expect(page).toContain('Призначити людину на вакансію');
    expect((await browser.post(`/cabinet/appointments/${id}/fill`, { comingId: '' })).status).toBe(400);
    await browser.post(`/cabinet/appointments/${id}/fill`, { comingId: candidate.id });
    expect(await mayOf(candidate.id, school.id)).toBe(true);
    const preparing = async () =>
      (await browser.page(`/cabinet/people/${candidate.id}`)).split('наказ готується').length - 1;
    expect(await preparing()).toBe(2);
    const bad = await browser.post(`/cabinet/appointments/${id}`, { ...values, order: 'наказ без дати' });
    expect(bad.status).toBe(400);
    expect(await bad.text()).toContain('немає дати або номера');
    const order = 'наказ від 20.11.2026 № 7-к';
    expect((await browser.post(`/cabinet/appointments/${id}`, { ...values, order })).status).toBe(303);
    expect(await preparing()).toBe(1);
    await browser.post(`/cabinet/appointments/${id}/end`, { now: 'yes' });
    expect(await mayOf(candidate.id, school.id)).toBe(false);
  });

  test('a long list has pages, and somebody is found by name or e-mail', async () => {
    const { browser } = await enter('registrar', 'coordinator', null);
    for (let number = 1; number <= 51; number += 1) {
      const facts = { name: `Ямпіль ${number}`, email: `y${number}@x.ua`, password: PASSWORD };
      await createPerson(world.ctx, { ...facts, role: 'reader', unitId: school.id });
    }
    const first = await browser.page('/cabinet/people');
    expect(first).toContain('y51@x.ua');
    expect(first).not.toContain('registrar@x.ua'); // Latin letters come after ours
    const second = await browser.click(first, '/cabinet/people?q=&amp;page=2');
    expect(second).toContain('registrar@x.ua');
    const found = await browser.page('/cabinet/people?q=y51');
    expect(found).toContain('Ямпіль 51');
    expect(found).not.toContain('y50@x.ua');
  });

  test('rights stand as sentences in both languages, drawn from the table', async () => {
    const { browser, id } = await enter('reader', 'responsible', school.id);
    const uk = await browser.page('/cabinet/rights');
    expect(uk).toContain('Координатор може в усіх підрозділах:');
    expect(uk).toContain(
      'Відповідальна особа може у своєму підрозділі і тих, що нижче, якщо в призначенні є публікація: оприлюднювати набори, призупиняти, відновлювати й знімати набори і видавати ключі для програм.',
    );
    expect(uk).toContain('«Школа № 1» і підрозділи нижче: може створювати набори');
    const en = await browser.page('/en/cabinet/rights');
    expect(en).toContain('Coordinator may, in all units:');
    expect(en).toContain('May not: change the settings of the portal');
    expect((await browser.get(`/cabinet/people/${id}`)).status).toBe(403);
    expect((await new Browser().get('/cabinet/rights')).status).toBe(303);
  });
});
