import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson, createUnit, setUp } from '../../src/capabilities/accounts/index.ts';
import { changePassport, createDataset } from '../../src/capabilities/catalog/index.ts';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { readOutbox } from '../../src/platform/mail/outbox.ts';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'верба над тихою водою';
const PHONE = { width: 360, height: 740 };

let system: RunningSystem;
let browser: Browser;
/** The clerk's, with scripts. */
let office: BrowserContext;
/** The citizen's: a phone without scripts. */
let street: BrowserContext;
let slug: string;
/** Addresses the walk came by. */
let privateAddress = '';
let threadAddress = '';

/** A community with a clerk and one published dataset, as the system itself would make them. */
async function prepare(ctx: Context): Promise<string> {
  const { root } = await setUp(ctx, {
    community: { name: 'Вербівська територіальна громада', edrpou: '99000011', katottg: 'UA05999990010099999' },
    administrator: { name: 'Ганна Мальва', email: 'hanna@verbivka.example', password: PASSWORD },
  });
  const { id: unitId } = await createUnit(ctx, { name: 'Відділ транспорту', parentId: root.id });
  const clerk = { name: 'Богдан Журавель', email: 'clerk@verbivka.example', password: PASSWORD };
  await createPerson(ctx, { ...clerk, role: 'responsible', unitId });
  const resource = { kind: 'link' as const, title: 'Автобуси', url: 'https://transport.verbivka.example/gtfs' };
  const dataset = await createDataset(ctx, { unitId, title: 'Місцеперебування автобусів', resource });
  await changePassport(ctx, dataset.id, {
    ...dataset.passport,
    description: 'Де зараз автобуси громади.',
    purpose: 'Диспетчерське керування.',
    frequency: 'once a year',
    themes: ['transport'],
    keywords: ['автобуси'],
    responsibleName: 'Богдан Журавель',
    responsibleEmail: 'clerk@verbivka.example',
  });
  await publishDataset(ctx, dataset.id);
  return dataset.slug;
}

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  slug = await insideSystem(system.data, prepare);
  [office, street] = await Promise.all([
    browser.newContext(),
    browser.newContext({ javaScriptEnabled: false, viewport: PHONE }),
  ]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const press = (page: Page, words: string) =>
  page.locator('main').locator(`button:has-text("${words}"), a:has-text("${words}")`).first().click();

async function signIn(page: Page): Promise<void> {
  await page.goto(`${system.url}/sign-in`);
  await page.fill('[name=email]', 'clerk@verbivka.example');
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/cabinet');
}

describe('a citizen asks, a clerk answers', () => {
  it('from the dataset’s page, on a phone without scripts, through the form that asks first', async () => {
    const page = await street.newPage();
    await page.goto(`${system.url}/datasets/${slug}`);
    await press(page, 'Запитати або повідомити про помилку');
    await page.getByRole('heading', { level: 1, name: 'Що ви хочете зробити?' }).waitFor();
    await page.check('input[value=question]');
    await press(page, 'Далі');
    await page.fill('[name=text]', 'Чому?');
    await page.fill('[name=email]', 'olena@example.ua');
    await page.waitForTimeout(2_100); // sooner is taken for a robot
    await press(page, 'Надіслати');
    expect(await page.textContent('.error-summary')).toContain('Напишіть трохи докладніше');
    expect(await page.inputValue('[name=email]')).toBe('olena@example.ua');
    await page.fill('[name=text]', 'Чому автобуса № 3 на карті немає у вихідні?');
    await press(page, 'Надіслати');
    await page.waitForURL('**/messages/1?key=*');
    privateAddress = page.url();
    expect(await page.textContent('main')).toContain('Ваше повідомлення має № 1.');
    await page.goto(`${system.url}/messages/1`);
    expect(await page.textContent('h1')).not.toContain('№ 1'); // not public yet
  });

  it('the clerk finds it on the desk, answers and shows it to all; a letter goes out', async () => {
    const page = await office.newPage();
    await signIn(page);
    await page.click('.desk-line a:has-text("Чому автобуса № 3")');
    await page.waitForURL('**/cabinet/messages/*');
    threadAddress = page.url();
    await page.fill('[name=text]', 'У вихідні цей автобус не їздить. Додамо це до опису набору.');
    await page.fill('form[action$="/answer"] [name=publicText]', 'Чому автобуса № 3 немає у вихідні?');
    await press(page, 'Відповісти');
    await page.waitForURL('**done=answered');
    await page.goto(`${system.url}/cabinet`);
    expect(await page.textContent('main')).not.toContain('Чому автобуса');
    const letters = await insideSystem(system.data, ({ db }) => readOutbox(db));
    const answer = letters.find(({ to, subject }) => to === 'olena@example.ua' && subject.startsWith('Відповідь'));
    expect(answer?.body).toContain('У вихідні цей автобус не їздить.');
    // no mail server is set: what is news for the staff stays in the cabinet, read since it was answered
    expect(letters.some(({ to }) => to === 'clerk@verbivka.example')).toBe(false);
    await page.goto(`${system.url}/cabinet/notices`);
    expect(await page.textContent('main')).toContain('Надійшло повідомлення: № 1, «Місцеперебування автобусів».');
    expect(await page.locator('.notice-unread').count()).toBe(0);
  });

  it('everybody reads it on the dataset’s page; the author reads it and adds a word', async () => {
    const page = await street.newPage();
    await page.goto(`${system.url}/datasets/${slug}`);
    const part = await page.textContent('#feedback');
    expect(part).toContain('Чому автобуса № 3 немає у вихідні?');
    expect(part).toContain('Відділ транспорту');
    expect(part).not.toContain('olena');
    await page.goto(privateAddress);
    expect(await page.textContent('.thread')).toContain('У вихідні цей автобус не їздить.');
    await page.click('summary:has-text("Додати щось")');
    await page.fill('[name=text]', 'А у свята?');
    await press(page, 'Додати');
    await page.waitForURL('**added=1');
    expect(await page.textContent('.thread')).toContain('А у свята?');
    expect(await page.textContent('main')).toContain('чекає на відповідь');
  });

  it('a proposal is shown to all by the clerk and supported by another citizen', async () => {
    const page = await street.newPage();
    await page.goto(`${system.url}/messages/new?kind=proposal`);
    await page.fill('[name=q]', 'Розклад шкільних автобусів');
    await press(page, 'Далі');
    await page.getByText('Немає потрібного? Напишіть нам').waitFor(); // the community's buses are near, and offered
    await page.selectOption('[name=unit]', { label: 'Відділ транспорту' });
    await page.waitForTimeout(2_100);
    await press(page, 'Надіслати пропозицію');
    await page.waitForURL('**/messages/2?key=*');
    const clerk = await office.newPage();
    await clerk.goto(`${system.url}/cabinet`);
    await clerk.click('.desk-line a:has-text("Розклад шкільних автобусів")');
    await clerk.waitForURL('**/cabinet/messages/*');
    await clerk.check('input[value=considering]');
    await press(clerk, 'Зберегти рішення');
    await clerk.waitForURL('**done=decided');
    await page.goto(`${system.url}/messages?kind=proposal`);
    await press(page, 'Мені теж потрібно');
    await page.waitForURL('**/messages/2?voted=1#support');
    expect(await page.textContent('#support')).toContain('1 підтримка');
    expect(await page.locator('form[action$="/vote"]').count()).toBe(0);
  });

  it('a request under the Law is shown its way, and no message comes of it', async () => {
    const page = await street.newPage();
    await page.goto(`${system.url}/messages/new`);
    await page.check('input[value=request]');
    await press(page, 'Далі');
    expect(await page.textContent('main')).toContain('ст. 20 ч. 1');
    await page.fill('[name=what]', 'Договори про перевезення за 2025 рік');
    await press(page, 'Скласти текст');
    expect(await page.textContent('#ready-text')).toContain('Договори про перевезення за 2025 рік');
    const clerk = await office.newPage();
    await clerk.goto(`${system.url}/cabinet/messages?all=1`);
    expect(await clerk.locator('.desk-line').count()).toBe(2);
  });
});

/** What axe finds, and what sticks out sideways. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `messages-${name}.png`), fullPage: true });
  const found = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
  )) as string[];
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return (wide ? [...found, 'sticks out sideways'] : found).map((fault) => `${name}: ${fault}`);
}

describe('every page of messages', () => {
  const looks = [
    ['wide-light', { width: 1280, height: 900 }, 'light', ''],
    ['phone-dark', { width: 320, height: 740 }, 'dark', '/en'],
  ] as const;

  it.each(looks)('is found sound by axe, forms with errors too: %s', async (look, viewport, colorScheme, prefix) => {
    const context = await browser.newContext({ storageState: await office.storageState(), viewport, colorScheme });
    const page = await context.newPage();
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) blocked.push(message.text());
    });
    const faults: string[] = [];
    const { pathname, search } = new URL(privateAddress);
    const pages: Record<string, string> = {
      choose: '/messages/new',
      unchosen: '/messages/new?asked=1',
      question: `/messages/new?kind=error&dataset=${slug}&row=2`,
      proposal: '/messages/new?kind=proposal',
      offers: '/messages/new?kind=proposal&q=автобуси',
      request: '/messages/new?kind=request&q=Договори',
      list: '/messages',
      proposals: '/messages?kind=proposal',
      public: '/messages/1',
      proposed: '/messages/2',
      private: pathname + search,
      feedback: `/datasets/${slug}/feedback`,
      desk: '/cabinet',
      staff: '/cabinet/messages',
      thread: new URL(threadAddress).pathname,
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(system.url + prefix + path);
      faults.push(...(await faultsOf(page, `${name}-${look}`)));
    }
    await page.goto(`${system.url}${prefix}/messages/new?kind=question`);
    await page.fill('[name=email]', 'olena');
    await page.fill('[name=dataset]', 'such a dataset is not there');
    await page.waitForTimeout(2_100);
    await page.click('main form[method=post] button');
    await page.locator('.error-summary a').first().waitFor();
    faults.push(...(await faultsOf(page, `question-faults-${look}`)));
    await page.goto(system.url + prefix + new URL(threadAddress).pathname);
    await page.fill('form[action$="/answer"] [name=text]', '');
    await page.click('form[action$="/answer"] button');
    await page.locator('.error-summary a').first().waitFor();
    faults.push(...(await faultsOf(page, `thread-faults-${look}`)));
    expect(faults).toEqual([]);
    expect(blocked).toEqual([]);
    await context.close();
  });
});
