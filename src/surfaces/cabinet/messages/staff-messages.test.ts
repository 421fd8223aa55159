import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import {
  actorOfPerson,
  createPerson,
  listUnits,
  type Person,
  type Role,
} from '../../../capabilities/accounts/index.ts';
import {
  closeMessage,
  communitySettings,
  listMessages,
  type NewMessage,
  sendMessage,
} from '../../../capabilities/community/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { deskRoutes } from '../desk/index.ts';
import { staffMessageRoutes } from './index.ts';

const XSS = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

let world: TestContext;
let unitId: string;
let people: Record<'admin' | 'clerk' | 'helper', Person>;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
  const make = (name: string, role: Role, unit: string | null) =>
    createPerson(world.ctx, { name, email: `${name}@x.ua`, password: 'вербові сережки цвітуть', role, unitId: unit });
  people = {
    admin: await make('admin', 'administrator', null),
    clerk: await make('clerk', 'responsible', unitId),
    helper: await make('helper', 'contributor', unitId),
  };
});
afterAll(() => world.close());

function site(person: Person | null, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(person ? actorOfPerson(person) : VISITOR);
    const { method } = c.req;
    c.set('visit', { ctx, person, language, profile: null, path, query, method, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', staffMessageRoutes());
  app.route('/', deskRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

async function send(change: Partial<NewMessage> = {}): Promise<string> {
  const { number } = await sendMessage(world.as(VISITOR), {
    kind: 'question',
    dataset: { id: '0193e000-0000-7000-8000-000000000001', slug: 'shkoly', title: 'Школи громади', unitId },
    text: 'Чому в школи № 2 немає адреси?',
    email: 'olena@example.ua',
    consent: true,
    language: 'uk',
    origin: 'http://x',
    ...change,
  });
  const { items } = await listMessages(world.ctx, {}, { page: 1, size: 500 });
  return items.find((message) => message.number === number)?.id ?? '';
}

async function text(app: Hono<SurfaceEnv>, path: string, status = 200): Promise<string> {
  const answer = await app.request(path);
  const found = await answer.text();
  expect(answer.status, `${path}\n${found.slice(0, 800)}`).toBe(status);
  return found;
}

describe('held messages and tasks', () => {
  it('are listed with their reasons, released and removed by those who answer', async () => {
    for (const text of ['Купити дешево бонус казино', 'Кредит онлайн, позика без відмови']) await send({ text });
    const list = await text(site(people.clerk), '/cabinet/messages/held');
    expect(list).toContain('Чому стримано: слова реклами');
    expect(await text(site(people.clerk), '/cabinet/messages')).toContain('Стримані');
    expect(await text(site(people.clerk, 'en'), '/cabinet/messages/held')).toContain('words of adverts');
    await text(site(people.helper), '/cabinet/messages/held', 403);
    const [first = '', second = ''] = [...list.matchAll(/messages\/([0-9a-f-]{36})\/release/g)].map(
      (found) => found[1],
    );
    const thread = await text(site(people.clerk), `/cabinet/messages/${first}`);
    expect(thread).toContain('Випустити');
    const released = await site(people.clerk).request(`/cabinet/messages/${first}/release`, form({}));
    expect(released.headers.get('location')).toBe('/cabinet/messages/held?done=released');
    await site(people.clerk).request(`/cabinet/messages/${second}/remove`, form({}));
    expect(await text(site(people.clerk), '/cabinet/messages/held?done=removed')).toContain(
      'Стриманих повідомлень немає',
    );
    await closeMessage(world.ctx, first);
  });

  it('a confirmed error shows its task, which is closed by hand with a reason', async () => {
    const id = await send({ kind: 'error', text: 'У рядку 3 немає назви школи' });
    const clerk = site(people.clerk);
    await clerk.request(`/cabinet/messages/${id}/error`, form({ confirmed: '1' }));
    expect(await text(clerk, `/cabinet/messages/${id}`)).toContain('Завдання: виправити дані');
    const refused = await clerk.request(`/cabinet/messages/${id}/task`, form({ reason: '' }));
    expect(refused.status).toBe(400);
    await clerk.request(`/cabinet/messages/${id}/task`, form({ reason: 'У джерелі так само' }));
    expect(await text(clerk, `/cabinet/messages/${id}?done=task-closed`)).toMatch(
      /Завершено вручну: .*У джерелі так само/,
    );
    await closeMessage(world.ctx, id);
  });
});

describe('messages in the cabinet', () => {
  it('are listed by term, and stand on the desk of those who answer', async () => {
    await send();
    const clerk = site(people.clerk);
    const list = await text(clerk, '/cabinet/messages');
    expect(list).toContain('Чому в школи № 2 немає адреси?');
    expect(list).toContain('за 5 робочих днів, до 27 листопада 2026');
    expect(await text(clerk, '/cabinet')).toContain('за 5 робочих днів, до 27 листопада 2026');
    expect(await text(site(people.helper), '/cabinet')).not.toContain('немає адреси');
    expect(await text(site(people.clerk, 'en'), '/cabinet/messages?all=1&kind=proposal')).toContain('no such messages');
    world.clock.set('2026-12-01T10:00:00+02:00');
    expect(await text(clerk, '/cabinet/messages')).toContain('прострочено на 2 робочі дні');
    world.clock.set('2026-11-20T10:00:00+02:00');
    expect((await site(null).request('/cabinet/messages')).headers.get('location')).toContain('/sign-in?next=');
  });

  it('show people’s words as text only, in both languages', async () => {
    const id = await send({
      text: `Ось ${XSS}`,
      name: 'Оля',
      kind: 'proposal',
      subject: `Дані ${XSS}`,
      dataset: null,
      unitId,
    });
    for (const language of ['uk', 'en'] as const) {
      const page = await text(site(people.clerk, language), `/cabinet/messages/${id}`);
      expect(page).not.toMatch(/<script>alert|<img src=x/);
      expect(page).toContain('&lt;script>alert');
      if (language === 'en') expect(page).not.toMatch(/Рішення|Передати|Автор/);
    }
  });

  it('are answered; a faulty answer comes back with everything typed', async () => {
    const id = await send({ text: 'Моя пошта olena@example.ua, чому немає адреси?' });
    const clerk = site(people.clerk);
    expect(await text(clerk, `/cabinet/messages/${id}`)).toContain('схоже на особисті дані');
    const typed = { text: 'Адресу додано', show: '1', publicText: 'Моя пошта olena@example.ua' };
    const refused = await clerk.request(`/cabinet/messages/${id}/answer`, form(typed));
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('>Адресу додано</textarea>');
    expect(page).toContain('href="#field-publicText"');
    expect(page.match(/id="field-publicText"/g)).toHaveLength(1);
    const done = await clerk.request(
      `/cabinet/messages/${id}/answer`,
      form({ ...typed, publicText: 'Чому немає адреси?' }),
    );
    expect([done.status, done.headers.get('location')]).toEqual([303, `/cabinet/messages/${id}?done=answered`]);
    const after = await text(clerk, `/cabinet/messages/${id}?done=answered`);
    expect(after).toContain('Відповідь надіслано.');
    expect(after).toContain('Сторінка для всіх');
    expect((await world.letters())[0]).toMatchObject({ to: 'olena@example.ua' });
  });

  it('may be noted by an editor, not answered', async () => {
    const id = await send();
    const helper = site(people.helper);
    const page = await text(helper, `/cabinet/messages/${id}`);
    expect(page).not.toContain(`${id}/answer`);
    expect(page).toContain(`${id}/note`);
    expect((await helper.request(`/cabinet/messages/${id}/answer`, form({ text: 'Так і є' }))).status).toBe(403);
    expect((await helper.request(`/cabinet/messages/${id}/note`, form({ note: 'Перевірю' }))).status).toBe(303);
  });

  it('are shown, hidden, confirmed, passed on and closed', async () => {
    const id = await send();
    const clerk = site(people.clerk);
    const root = (await listUnits(world.ctx))[0]?.id ?? '';
    const deed = async (name: string, values: Record<string, string>) =>
      (await clerk.request(`/cabinet/messages/${id}/${name}`, form(values))).status;
    expect(await deed('show', { shownText: '' })).toBe(400);
    expect(await deed('show', { shownText: 'Чому?' })).toBe(303);
    expect(await deed('hide', {})).toBe(303);
    expect(await deed('error', { confirmed: '1' })).toBe(303);
    expect(await text(clerk, `/cabinet/messages/${id}`)).toContain(
      '/cabinet/datasets/0193e000-0000-7000-8000-000000000001',
    );
    expect(await deed('pass', { unitId: '' })).toBe(400);
    expect(await deed('pass', { unitId: root, passNote: 'Це до вас' })).toBe(303);
    expect(await deed('close', {})).toBe(403); // it is not theirs any more
    const admin = site(people.admin);
    expect(await text(admin, `/cabinet/messages/${id}`)).toContain('Це до вас');
    expect((await admin.request(`/cabinet/messages/${id}/close`, form({}))).status).toBe(303);
  });

  it('that propose a dataset are decided; faults name their fields', async () => {
    const id = await send({ kind: 'proposal', subject: 'Графік ліфтів', text: '', dataset: null, unitId });
    const clerk = site(people.clerk);
    const decide = async (values: Record<string, string>) => {
      const answer = await clerk.request(`/cabinet/messages/${id}/decide`, form(values));
      return [answer.status, /<li><a href="#field-(\w+)"/.exec(await answer.text())?.[1]];
    };
    expect(await decide({ text: 'Пояснення' })).toEqual([400, 'state']);
    expect(await decide({ state: 'refused' })).toEqual([400, 'text']);
    expect(await decide({ state: 'published', result: 'нема такого' })).toEqual([400, 'result']);
    expect(await decide({ state: 'planned', plannedOn: '2020-01-01' })).toEqual([400, 'plannedOn']);
    expect((await decide({ state: 'planned', show: '1', publicSubject: 'Графік ліфтів' }))[0]).toBe(303);
    expect(await text(clerk, `/cabinet/messages/${id}`)).toContain('href="/cabinet/new"');
  });
});

it('settings of messages are the administrator’s; faults keep what was typed', async () => {
  const path = '/cabinet/settings/messages';
  await text(site(people.clerk), path, 403);
  const admin = site(people.admin);
  const typed = {
    address: 'вул. Соборна, 1',
    email: 'zapyt@rada.example',
    phone: '',
    form: 'rada/zapyt',
    answerDays: '3',
    proposalDays: '10',
    keepDays: 'сім',
  };
  const refused = await admin.request(path, form(typed));
  const page = await refused.text();
  expect(refused.status).toBe(400);
  expect(page).toContain('value="rada/zapyt"');
  expect(page).toContain('href="#field-keepDays"');
  const saved = await admin.request(path, form({ ...typed, form: 'https://rada.example/zapyt', keepDays: '7' }));
  expect(saved.status).toBe(303);
  expect(await communitySettings(world.ctx)).toMatchObject({ answerDays: 3, keepDays: 7 });
  expect(await text(site(people.admin, 'en'), `${path}?done=saved`)).toContain('Saved.');
});

describe('the list told outside the cabinet', () => {
  it('is a memo or plain words, with numbers, terms and addresses, without who wrote and what', async () => {
    await send({ text: 'Де знайти адреси шкіл у таблиці?', name: 'Таємна Особа' });
    const memo = await site(people.clerk).request('/cabinet/messages?as=memo');
    expect(memo.headers.get('content-type')).toContain('wordprocessingml');
    const words = await (await site(people.clerk).request('/cabinet/messages?as=text')).text();
    expect(words).toContain('Школи громади');
    expect(words).not.toContain('Де знайти адреси шкіл');
    expect(words).toMatch(/http:\/\/x\/cabinet\/messages\/[0-9a-f-]{36}/);
    expect(words).not.toContain('Таємна Особа');
    expect(words).not.toContain('olena@example.ua');
    expect((await site(null).request('/cabinet/messages?as=memo')).status).not.toBe(200);
  });
});
