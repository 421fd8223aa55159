import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectWeb, openWeb } from '../../../../tests/support/direct-web.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import { setUp } from '../../../capabilities/accounts/index.ts';
import { type Dataset, findCard } from '../../../capabilities/catalog/index.ts';
import { listMessages, sendMessage, showMessage } from '../../../capabilities/community/index.ts';
import { listReports, remindOfReportsJob, rescanJob } from '../../../capabilities/exposure/index.ts';
import { decisionsOf, undoDecision } from '../../../capabilities/privacy/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';

const RUN = { id: 'j', attempt: 1, last: false };
const PASSWORD = 'довгий пароль для перевірки';
const ROWS = ['1;Шахи;zoriana.v@vyhadana.example', '2;Театр;petro.v@vyhadana.example'];
const FILE = { name: 'гуртки.csv', text: `Номер;Назва;Контакт\n${ROWS.join('\n')}\n` };

let test: TestContext;
let web: DirectWeb;
let dataset: Dataset;
let staff: { cookie: string };
beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-23T10:00:00Z' });
  const { root } = await setUp(test.ctx, {
    community: { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' },
    administrator: { name: 'Олена Вигадана', email: 'olena@rada.example', password: PASSWORD },
  });
  web = openWeb(test);
  dataset = await draftDataset(test, root.id, 'Гуртки дітей', FILE);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  staff = await web.signIn('olena@rada.example', PASSWORD);
});
afterAll(() => test.close());

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await web.ask(path, { headers });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

function post(path: string, values: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return web.ask(path, { method: 'POST', headers, body: new URLSearchParams(values) });
}

const form = () => `/datasets/${dataset.slug}/personal-data`;

