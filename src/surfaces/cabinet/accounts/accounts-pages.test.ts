import { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { actorOfPerson, communityProfile, personOfRequest } from '../../../capabilities/accounts/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { actingAs } from '../../../platform/context.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { historyRoutes } from '../history/index.ts';
import { accountRoutes } from './index.ts';

const PASSWORD = 'вербові сережки цвітуть';
let world: TestContext;
let app: Hono<SurfaceEnv>;

/** The app's own part, as small as can be: who asks, in which language. */
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
      profile: await communityProfile(visitor),
      path: c.req.path,
      query: url.searchParams,
      origin: url.origin,
      requestId: 'test',
      address: c.req.header('x-test-address') ?? '10.0.0.1',
    });
    await next();
  });
  made.route('/', accountRoutes({ unitInUse: async () => false }));
  made.route('/', historyRoutes());
  made.onError((error, c) => {
    if (isRequestError(error)) return c.text(error.code, HTTP_STATUS[error.kind]);
    throw error;
  });
  return made;
}

/** A browser: keeps its cookies, follows nothing by itself. */
class Browser {
  cookie = '';
  readonly #agent: string;
  constructor(agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0') {
    this.#agent = agent;
  }
  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, cookie: this.cookie, 'user-agent': this.#agent };
    const answer = await app.request(`https://data.example.ua${path}`, { ...init, headers });
    const held = new Map(this.cookie.split('; ').map((pair) => [pair.split('=')[0] ?? '', pair]));
    for (const cookie of answer.headers.getSetCookie())
      held.set(cookie.split('=')[0] ?? '', cookie.split(';')[0] ?? '');
    this.cookie = [...held.values()].filter(Boolean).join('; ');
    return answer;
  }
  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }
  post(path: string, form: Record<string, string>): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#send(path, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
  }
  async page(path: string): Promise<string> {
    return await (await this.get(path)).text();
  }
}

/** What every page of ours must have. */
function expectSound(html: string): void {
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(/ style="| on[a-z]+="|<script(?![^>]*src=)/);
  const inputs = [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)].map((match) => match[0]);
  for (const input of inputs) {
    if (/type="(hidden|radio|checkbox)"| hidden/.test(input)) continue;
    const id = /id="([^"]+)"/.exec(input)?.[1];
    expect(html, input).toContain(`for="${id}"`);
  }
}

const admin = new Browser();
const SET_UP = {
  communityName: 'Зразківська міська рада',
  edrpou: '04054228',
  katottg: 'UA53020110010112104',
  colour: '#1a5fb4',
  personName: 'Олена Петренко',
  email: 'olena@rada.example.ua',
  password: PASSWORD,
};

beforeAll(async () => {
  world = await makeTestContext();
  app = makeApp();
});
afterAll(() => world.close());

describe('the set-up page', () => {
  test('is calm, whole, in both languages, and safe to fill in', async () => {
    const uk = await admin.page('/setup');
    expectSound(uk);
    expect(uk).toContain('<html lang="uk">');
    for (const autocomplete of ['organization', 'name', 'username', 'new-password']) {
      expect(uk).toContain(`autocomplete="${autocomplete}"`);
    }
    const en = await admin.page('/en/setup');
    expectSound(en);
    expect(en).toContain('Set up your open data portal');
    expect(en).toContain('action="/en/setup"');
  });

  test('keeps what was typed and says what to mend', async () => {
    const answer = await admin.post('/setup', { ...SET_UP, edrpou: '04054229', colour: '#ffd700', password: '123' });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expectSound(html);
    expect(html).toContain('value="Зразківська міська рада"');
    expect(html).toContain('value="04054229"');
    expect(html).toContain('href="#field-edrpou"');
    expect(html).toMatch(/<button[^>]*name="takeColour"|value="#[0-9a-f]{6}"[^>]*name="takeColour"/);
    expect(html).not.toContain('123<');
    expect(html).not.toMatch(/type="password"[^>]* value=/);
  });

  test('takes the offered colour, signs the administrator in, and is gone', async () => {
    const made = await admin.post('/setup', { ...SET_UP, colour: '#ffd700', takeColour: '#8b7500' });
    expect(made.status).toBe(303);
    expect(made.headers.get('location')).toBe('/cabinet');
    const cookie = made.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(attribute);
    expect((await admin.get('/cabinet/account')).status).toBe(200);
    const stranger = new Browser();
    expect((await stranger.get('/setup')).headers.get('location')).toBe('/cabinet');
    const again = await stranger.post('/setup', { ...SET_UP, email: 'thief@example.ua' });
    expect(again.status).toBe(303);
    expect(stranger.cookie).toBe('');
    expect((await communityProfile(world.ctx))?.colour).toBe('#8b7500');
  });
});

