import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/*
 * The whole life of a dataset by three people in three browsers: who prepares it, who reviews it, who answers for it; and a citizen who sees only
 * what was approved.
 */

const PASSWORD = 'верба над тихою водою';
const PEOPLE = {
  contributor: { email: 'hotuie@verbivka.example', name: 'Оксана Верес' },
  reviewer: { email: 'pereviriaie@verbivka.example', name: 'Петро Явір' },
  responsible: { email: 'vidpovidaie@verbivka.example', name: 'Марія Липа' },
} as const;
type Who = keyof typeof PEOPLE;

const WRONG = 'Код,Зупинка,Лавок\n1,Ринок,2\n2,Школа,200\n3,Лікарня,3\n';
const RIGHT = 'Код,Зупинка,Лавок\n1,Ринок,2\n2,Школа,2\n3,Лікарня,3\n';

let system: RunningSystem;
let browser: Browser;
let folder: string;
const offices = new Map<Who, BrowserContext>();
let dataset = '';
let slug = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-life-'));
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  const administrator = await browser.newContext();
  const page = await administrator.newPage();
  await setUpCommunity(page);
  const listed = system.command(['user', 'list', '--json']).output;
  const [first] = JSON.parse(listed) as { appointments: { unitId: string }[] }[];
  const unit = first?.appointments[0]?.unitId ?? '';
  for (const [role, { email, name }] of Object.entries(PEOPLE)) {
    const options = ['--email', email, '--name', name, '--role', role, '--unit', unit, '--password-stdin'];
    const { code, errors } = system.command(['user', 'create', ...options], `${PASSWORD}\n`);
    expect(code, errors).toBe(0);
    offices.set(role as Who, await browser.newContext());
  }
  await page.goto(`${system.url}/cabinet/settings/review`);
  await page.check('[name=twoPerson]');
  await press(page, 'Зберегти');
  await page.getByText('Налаштування збережено.').waitFor();
  await administrator.close();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

const press = (page: Page, words: string) =>
  page.locator('main').locator(`button:has-text("${words}"), a:has-text("${words}")`).first().click();

const words = (page: Page) => page.locator('main').textContent();

/** What axe finds on the page as it stands. */
async function faultsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

async function setUpCommunity(page: Page): Promise<void> {
  await page.goto(system.url);
  for (const [name, value] of Object.entries({
    communityName: 'Вербівська територіальна громада',
    edrpou: '99000011',
    katottg: 'UA05999990010099999',
    personName: 'Ганна Мальва',
    email: 'hanna@verbivka.example',
    password: PASSWORD,
  })) {
    await page.fill(`main [name="${name}"]`, value);
  }
  await press(page, 'Почати роботу');
  await page.waitForURL('**/cabinet');
}

/** A fresh page of one of the three, each in a browser of their own. */
async function pageOf(who: Who): Promise<Page> {
  const page = (await offices.get(who)?.newPage()) as Page;
  await page.goto(`${system.url}/cabinet`);
  if (page.url().includes('/sign-in')) {
    await page.fill('[name=email]', PEOPLE[who].email);
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/cabinet');
  }
  return page;
}

/** From the file to the last screen. */
async function giveFile(page: Page, text: string): Promise<void> {
  const path = join(folder, 'Лавки на зупинках.csv');
  await writeFile(path, text);
  await page.setInputFiles('input[type=file]', path);
  await page.waitForURL('**/cabinet/readings/*');
  await page.getByRole('heading', { level: 1, name: 'Ось що ми прочитали' }).waitFor();
  await press(page, 'Далі');
  await page.waitForURL(/\/(repairs|passport)$/);
  if (page.url().endsWith('/repairs')) await press(page, 'Далі: паспорт');
  await page.waitForURL('**/passport');
}

async function citizen(path: string): Promise<{ status: number; text: string }> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const answer = await page.goto(`${system.url}${path}`);
  const text = (await words(page)) ?? '';
  await page.context().close();
  return { status: answer?.status() ?? 0, text };
}

