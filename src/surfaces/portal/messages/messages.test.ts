import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import {
  answerMessage,
  changeCommunitySettings,
  communitySettings,
  decideProposal,
  listMessages,
  showMessage,
} from '../../../capabilities/community/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { portalRoutes } from '../index.ts';

const XSS = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

let world: TestContext;
let app: Hono<SurfaceEnv>;
let dataset: Dataset;
/** Whose network address the next requests come from: each test its own, so that limits do not meet. */
let address = 'a';
/** Whether a mail server is configured. */
let mailLeaves = true;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  const unitId = await setUpCommunity(world);
  dataset = await draftDataset(world, unitId, 'Школи громади', {
    name: 'Школи.csv',
    text: 'Номер;Назва\n1;Школа № 1\n2;Школа № 2',
  });
  await publishDataset(world.ctx, dataset.id);
  await world.runJobs();
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    c.set('visit', {
      ctx: { ...world.as(VISITOR), mail: { ...world.ctx.mail, leaves: mailLeaves } },
      person: null,
      language: url.pathname.startsWith('/en/') ? 'en' : 'uk',
      profile: await communityProfile(world.ctx),
      path: url.pathname,
      query: url.searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
      address,
    });
    await next();
  });
  app.route('/', portalRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
});
afterAll(() => world.close());