describe('signing in', () => {
  test('leads back to where one wanted to go, never to another site', async () => {
    const visitor = new Browser();
    const away = await visitor.get('/cabinet/units');
    expect(away.headers.get('location')).toBe('/sign-in?next=%2Fcabinet%2Funits');
    expectSound(await visitor.page('/sign-in?next=/cabinet/units'));
    const form = { email: 'olena@rada.example.ua', password: PASSWORD };
    const wrong = await visitor.post('/sign-in', { ...form, password: 'не той', next: '/cabinet/units' });
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    expect(html).toContain('value="olena@rada.example.ua"');
    expect(html).toContain('value="/cabinet/units"');
    const right = await visitor.post('/sign-in', { ...form, next: '/cabinet/units' });
    expect(right.headers.get('location')).toBe('/cabinet/units');
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'cabinet']) {
      const answer = await new Browser().post('/sign-in', { ...form, next });
      expect(answer.headers.get('location')).toBe('/cabinet');
    }
  });

  test('two browsers hold their own sessions, listed in words and ended one by one', async () => {
    const phone = new Browser('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36');
    await phone.post('/sign-in', { email: 'olena@rada.example.ua', password: PASSWORD });
    const html = await admin.page('/cabinet/account');
    expectSound(html);
    expect(html).toContain('Chrome, Android');
    expect(html).toContain('цей пристрій');
    const id = /Chrome, Android<\/th>.*?value="([0-9a-f-]{36})"/s.exec(html)?.[1] ?? '';
    await admin.post('/cabinet/account/sessions', { end: id });
    expect((await phone.get('/cabinet/account')).status).toBe(303);
    expect((await admin.get('/cabinet/account')).status).toBe(200);
    await admin.post('/cabinet/account/sessions', { end: 'others' });
    expect(await admin.page('/cabinet/account')).not.toContain('name="end"');
  });

  test('signing out asks once and forgets the session', async () => {
    const visitor = new Browser();
    await visitor.post('/sign-in', { email: 'olena@rada.example.ua', password: PASSWORD });
    expectSound(await visitor.page('/sign-out'));
    const before = visitor.cookie;
    expect((await visitor.post('/sign-out', {})).headers.get('location')).toBe('/sign-in?done=out');
    visitor.cookie = before;
    expect((await visitor.get('/cabinet/account')).status).toBe(303);
  });

  test('a forgotten password: the same answer for every address, a link that works once', async () => {
    const visitor = new Browser();
    expectSound(await visitor.page('/forgot'));
    const known = await (await visitor.post('/forgot', { email: 'olena@rada.example.ua' })).text();
    const unknown = await (await visitor.post('/forgot', { email: 'nobody@rada.example.ua' })).text();
    expect(known.replaceAll('olena@', '')).toBe(unknown.replaceAll('nobody@', ''));
    const link = /https:\S+/.exec((await world.letters())[0]?.body ?? '')?.[0] ?? '';
    const path = link.replace('https://data.example.ua', '');
    const page = await visitor.get(path);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expectSound(await page.text());
    const token = new URL(link).searchParams.get('token') ?? '';
    expect((await visitor.post('/reset', { token, password: 'коротко' })).status).toBe(400);
    const set = await visitor.post('/reset', { token, password: 'зовсім новий пароль' });
    expect(set.headers.get('location')).toBe('/sign-in?done=password');
    expect((await visitor.get(path)).status).toBe(410);
    expect((await admin.get('/cabinet/account')).status).toBe(303);
    await admin.post('/sign-in', { email: 'olena@rada.example.ua', password: 'зовсім новий пароль' });
    const changed = await admin.post('/cabinet/account/password', {
      currentPassword: 'зовсім новий пароль',
      newPassword: PASSWORD,
    });
    expect(changed.headers.get('location')).toBe('/cabinet/account?done=password');
    expect((await admin.get('/cabinet/account')).status).toBe(200);
  });
});