describe('the life of a dataset by three people', () => {
  it('who answers for the data promises them with a term, and a citizen sees it', async () => {
    const page = await pageOf('responsible');
    await page.goto(`${system.url}/cabinet/plan`);
    await page.fill('[name=title]', 'Лавки на зупинках');
    await page.fill('[name=description]', 'Де й скільки лавок стоїть на зупинках громади.');
    await page.fill('[name=dueOn]', '2030-12-20');
    await press(page, 'Пообіцяти');
    await page.waitForURL('**/life?saved=1');
    dataset = new URL(page.url()).pathname.split('/')[3] ?? '';
    expect(await faultsOfPage(page)).toEqual([]);
    slug = ((await page.locator('main a[href^="/datasets/"]').first().getAttribute('href')) ?? '').split('/')[2] ?? '';
    expect((await citizen('/')).text).toContain('Лавки на зупинках');
    const promise = await citizen(`/datasets/${slug}`);
    expect([promise.status, promise.text.includes('до 20 грудня 2030')]).toEqual([200, true]);
    await page.close();
  });

  it('who prepares it gives a file and submits it; there is no button to publish', async () => {
    const page = await pageOf('contributor');
    await page.goto(`${system.url}/cabinet/new?dataset=${dataset}`);
    await giveFile(page, WRONG);
    await page.fill('[name=purpose]', 'Облік обладнання зупинок.');
    await page.selectOption('[name=frequency]', { label: 'Щомісяця' });
    await press(page, 'Далі: перевірити й опублікувати');
    await page.waitForURL('**/publish');
    expect(await page.locator('main button:has-text("Опублікувати")').count()).toBe(0);
    await press(page, 'Надіслати на перевірку');
    await page.getByText('Скажіть, чи є в даних відомості про людей').first().waitFor();
    await page.check('input[name=personalData][value=none]');
    await page.fill('[name=reviewNote]', 'Дані станом на листопад');
    await press(page, 'Надіслати на перевірку');
    await page.getByText('Набір на перевірці.').first().waitFor();
    expect(await faultsOfPage(page)).toEqual([]);
    expect((await citizen(`/datasets/${slug}`)).text).toContain('Даних тут ще немає');
    await page.close();
  });

  it('the reviewer finds it on the desk, comments on a cell and returns it', async () => {
    const page = await pageOf('reviewer');
    expect(await words(page)).toContain('Лавки на зупинках');
    await page.goto(`${system.url}/cabinet/review`);
    expect(await faultsOfPage(page)).toEqual([]);
    await page.locator('main table a').first().click();
    await page.waitForURL('**/cabinet/review/*');
    expect(await words(page)).toContain('Дані станом на листопад');
    await page.locator('main a[href*="row=2"]').first().click();
    expect(await page.inputValue('[name=row]')).toBe('2');
    await page.selectOption('[name=about]', { label: 'стовпець: Лавок' });
    await page.fill('form#comment [name=words]', 'На зупинці «Школа» не може бути 200 лавок');
    await press(page, 'Залишити коментар');
    await page.getByText('Коментар залишено.').waitFor();
    expect(await words(page)).toContain('рядок 2, стовпець «Лавок»');
    expect(await faultsOfPage(page)).toEqual([]);
    await page.locator('summary:has-text("Повернути на доопрацювання")').click();
    await page.check('input[name=reasons][value=data]');
    await page.locator('form[action$="/return"] [name=words]').fill('Перевірте другий рядок');
    await page.locator('form[action$="/return"] button').click();
    await page.getByText('Того, хто подав, повідомлено').waitFor();
    await page.close();
  });

  it('who prepares it reads why and where, mends it, answers and submits it again', async () => {
    const page = await pageOf('contributor');
    expect(await words(page)).toContain('повернуто з перевірки');
    await page.goto(`${system.url}/cabinet/datasets/${dataset}/publish`);
    const told = (await words(page)) ?? '';
    for (const said of ['У даних є помилки', 'Перевірте другий рядок', 'не може бути 200 лавок']) {
      expect(told).toContain(said);
    }
    await page.goto(`${system.url}/cabinet/datasets/${dataset}/structure`);
    expect(await words(page)).toContain('не може бути 200 лавок');
    await page.goto(`${system.url}/cabinet/new?dataset=${dataset}`);
    await giveFile(page, RIGHT);
    await page.goto(`${system.url}/cabinet/datasets/${dataset}/publish`);
    await page.locator('summary:has-text("Відповісти")').first().click();
    await page.locator('textarea[name^="reply-"]').first().fill('Виправили на 2');
    await page.locator('form[action$="/reply"] button').first().click();
    await page.getByText('Виправили на 2').waitFor();
    await page.check('input[name=personalData][value=none]');
    await press(page, 'Надіслати знову');
    await page.getByText('Набір на перевірці.').first().waitFor();
    await page.close();
  });

  it('the reviewer sees the answer, marks it resolved and approves', async () => {
    const page = await pageOf('reviewer');
    await page.goto(`${system.url}/cabinet/review`);
    await page.locator('main table a').first().click();
    await page.waitForURL('**/cabinet/review/*');
    expect(await words(page)).toContain('Виправили на 2');
    await press(page, 'Вирішено');
    await page.getByText('Вирішено: Петро Явір').waitFor();
    await press(page, 'Погодити й опублікувати');
    await page.getByText('Погоджено.').first().waitFor();
    await page.close();
  });

  it('who answers for the data sees it published, in the submitter’s name; the citizen has it at the promised address', async () => {
    const page = await pageOf('responsible');
    await expect
      .poll(
        async () => {
          await page.goto(`${system.url}/cabinet/datasets/${dataset}`);
          return words(page);
        },
        { timeout: 30_000, interval: 300 },
      )
      .toContain(PEOPLE.contributor.name);
    const published = await citizen(`/datasets/${slug}`);
    expect(published.text).toContain('Завантажити');
    expect(published.text).not.toContain('200');
    expect((await citizen('/promised')).text).toContain('зроблено вчасно');
    await page.close();
  });

  it('a head without an account approves the next file by a link, once', async () => {
    const author = await pageOf('contributor');
    await author.goto(`${system.url}/cabinet/new?dataset=${dataset}`);
    const path = join(folder, 'Лавки на зупинках.csv');
    await writeFile(path, `${RIGHT}4,Вокзал,6\n`);
    await author.setInputFiles('input[type=file]', path);
    await author.waitForURL('**/cabinet/readings/*');
    await author.getByRole('heading', { level: 1, name: 'Ось що ми прочитали' }).waitFor();
    await author.goto(`${system.url}/cabinet/datasets/${dataset}/publish`);
    await author.locator('input[name=personalData][value=none]').waitFor({ timeout: 30_000 });
    await author.check('input[name=personalData][value=none]');
    await press(author, 'Надіслати на перевірку');
    await author.getByText('Набір на перевірці.').first().waitFor();
    await author.close();
    const page = await pageOf('reviewer');
    await page.goto(`${system.url}/cabinet/datasets/${dataset}/links`);
    await page.selectOption('[name=purpose]', { value: 'approve' });
    await page.fill('[name=name]', 'Ірина Калина');
    await page.fill('[name=post]', 'керівниця управління');
    await press(page, 'Видати посилання');
    await page.getByText('Посилання видано').waitFor();
    expect(await faultsOfPage(page)).toEqual([]);
    const address = /\/link\/[0-9A-Z-]{19}/.exec((await words(page)) ?? '')?.[0] ?? '';
    await page.close();
    const head = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await head.goto(`${system.url}${address}`);
    expect(await words(head)).toContain('Ірина Калина, керівниця управління');
    expect(await words(head)).toContain('Додано 1, прибрано 0, змінено 0.');
    await press(head, 'Погодити');
    expect(await words(head)).toContain('Погоджено. Дякуємо.');
    expect((await head.goto(`${system.url}${address}`))?.status()).toBe(410);
    await expect
      .poll(async () => (await citizen(`/datasets/${slug}`)).text, { timeout: 30_000, interval: 300 })
      .toContain('Вокзал');
  });
});
