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
const EMAIL = 'olena@rada.example.ua';

let system: RunningSystem;
let browser: Browser;
/** The administrator's: signs in without scripts, looks with them. */
let office: BrowserContext;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** What axe finds, what the policy of the page blocked, what sticks out, what was asked of other hosts. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `accounts-${name}.png`), fullPage: true });
  const found = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
  )) as string[];
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return wide ? [...found, 'sticks out sideways'] : found;
}

async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}

const press = (page: Page, words: string) => page.click(`main button:has-text("${words}")`);

describe('accounts on the running system', () => {
  it('an empty system leads to the set-up page, which works without scripts and signs in', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(system.url);
    expect(new URL(page.url()).pathname).toBe('/setup');
    await fillIn(page, { communityName: 'Зразківська міська рада', edrpou: '123', personName: 'Олена Петренко' });
    await press(page, 'Почати роботу');
    expect(await page.inputValue('[name=communityName]')).toBe('Зразківська міська рада');
    expect(await page.locator('.error-summary a').count()).toBe(4);
    await fillIn(page, { edrpou: '04054228', katottg: 'UA53020110010112104', email: EMAIL, password: PASSWORD });
    await press(page, 'Почати роботу');
    expect(new URL(page.url()).pathname).toBe('/cabinet');
    const [cookie] = await plain.cookies();
    expect(cookie).toMatchObject({ name: 'vidkryto_session', httpOnly: true, sameSite: 'Lax', secure: false });
    await page.goto(`${system.url}/setup`);
    expect(new URL(page.url()).pathname).toBe('/cabinet');
    office = await browser.newContext({ storageState: await plain.storageState() });
    await plain.close();
  });

  it('a second browser works beside the first, and can be ended from it', async () => {
    const phone = await browser.newContext({
      userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36',
    });
    const there = await phone.newPage();
    await there.goto(`${system.url}/cabinet/units`);
    expect(new URL(there.url()).pathname).toBe('/sign-in');
    expect(await faultsOf(there, 'sign-in')).toEqual([]);
    await fillIn(there, { email: EMAIL, password: PASSWORD });
    await press(there, 'Увійти');
    expect(new URL(there.url()).pathname).toBe('/cabinet/units');
    const here = await office.newPage();
    await here.goto(`${system.url}/cabinet/account`);
    const row = here.locator('tr', { hasText: 'Chrome, Android' });
    expect(await row.textContent()).toContain('127.0.0.1');
    await row.locator('button').click();
    await there.goto(`${system.url}/cabinet/account`);
    expect(new URL(there.url()).pathname).toBe('/sign-in');
    await phone.close();
    await here.close();
  });

  it('units and people are made in the cabinet', async () => {
    const page = await office.newPage();
    await page.goto(`${system.url}/cabinet/units`);
    await fillIn(page, { name: 'Управління освіти' });
    await press(page, 'Додати підрозділ');
    expect(await page.textContent('.unit-tree')).toContain('Управління освіти');
    await page.goto(`${system.url}/cabinet/people/new`);
    await fillIn(page, { name: 'Ігор Гай', email: 'ihor@rada.example.ua' });
    await page.selectOption('[name=unitId]', { index: 2 });
    await press(page, 'Додати людину');
    expect(await page.textContent('.snippet')).toContain(`${system.url}/reset?token=`);
    expect(await faultsOf(page, 'person-link')).toEqual([]);
    await page.close();
  });

  const looks = [
    ['desk, light', { width: 1280, height: 900 }, 'light', ''],
    ['phone, dark, English', { width: 320, height: 700 }, 'dark', '/en'],
  ] as const;
  const paths = ['account', 'units', 'people', 'people/new', 'settings', 'history'];

  it.each(looks)(
    'axe finds nothing, nothing is blocked, nothing sticks out: %s',
    async (look, viewport, colorScheme, prefix) => {
      const context = await browser.newContext({ storageState: await office.storageState(), viewport, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(system.url)) complaints.push(`asked ${request.url()}`);
      });
      for (const path of [...paths.map((each) => `/cabinet/${each}`), '/sign-out', '/forgot', '/reset?token=x']) {
        await page.goto(`${system.url}${prefix}${path}`);
        const name = `${path.replaceAll(/\W+/g, '-')}-${look.replaceAll(/\W+/g, '-')}`;
        expect([path, ...(await faultsOf(page, name))]).toEqual([path]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('a changed password ends the other sessions; the log has no password, token or address of mail', async () => {
    const page = await office.newPage();
    await page.goto(`${system.url}/cabinet/account`);
    await fillIn(page, { currentPassword: PASSWORD, newPassword: 'шість горобців на дроті' });
    await press(page, 'Змінити пароль');
    expect(new URL(page.url()).search).toBe('?done=password');
    const [cookie] = await office.cookies();
    await page.goto(`${system.url}/cabinet/history`);
    expect(await page.textContent('table')).toContain('Змінено пароль');
    const printed = system.output();
    for (const secret of [PASSWORD, 'горобців', EMAIL, cookie?.value.split('.')[0] ?? '-', 'token=']) {
      expect(printed).not.toContain(secret);
    }
    await page.close();
  });

  it('the command line adds people to the running system', async () => {
    const words = [
      'user',
      'create',
      '--email',
      'cli@rada.example.ua',
      '--name',
      'Консоль',
      '--role',
      'administrator',
      '--password-stdin',
    ];
    const made = system.command(words, `${PASSWORD}\n`);
    expect(made).toMatchObject({ code: 0 });
    expect(system.command(['user', 'list']).output).toContain('cli@rada.example.ua');
    expect(system.command(words, `${PASSWORD}\n`).code).toBe(1);
  });
});
