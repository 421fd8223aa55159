import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples/demo');
const PASSWORD = 'верба над тихою водою';
/** Windows-1251, semicolons, dates as clerks write them. */
const TREES = 'vydalennia-derev.csv';

let system: RunningSystem;
let browser: Browser;
let office: BrowserContext;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-walk-'));
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  office = await browser.newContext();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

const press = (page: Page, words: string) =>
  page.locator('main').locator(`button:has-text("${words}"), a:has-text("${words}")`).first().click();

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

/** Waits for the file to be read, goes through the look and the repairs, up to the passport. */
async function lookAndMend(page: Page): Promise<void> {
  await page.waitForURL('**/cabinet/readings/*');
  await page.getByRole('heading', { level: 1, name: 'Ось що ми прочитали' }).waitFor();
  await press(page, 'Далі');
  await page.waitForURL('**/repairs');
  await press(page, 'Виправити все');
  await press(page, 'Далі: паспорт');
  await page.waitForURL('**/passport');
}

async function publish(page: Page): Promise<string> {
  await press(page, 'Далі: перевірити й опублікувати');
  await page.waitForURL('**/publish');
  await press(page, 'Опублікувати');
  await page.waitForURL('**/published');
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}

async function json(path: string, status = 200): Promise<Record<string, unknown>> {
  const answer = await fetch(`${system.url}${path}`);
  expect(answer.status, path).toBe(status);
  return (await answer.json()) as Record<string, unknown>;
}

interface FoundDataset {
  readonly title: string;
  readonly resources: readonly { readonly id: string; readonly rowsUrl: string }[];
}

describe('the main walk, from an empty data folder', () => {
  let dataset = '';

  it('a clerk publishes a file in a few clicks', async () => {
    const page = await office.newPage();
    await setUpCommunity(page);
    await page.goto(`${system.url}/cabinet/new`);
    await page.setInputFiles('input[type=file]', join(EXAMPLES, TREES));
    await lookAndMend(page);
    await page.fill('[name=description]', 'Акти обстеження, обрізки й видалення дерев.');
    await page.fill('[name=purpose]', 'Ведення обліку зелених насаджень.');
    await page.selectOption('[name=frequency]', { label: 'Щомісяця' });
    dataset = await publish(page);
    expect(await page.locator('main').textContent()).toContain('Версія 1');
    await page.close();
  });

  it('a citizen finds it by another form of the word, looks, filters and downloads', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(system.url);
    await page.fill('input[type=search]', 'видалень деревами');
    await page.keyboard.press('Enter');
    await page.locator('main h2 a, main h3 a').first().click();
    expect(await page.locator('h1').textContent()).toBe('Vydalennia-derev');
    const address = new URL(page.url());
    await page.goto(`${address.href}?q=${encodeURIComponent('обрізка')}`);
    const rows = await page.locator('main table tbody').first().textContent();
    expect(rows).toContain('обрізка');
    expect(rows).not.toContain('посадка');
    const csv = await page.locator('a[href*=".csv"]').first().getAttribute('href');
    const file = await (await fetch(`${system.url}${csv}`)).text();
    expect(file.split('\r\n').filter((line) => line !== '')).toHaveLength(75);
    expect(file).toMatch(/,2026-\d\d-\d\d,/);
    await page.close();
  });

  it('a developer reads the rows back', async () => {
    const found = await json(`/api/1/datasets?q=${encodeURIComponent('дерево')}`);
    expect(found.count).toBe(1);
    const [first] = found.results as FoundDataset[];
    const resource = first?.resources[0]?.id ?? '';
    const answer = await json(
      `/api/rows/${resource}?${new URLSearchParams({ 'Вид робіт__exact': 'посадка', sort: '-Кількість', page_size: '5' })}`,
    );
    const counts = (answer.rows as { kilkist: number }[]).map(({ kilkist }) => kilkist);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const refusal = await json(`/api/rows/${resource}?${new URLSearchParams({ район__exact: 'Центр' })}`, 400);
    expect(JSON.stringify(refusal)).toContain('район');
    expect(JSON.stringify(refusal)).toContain('kilkist');
  });

  it('the next file becomes version 2, mended by the recipe without a click, and the first stays', async () => {
    const lines = (await readFile(join(EXAMPLES, TREES), 'latin1')).split('\r\n');
    const next = join(folder, TREES);
    await writeFile(next, [...lines.slice(0, 60), ...lines.slice(61)].join('\r\n'), 'latin1');
    const page = await office.newPage();
    await page.goto(`${system.url}/cabinet/datasets/${dataset}`);
    await press(page, 'Оновити файл');
    await page.setInputFiles('input[type=file]', next);
    await page.waitForURL('**/cabinet/readings/*');
    await page.getByRole('heading', { level: 1, name: 'Ось що ми прочитали' }).waitFor();
    await press(page, 'Далі');
    await page.getByRole('heading', { level: 1, name: 'Виправлено 146 місць' }).waitFor();
    await press(page, 'Далі: паспорт');
    await page.waitForURL('**/passport');
    await publish(page);
    await page.goto(`${system.url}/cabinet/datasets/${dataset}`);
    expect(await page.locator('main').textContent()).toContain('прибрано 1');
    const first = await fetch(`${system.url}/datasets/vydalennia-derev/versions/1`);
    expect(first.status).toBe(200);
    expect(await first.text()).toContain('74');
    await page.close();
  });

  it('«Дані не змінились» is one click and makes no version; a suspended set says why; reopened it is back', async () => {
    const page = await office.newPage();
    await page.goto(`${system.url}/cabinet/datasets/${dataset}`);
    await press(page, 'Дані не змінились');
    await page.getByText('Записано: дані не змінились').waitFor();
    expect((await json('/api/1/datasets?q=')).count).toBe(1);
    await page.locator('details', { hasText: 'Призупинити' }).first().locator('summary').click();
    const form = page.locator('form[action*=suspend]');
    await form.locator('[name=reason]').fill('Перевірка персональних даних');
    await form.locator('[name=order]').fill('розпорядження № 12 від 20.11.2026');
    await form.locator('[name=reviewOn]').fill('2027-01-15');
    await form.locator('button').click();
    await page.getByText('Набір призупинено').first().waitFor();
    const shown = await fetch(`${system.url}/datasets/vydalennia-derev`);
    expect(await shown.text()).toContain('Перевірка персональних даних');
    expect((await json('/api/1/datasets?q=')).count).toBe(0);
    await page.close();
  });
});