async function page(path: string, status = 200, headers: Record<string, string> = {}): Promise<string> {
  const answer = await app.request(path, { headers });
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 1000)}`).toBe(status);
  return text;
}
const post = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(values), headers });
const later = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000));
/** A form shown a few seconds ago. */
async function stamp(): Promise<string> {
  const form = await page('/messages/new?kind=question');
  later(3);
  return /name="stamp" value="([^"]+)"/.exec(form)?.[1] ?? '';
}
const question = async (values: Record<string, string> = {}) => ({
  kind: 'question',
  dataset: dataset.slug,
  text: 'Чому в школи № 2 немає адреси?',
  consent: '1',
  website: '',
  stamp: await stamp(),
  ...values,
});
const newest = async () => {
  const { items } = await listMessages(world.ctx, {}, { page: 1, size: 500 });
  const message = items.toSorted((a, b) => b.number - a.number)[0];
  if (!message) throw new Error('nothing was sent');
  return message;
};
const rows = async () => {
  const { rows: found } = await sql<{ n: number }>`select (select count(*) from community_message)
    + (select count(*) from community_reply) + (select count(*) from history_entry)
    + (select count(*) from platform_letter) as n`.execute(world.ctx.db);
  return found[0]?.n;
};

it('promises a letter with the address only where a mail server is configured', async () => {
  address = 'without mail';
  const sent = await post('/messages/new', await question({ email: 'asker@example.org' }));
  const path = sent.headers.get('location') ?? '';
  expect(await page(path)).toContain('Ми надіслали її і на asker@example.org');
  mailLeaves = false;
  const kept = await page(path);
  mailLeaves = true;
  expect(kept).toContain('Збережіть цю адресу');
  expect(kept).not.toContain('Ми надіслали');
});

describe('the form asks first', () => {
  it.each([
    ['/messages/new', 'Що ви хочете зробити?', 'Виберіть одне з трьох.'],
    ['/en/messages/new', 'What would you like to do?', 'Choose one of the three.'],
  ])('%s', async (path, title, fault) => {
    const first = await page(`${path}?dataset=${dataset.slug}&row=2`);
    expect(first).toContain(title);
    expect(first.match(/type="radio" name="kind"/g)).toHaveLength(3);
    expect(first).toContain('name="row" value="2"');
    expect(await page(`${path}?asked=1`, 400)).toContain(fault);
  });

  it('leads on with what is known of the place', async () => {
    const form = await page(`/messages/new?kind=error&dataset=${dataset.slug}&row=2&column=Назва`);
    expect(form).toContain('Школи громади');
    expect(form).toMatch(/name="kind" value="error" checked/);
    expect(form).toMatch(/name="row"[^>]* value="2"/);
    expect(form).toMatch(/<details open/);
  });
});

describe('a request under the Law', () => {
  it.each([
    ['', 'ст. 20 ч. 1', '5 робочих днів', 'Куди подати'],
    ['/en', 'Art. 20(1)', '5 working days', 'Where to send it'],
  ])('%s is shown the terms with their norms and the channel, and nothing of it is kept', async (prefix, ...words) => {
    const settings = await communitySettings(world.ctx);
    const channel = { address: 'вул. Соборна, 1', email: 'zapyt@rada.example', phone: '', form: '' };
    await changeCommunitySettings(world.ctx, { ...settings, channel });
    const before = await rows();
    const answer = await post(`${prefix}/messages/request`, {
      who: 'Олена',
      contact: 'olena@example.ua',
      what: `Договори за 2025 рік ${XSS} ${'і додатки '.repeat(40)}`,
    });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('прошу надати таку інформацію');
    // too long for a mail program, so the letter is opened empty; a short one carries its text
    expect(text).toMatch(/href="mailto:zapyt@rada\.example\?subject=[^"&]+"/);
    const short = await (await post(`${prefix}/messages/request`, { what: 'Договори' })).text();
    expect(short).toMatch(/href="mailto:zapyt@rada\.example\?subject=[^"&]+&amp;body=[^"]+%D0%94%D0%BE%D0%B3/);
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    expect(await rows()).toBe(before);
  });

  it('takes over what was typed into another form, and keeps nothing of it', async () => {
    const before = await rows();
    const values = { ...(await question()), subject: 'Ліфти', name: 'Олена' };
    const text = await (await post('/messages/request', values)).text();
    expect(text).toContain('Ліфти\nЧому в школи № 2 немає адреси?');
    expect(await rows()).toBe(before);
  });

  it('is no kind of message: the form of messages does not take it', async () => {
    await post('/messages/new', await question({ kind: 'request' }));
    expect((await newest()).kind).toBe('question');
  });
});

describe('a question that asks for information', () => {
  const asked = 'Прошу надати копії рішень виконкому за 2025 рік.';

  it('is shown the formal road first, with its text; sent on as a question it is taken', async () => {
    const before = await rows();
    const values = await question({ text: asked, name: 'Олена', email: 'o@example.ua' });
    const answer = await post('/messages/new', values);
    const text = await answer.text();
    expect(answer.status).toBe(409);
    expect(text).toContain('Це схоже на запит на інформацію');
    expect(text).toContain(`<input type="hidden" name="what" value="${asked}"`);
    expect(await rows()).toBe(before);
    const carried = await (await post('/messages/request', { what: asked, who: 'Олена' })).text();
    expect(carried).toContain(asked);
    const sent = await post('/messages/new', { ...values, sure: '1' });
    expect(sent.status).toBe(303);
    expect((await newest()).text).toBe(asked);
  });
});

describe('a form with faults', () => {
  it.each([
    ['', 'Напишіть трохи докладніше', 'Набору з такою адресою'],
    ['/en', 'Write a little more', 'No dataset has this address'],
  ])('%s comes back with status 400, a summary and everything typed', async (prefix, short, unknown) => {
    const typed = await question({ text: 'Чому?', email: 'olena', name: 'Олена', row: '7' });
    const { consent: _, ...without } = typed;
    const answer = await post(`${prefix}/messages/new`, without);
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain(short);
    expect(text).toMatch(/<textarea[^>]*>Чому\?<\/textarea>/);
    expect(text).toMatch(/name="email"[^>]* value="olena"/);
    expect(text).toMatch(/name="row"[^>]* value="7"/);
    expect(text).not.toMatch(/name="consent"[^>]* checked/);
    for (const [, target] of text.matchAll(/<li><a href="#([^"]+)"/g)) expect(text).toContain(`id="${target}"`);
    // all faults at once
    const lost = await post(`${prefix}/messages/new`, await question({ dataset: 'нема такого', text: '' }));
    const faults = await lost.text();
    expect([lost.status, faults.includes(unknown)]).toEqual([400, true]);
    expect(faults).toContain('href="#field-text"');
  });

  it('shows what was typed as text only', async () => {
    const answer = await post('/messages/new', await question({ text: XSS, email: XSS, row: XSS, dataset: XSS }));
    expect(await answer.text()).not.toMatch(/<script>alert|<img src=x/);
  });

  it.each([
    ['a robot’s field', { website: 'https://spam.example' }, 'Поле для роботів'],
    ['no stamp', { stamp: '' }, 'понад добу тому'],
    ['too many links', { text: 'http://a.ua http://b.ua http://c.ua' }, 'не більше 2 посилань'],
  ])('is not taken: %s', async (_, change, words) => {
    const before = await rows();
    const answer = await post('/messages/new', await question(change));
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([400, true]);
    expect(await rows()).toBe(before);
  });

  it('sent at once is asked to be sent again, and then taken', async () => {
    const form = await page('/messages/new?kind=question');
    const given = /name="stamp" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const values = await question({ stamp: given });
    world.clock.set(new Date(world.clock.now().getTime() - 3000));
    const quick = await post('/messages/new', values);
    const text = await quick.text();
    expect([quick.status, text.includes('надто швидко')]).toEqual([400, true]);
    later(3);
    const again = /name="stamp" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await post('/messages/new', { ...values, stamp: again })).status).toBe(303);
  });
});

describe('a message', () => {
  it('leads to its private page, which shows the answer and takes more; wrong keys open nothing', async () => {
    const sent = await post('/messages/new', await question({ text: `Чому так? ${XSS}`, email: 'o@example.ua' }));
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([303, 'no-store']);
    const place = sent.headers.get('location') ?? '';
    const { id, number } = await newest();
    const own = await app.request(place);
    const first = await own.text();
    expect(own.headers.get('referrer-policy')).toBe('no-referrer');
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(first).toContain(`data-copy="https://data.example.org/messages/${number}?key=`);
    expect(first).toContain('27 листопада 2026');
    expect(first).not.toMatch(/<script>alert|<img src=x/);
    await page(`/messages/${number}`, 404);
    await page(`/messages/${number}?key=${'x'.repeat(32)}`, 404);
    await page(`/messages/${number}?key=`, 404);
    await answerMessage(world.ctx, id, { text: `Ось чому ${XSS}`, show: null, origin: '' });
    const key = new URL(place, 'http://x').searchParams.get('key') ?? '';
    const answered = await page(`/en/messages/${number}?key=${key}`);
    expect(answered).toContain('Ось чому');
    expect(answered).not.toMatch(/<script>alert|<img src=x/);
    const empty = await post(`/messages/${number}/words`, { key, text: '' });
    expect([empty.status, (await empty.text()).includes('Напишіть, що додати')]).toEqual([400, true]);
    expect((await post(`/messages/${number}/words`, { key, text: 'Дякую, зрозуміло' })).status).toBe(303);
    expect((await post(`/messages/${number}/words`, { key: 'x', text: 'Дякую' })).status).toBe(404);
    expect((await newest()).state).toBe('waiting');
  });

  it('answered in public shows at once on a page that was remembered, in the list and in the feed', async () => {
    const path = `/datasets/${dataset.slug}`;
    expect(await page(path)).toContain('Питань про цей набір ще немає');
    const etag = (await app.request(path)).headers.get('etag') ?? '';
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await post(
      '/messages/new',
      await question({ text: `Скільки шкіл? ${XSS}`, name: 'Орися', email: 'or@example.ua' }),
    );
    const { id, number } = await newest();
    const show = { text: `Скільки шкіл у громаді? ${XSS}`, confirmed: false };
    await answerMessage(world.ctx, id, { text: 'Дві школи.', show, origin: '' });
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
    const places = [path, `${path}/feedback`, '/messages', '/messages?q=школа', `/messages/${number}`];
    for (const place of [...places, '/messages/feed.atom', ...places.map((one) => `/en${one}`)]) {
      const text = await page(place);
      expect(text, place).toContain('Дві школи.');
      expect(text, place).not.toMatch(/<script>alert|<img src=x|Орися|or@example/);
    }
    expect(await page('/messages?q=тролейбуси')).toContain('Нічого не знайдено');
    expect(await page('/en/messages?q=трамваї')).not.toMatch(/Питання|Знайти/);
  });

  it('is limited to ten an hour from one address; what was typed stays in the form', async () => {
    address = 'busy';
    const typed = await question({ text: 'Питання, яке ставлять знову і знову' });
    for (let sent = 0; sent < 10; sent += 1) expect((await post('/messages/new', typed)).status).toBe(303);
    const refused = await post('/messages/new', typed);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toMatch(/<textarea[^>]*>Питання, яке ставлять знову і знову<\/textarea>/);
    address = 'a';
    expect((await post('/messages/new', typed)).status).toBe(303);
  });

  it('is limited also where many come at once, and from one IPv6 network whatever its addresses', async () => {
    address = '2a01:4b00:1:1::1';
    const typed = await question({ text: 'Питання, надіслане багато разів водночас' });
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async (_, i) => {
        address = `2a01:4b00:1:1::${i + 1}`;
        return (await post('/messages/new', typed)).status;
      }),
    );
    expect(statuses.toSorted()).toEqual([...Array<number>(10).fill(303), ...Array<number>(4).fill(429)]);
    address = 'a';
  });
});

