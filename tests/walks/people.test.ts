import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'вербові сережки цвітуть';

let system: RunningSystem;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  office = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await office.newPage();
  await page.goto(`${system.url}/setup`);
  await fillIn({
    communityName: 'Зразківська міська рада',
    personName: 'Олена Петренко',
    edrpou: '04054228',
    katottg: 'UA53020110010112104',
    email: 'olena@rada.example.ua',
    password: PASSWORD,
  });
  await press('Почати роботу');
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function fillIn(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}
const press = (words: string) => page.click(`main button:has-text("${words}")`);

/** What axe finds and what sticks out, on a desk and on a phone; pictures of both where they are asked for. */
async function faultsOf(path: string, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${system.url}${path}`);
    await page.evaluate('document.fonts.ready');
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `people-${name}-${width}.png`), fullPage: true });
    const found = (await page.evaluate(
      `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
    )) as string[];
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    faults.push(...found, ...(wide ? [`sticks out at ${width}`] : []));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

async function addUnit(name: string, kind: string): Promise<void> {
  await page.goto(`${system.url}/cabinet/units`);
  await fillIn({ name });
  await page.selectOption('main [name=kind]', kind);
  await press('Додати підрозділ');
}

/** Adds a person with the form as a clerk would; gives the address of their page. */
async function addPerson(name: string, email: string, unit: string): Promise<string> {
  await page.goto(`${system.url}/cabinet/people/new`);
  await fillIn({ name, email });
  await page.selectOption('main [name=unitId]', { label: unit });
  await press('Додати людину');
  await page.goto(`${system.url}/cabinet/people`);
  return (await page.getAttribute(`main a:text-is("${name}")`, 'href')) ?? '';
}

describe('people on the running system', () => {
  it('are added, shown and replaced in at most five clicks; every page is sound on a desk and on a phone', async () => {
    await addUnit('Управління освіти', 'office');
    await addUnit('КП «Водоканал»', 'enterprise');
    const old = await addPerson('Ганна Мальва', 'hanna@rada.example.ua', '– Управління освіти');
    await addPerson('Богдан Журавель', 'bohdan@rada.example.ua', '– КП «Водоканал»');
    expect(await faultsOf('/cabinet/people', 'list')).toEqual([]);
    expect(await faultsOf('/cabinet/people/new', 'new')).toEqual([]);
    expect(await faultsOf(old, 'person')).toEqual([]);
    expect(await faultsOf(`${old}/replace`, 'replace')).toEqual([]);
    expect(await faultsOf('/cabinet/rights', 'rights')).toEqual([]);
    expect(await faultsOf('/en/cabinet/rights', 'rights-en')).toEqual([]);
    await page.goto(`${system.url}${old}`);
    const appointment = (await page.getAttribute('main .appointment-list a', 'href')) ?? '';
    expect(await faultsOf(appointment, 'appointment')).toEqual([]);
    let clicks = 0;
    const click = async (selector: string) => {
      clicks += 1;
      await page.click(selector);
    };
    await page.goto(`${system.url}/cabinet/people`);
    await click('main tr:has-text("Ганна Мальва") a:has-text("Замінити")');
    clicks += 2; // the list of people is opened, one is chosen
    const bohdan = await page.getAttribute('main [name=comingId] option:has-text("Богдан Журавель")', 'value');
    await page.selectOption('main [name=comingId]', bohdan ?? '');
    await click('main button:has-text("Замінити")');
    expect(new URL(page.url()).search).toBe('?done=replaced');
    expect(clicks).toBeLessThanOrEqual(5);
    expect(await page.textContent('main tr:has-text("Богдан Журавель")')).toContain('Управління освіти');
  });

  it('are away by one click, and public pages tell whom to ask', async () => {
    await page.goto(`${system.url}/cabinet/people`);
    await page.click('main a:text-is("Богдан Журавель")');
    const address = new URL(page.url()).pathname;
    await press('Лікарняний');
    expect(await page.textContent('main .notice.tone-info')).toContain('Лікарняний');
    expect(await faultsOf(`${address}?done=away`, 'away')).toEqual([]);
    await page.goto(`${system.url}${address}`);
    await press('Завершити відсутність');
    expect(await faultsOf('/responsible', 'responsible')).toEqual([]);
    expect(await page.textContent('main')).toContain('Богдан Журавель');
  });

  it('somebody without e-mail gets a sheet to print and types its code', async () => {
    await page.goto(`${system.url}/cabinet/people/new`);
    await fillIn({ name: 'Тарас Явір' });
    await page.check('main [name=noMail]');
    await page.selectOption('main [name=unitId]', { label: '– Управління освіти' });
    await press('Додати людину');
    const code = (await page.textContent('main .code-to-type')) ?? '';
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'people-paper-1280.png'), fullPage: true });
    const other = await browser.newPage();
    await other.goto(`${system.url}/code`);
    await other.fill('main [name=token]', code.toLowerCase());
    await other.click('main button:has-text("Далі")');
    expect(await other.textContent('main')).toContain('Тарас Явір');
    await other.close();
  });

  it('a unit is reorganised, and its page leads to the successor', async () => {
    await page.goto(`${system.url}/cabinet/units`);
    await page.click('main .unit-tree a:text-is("Управління освіти")');
    const unit = new URL(page.url()).pathname;
    expect(await faultsOf(unit, 'unit')).toEqual([]);
    expect(await faultsOf(`${unit}/reorganise`, 'reorganise')).toEqual([]);
    await page.selectOption('main [name=successorId]', { label: '– КП «Водоканал»' });
    await press('Реорганізувати');
    expect(await page.textContent('main')).toContain('Підрозділ реорганізовано');
    const answer = await page.goto(`${system.url}/units/upravlinnia-osvity`);
    expect(answer?.status()).toBe(410);
    expect(await page.textContent('main')).toContain('КП «Водоканал»');
    expect(await faultsOf('/units/upravlinnia-osvity', 'closed-unit')).toEqual([]);
  });
});