describe('the form of a report', () => {
  it('stands where the data are, asks a person and not a robot, and keeps what was typed', async () => {
    for (const path of [`/datasets/${dataset.slug}`, `/datasets/${dataset.slug}/feedback`]) {
      expect(await page(path), path).toContain(form());
    }
    const shown = await page(form());
    expect(shown).toContain('Контакт');
    const stamp = /name="stamp" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    const column = `${dataset.resources[0]?.id}/kontakt`;
    const typed = { column, place: 'рядок 2', words: 'пошта батьків', email: 'people@reporter.example' };
    expect((await post(form(), { ...typed, stamp })).status).toBe(400); // too quick
    test.clock.set('2026-11-23T10:01:00Z');
    const robot = await post(form(), { ...typed, stamp, website: 'x' });
    expect(robot.status).toBe(400);
    expect(await robot.text()).toContain('рядок 2');
    const faulty = await post(form(), { ...typed, stamp, words: '', email: 'не адреса' });
    expect(await faulty.text()).toContain('Напишіть у кількох словах');
    expect(await listReports(test.ctx)).toEqual([]);
    const sent = await post(form(), { ...typed, stamp });
    expect(sent.status).toBe(200);
    expect(await sent.text()).toContain('24 листопада');
    const [letter] = (await test.letters()).filter(({ to }) => to === typed.email);
    const path = /(\/personal-data\/confirm\/[\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
    expect(await page(path)).toContain('<button');
    expect((await listReports(test.ctx))[0]?.confirmedAt).toBeNull();
    expect(await (await post(path, {})).text()).toContain('підтверджено');
    expect((await listReports(test.ctx))[0]?.confirmedAt).not.toBeNull();
    expect((await web.ask(`${path.slice(0, -3)}xyz`)).status).toBe(404);
  });
});

describe('«Вже оприлюднене»', () => {
  it('lists reports, signs and hidden columns, and each is dealt with there', async () => {
    for (const { id } of await decisionsOf(test.ctx, dataset.id)) await undoDecision(test.ctx, id);
    await rescanJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    expect((await web.ask('/cabinet/exposure')).status).toBe(303);
    const list = await page('/cabinet/exposure', staff);
    expect(list).toContain('Контакт');
    expect(list).not.toMatch(/zoriana|пошта батьків/);
    const [report] = await listReports(test.ctx);
    const one = `/cabinet/exposure/reports/${report?.id}`;
    // it is a task of whoever answers, without the words of the report
    const desk = await page('/cabinet', staff);
    expect(desk).toContain('Перевірити повідомлення про персональні дані');
    expect(desk).toContain(one);
    expect(desk).not.toContain('пошта батьків');
    expect(await page(one, staff)).toContain('пошта батьків');
    test.clock.set('2026-11-25T09:00:00Z');
    for (let again = 0; again < 2; again++) await remindOfReportsJob.handle(test.ctx, {}, RUN);
    expect((await page('/cabinet/notices', staff)).match(/Минув строк відповісти/g)).toHaveLength(1);
    const refused = await post(one, { verdict: '', answer: 'Дякуємо' }, staff);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Дякуємо');
    const resource = dataset.resources[0]?.id ?? '';
    expect((await post('/cabinet/exposure/hide', { resource, column: 'kontakt' }, staff)).status).toBe(303);
    expect(await page(`/datasets/${dataset.slug}`)).not.toContain('vyhadana.example');
    const id = /hidings\/([\w-]+)\/show/.exec(await page('/cabinet/exposure', staff))?.[1];
    expect(await page('/hidden-columns')).toContain('зараз приховано');
    expect((await post(`/cabinet/exposure/hidings/${id}/show`, {}, staff)).status).toBe(303);
    expect(await page(`/datasets/${dataset.slug}`)).toContain('vyhadana.example');
    expect((await post(one, { verdict: 'mended', answer: 'Прибираємо.' }, staff)).status).toBe(303);
    expect(await page(one, staff)).toContain('Прибираємо.');
    const rules = '/cabinet/settings/exposure';
    expect((await post(rules, { hides: '1', answerDays: '0' }, staff)).status).toBe(400);
    expect((await post(rules, { hides: '1', answerDays: '3' }, staff)).status).toBe(303);
    expect(await page(`${rules}?saved=1`, staff)).toMatch(/name="hides"[^>]*checked/);
  });
});

describe('the page of an emergency withdrawal', () => {
  it('asks two things, and tells whom else to write to', async () => {
    const path = `/cabinet/datasets/${dataset.id}/purge`;
    expect(await page(`/cabinet/datasets/${dataset.id}`, staff)).toContain(path);
    expect(await page(path, staff)).toContain('Вилучити версію 1 назавжди');
    const { id, slug, unitId, passport } = dataset;
    await sendMessage(test.as({ kind: 'visitor' }), {
      ...{ kind: 'question', dataset: { id, slug, title: passport.title, unitId }, text: 'Чия це пошта в рядку 1?' },
      ...{ consent: true, language: 'uk', origin: 'http://localhost' },
    });
    const [message] = (await listMessages(test.ctx, {}, { page: 1, size: 1 })).items;
    await showMessage(test.ctx, message?.id ?? '', { text: 'Чия це пошта в рядку 1?', confirmed: false });
    const refused = await post(path, { version: '1', reason: '', instead: 'none' }, staff);
    expect(refused.status).toBe(400);
    const done = await post(path, { version: '1', reason: 'Пошта батьків.', instead: 'none' }, staff);
    const record = done.headers.get('location') ?? '';
    expect(await page(record, staff)).toContain('Файли знищуємо');
    await test.runJobs();
    const shown = await page(record, staff);
    expect(shown).toContain(`/messages?dataset=${slug}`);
    for (const words of ['Усі файли знищено', 'data.gov.ua', 'Просимо видалити всі копії']) {
      expect(shown).toContain(words);
    }
    const open = await page(`/datasets/${dataset.slug}`);
    expect(open).toContain('Дані цього набору вилучено');
    expect(open).not.toContain('vyhadana.example');
    expect((await findCard(test.ctx, dataset.id))?.withdrawnVersions).toEqual([1]);
    for (const part of ['publish', 'passport', 'history', 'versions/1', 'versions/2']) {
      await page(`/cabinet/datasets/${dataset.id}/${part}`, staff);
    }
  });
});