describe('a proposal', () => {
  it('is first shown what is there: datasets, items of the list of resolution 835, wishes of others', async () => {
    expect(await page('/messages/new?kind=proposal')).not.toContain('name="stamp"');
    address = 'proposals';
    await post(
      '/messages/new',
      await question({ kind: 'proposal', subject: 'Розклад руху шкільних автобусів', text: '' }),
    );
    const { id } = await newest();
    await showMessage(world.ctx, id, { subject: 'Розклад руху шкільних автобусів', text: '', confirmed: false });
    const offers = await page('/messages/new?kind=proposal&q=автобуси до школи');
    expect(offers).toContain('Можливо, це вже є');
    expect(offers).toContain('>Школи громади<');
    expect(offers).toContain('Розклад руху шкільних автобусів');
    expect(offers).toContain('постанови Кабінету Міністрів № 835');
    expect(await page('/en/messages/new?kind=proposal&q=автобуси до школи')).toContain('Perhaps this is it');
    expect(offers).toMatch(/name="subject"[^>]* value="автобуси до школи"/);
  });

  it('is supported once by a browser', async () => {
    await post('/messages/new', await question({ kind: 'proposal', subject: 'Графік прибирання снігу', text: '' }));
    const { id, number } = await newest();
    const show = { subject: 'Графік прибирання снігу', text: '', confirmed: false };
    await decideProposal(world.ctx, id, { state: 'considering', text: '', show, origin: '' });
    const first = await post(`/messages/${number}/vote`, {});
    const cookie = first.headers.get('set-cookie') ?? '';
    expect([first.status, /HttpOnly/.test(cookie), /SameSite=Lax/.test(cookie)]).toEqual([303, true, true]);
    const mark = cookie.split(';')[0] ?? '';
    await post(`/messages/${number}/vote`, {}, { cookie: mark });
    expect(await page(`/messages/${number}`, 200, { cookie: mark })).toContain('З цього браузера');
    expect(await page(`/messages/${number}`)).toContain('1 підтримка');
    const list = await page('/messages?kind=proposal&state=considering&order=newest');
    expect(list).toContain('Графік прибирання снігу');
    expect(list).toContain(`action="/messages/${number}/vote"`);
    expect(await page('/messages?kind=proposal&state=refused')).toContain('Нічого не знайдено');
    address = 'voters';
    for (let vote = 0; vote < 30; vote += 1) await post(`/messages/${number}/vote`, {}, { cookie: mark });
    expect((await post(`/messages/${number}/vote`, {})).status).toBe(503);
  });
});