describe('the administrator', () => {
  test('makes, moves, renames and removes units', async () => {
    const html = await admin.page('/cabinet/units');
    expectSound(html);
    const rootId = /\/cabinet\/units\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
    const faulty = await admin.post('/cabinet/units', { name: '', parentId: rootId, edrpou: '123' });
    expect(faulty.status).toBe(400);
    expect(await faulty.text()).toContain('value="123"');
    expect((await admin.post('/cabinet/units', { name: 'Управління освіти', parentId: rootId })).status).toBe(303);
    const tree = await admin.page('/cabinet/units?done=created');
    expect(tree).toContain('Підрозділ додано.');
    const unitId = /\/cabinet\/units\/([0-9a-f-]{36})">Управління освіти/.exec(tree)?.[1] ?? '';
    expectSound(await admin.page(`/cabinet/units/${unitId}`));
    await admin.post(`/cabinet/units/${unitId}`, { name: 'Управління освіти і спорту', phone: '+380441234567' });
    const renamed = await admin.page(`/cabinet/units/${unitId}`);
    expect(renamed).toContain('Управління освіти і спорту');
    expect(renamed).toContain('/units/upravlinnia-osvity');
    const refused = await admin.post(`/cabinet/units/${rootId}/remove`, {});
    expect(refused.status).toBe(409);
    await admin.post('/cabinet/units', { name: 'Зайвий', parentId: unitId });
    const spare = /\/cabinet\/units\/([0-9a-f-]{36})">Зайвий/.exec(await admin.page('/cabinet/units'))?.[1] ?? '';
    expect((await admin.post(`/cabinet/units/${spare}/remove`, {})).headers.get('location')).toBe(
      '/cabinet/units?done=removed',
    );
    expect((await admin.get('/cabinet/units/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  test('adds people by link or with a password, changes their rights, switches them off', async () => {
    const form = await admin.page('/cabinet/people/new');
    expectSound(form);
    const unitId = /<option value="([0-9a-f-]{36})"[^>]*>– Управління/.exec(form)?.[1] ?? '';
    const facts = {
      name: 'Ігор Гай',
      email: 'ihor@rada.example.ua',
      role: 'responsible',
      functions: 'publish',
      from: '2026-01-01',
      unitId,
    };
    expect((await admin.post('/cabinet/people', { ...facts, unitId: '', how: 'link' })).status).toBe(400);
    const invited = await admin.post('/cabinet/people', { ...facts, how: 'link' });
    const html = await invited.text();
    expectSound(html);
    const link = /https:\/\/data\.example\.ua\/reset\?token=[\w-]+/.exec(html)?.[0] ?? '';
    expect((await world.letters())[0]?.body).toContain(link);
    const ihor = new Browser();
    await ihor.post('/reset', {
      token: new URL(link).searchParams.get('token') ?? '',
      password: 'шість горобців на дроті',
    });
    await ihor.post('/sign-in', { email: facts.email, password: 'шість горобців на дроті' });
    expect((await ihor.get('/cabinet/account')).status).toBe(200);
    for (const path of [
      '/cabinet/units',
      '/cabinet/people',
      '/cabinet/settings',
      '/cabinet/history',
      '/cabinet/history.csv',
    ]) {
      expect((await ihor.get(path)).status, path).toBe(403);
    }
    const list = await admin.page('/cabinet/people');
    expectSound(list);
    const id = /\/cabinet\/people\/([0-9a-f-]{36})">Ігор Гай/.exec(list)?.[1] ?? '';
    expectSound(await admin.page(`/cabinet/people/${id}`));
    await admin.post(`/cabinet/people/${id}`, { name: 'Ігор Гай' });
    await admin.post(`/cabinet/people/${id}/access`, { active: 'no' });
    expect((await ihor.get('/cabinet/account')).status).toBe(303);
    const self = /\/cabinet\/people\/([0-9a-f-]{36})">Олена/.exec(list)?.[1] ?? '';
    const last = await admin.post(`/cabinet/people/${self}/access`, { active: 'no' });
    expect(last.status).toBe(409);
    expect(await last.text()).toContain('єдиний адміністратор');
    const added = await admin.post('/cabinet/people', {
      ...facts,
      email: 'nova@rada.example.ua',
      how: 'password',
      password: PASSWORD,
    });
    expect(added.headers.get('location')).toBe('/cabinet/people?done=created');
    const again = await admin.post(`/cabinet/people/${self}/link`, {});
    expect(await again.text()).toContain('/reset?token=');
  });

  test('changes the settings', async () => {
    expectSound(await admin.page('/cabinet/settings'));
    const settings = {
      communityName: 'Зразківська громада',
      edrpou: '04054228',
      katottg: 'UA53020110010112104',
      colour: '#fff000',
    };
    const faulty = await admin.post('/cabinet/settings', { ...settings, email: 'x', site: 'rada' });
    expect(faulty.status).toBe(400);
    const html = await faulty.text();
    for (const field of ['colour', 'email', 'site']) expect(html).toContain(`href="#field-${field}"`);
    const saved = await admin.post('/cabinet/settings', {
      ...settings,
      colour: '#1a5fb4',
      email: '',
      site: 'https://rada.example.ua',
    });
    expect(saved.headers.get('location')).toBe('/cabinet/settings?done=saved');
    expect(await admin.page('/cabinet/settings?done=saved')).toContain('Зміни збережено.');
  });

  test('reads the history in words, filters it and takes it away', async () => {
    const html = await admin.page('/cabinet/history');
    expectSound(html);
    for (const words of [
      'Додано підрозділ',
      'Вимкнено доступ людини',
      'Змінено налаштування громади',
      'Відповідальна особа',
    ]) {
      expect(html).toContain(words);
    }
    expect(await admin.page('/en/cabinet/history')).toContain('Unit added');
    const units = await admin.page('/cabinet/history?kind=unit');
    expect(units).toContain('Вилучено підрозділ');
    expect(units).not.toContain('>Вхід до кабінету</a>');
    expect(await admin.page('/cabinet/history?to=2020-01-01')).toContain('Таких записів немає');
    expect((await admin.get('/cabinet/history?from=garbage&after=nothing')).status).toBe(200);
    const csv = await admin.get('/cabinet/history.csv?kind=unit');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer());
    expect(csv.headers.get('content-disposition')).toContain('history.csv');
    expect(text.startsWith('\uFEFFposition,at,actorKind,actorId,actor,via,address,deed')).toBe(true);
    expect(text).toContain('unit.created,Додано підрозділ,unit,');
    const json = await (await admin.get('/cabinet/history.jsonl')).text();
    const entries = json
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { position: number });
    expect(entries.length).toBeGreaterThan(15);
    expect(entries.at(-1)?.position).toBe(entries.length);
    expect(await (await admin.get('/cabinet/history.jsonl?to=2020-01-01')).text()).toBe('');
    for (const secret of [PASSWORD, 'зовсім новий пароль', 'шість горобців на дроті']) {
      expect(json).not.toContain(secret);
    }
  });

  test('is not impressed by strange forms', async () => {
    expect((await admin.post('/cabinet/people', { role: 'emperor' })).status).toBe(403);
    expect((await admin.post('/cabinet/units', { name: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await admin.post('/cabinet/account/sessions', { end: "'; drop table" })).status).toBe(303);
    expect((await admin.post('/cabinet/people/not-an-id/link', {})).status).toBe(404);
    const left = await sql<{ n: string }>`select count(*) as n from accounts_unit`.execute(world.ctx.db);
    expect(Number(left.rows[0]?.n)).toBe(2);
  });
});
