import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createOTP } from '@better-auth/utils/otp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'вербові сережки цвітуть';
const EMAIL = 'olena@rada.example.ua';
const SETTINGS = '/cabinet/settings/sign-in';
const FACTORS = '/cabinet/account/second-step';

let system: RunningSystem;
let browser: Browser;
/** The administrator's; nothing here needs scripts. */
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  office = await browser.newContext();
  page = await office.newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function faultsOf(name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    if (PICTURES && width !== 320)
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    if (wide) faults.push(`sticks out sideways at ${width}`);
  }
  const found = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
  )) as string[];
  return [...faults, ...found];
}

async function fillIn(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}

const press = (words: string) => page.click(`main button:has-text("${words}")`);
const pathOf = () => new URL(page.url()).pathname;

it('within its days a role is reminded; after them it can do nothing but set the second step up', async () => {
  await page.goto(`${system.url}/setup`);
  await fillIn({ communityName: 'Зразківська міська рада', edrpou: '04054228', katottg: 'UA53020110010112104' });
  await fillIn({ personName: 'Олена Петренко', email: EMAIL, password: PASSWORD });
  await press('Почати роботу');
  await page.goto(`${system.url}${SETTINGS}`);
  await page.check('main [name="role-administrator"]');
  await press('Зберегти вимогу');
  expect(await faultsOf('required')).toEqual([]);
  await page.goto(`${system.url}/cabinet`);
  expect(await page.textContent('main .notice')).toContain('налаштуйте другий крок входу');
  await page.goto(`${system.url}${SETTINGS}`);
  await fillIn({ graceDays: '0' });
  await press('Зберегти вимогу');
  expect(pathOf()).toBe(FACTORS);
  expect(await faultsOf('required-now')).toEqual([]);
  for (const path of ['/cabinet', '/cabinet/people', '/cabinet/account', '/en/cabinet/history']) {
    await page.goto(`${system.url}${path}`);
    expect(pathOf().replace(/^\/en/, ''), path).toBe(FACTORS);
  }
  const form = { communityName: 'Чужа назва' };
  const answer = await page.request.post(`${system.url}/cabinet/settings`, { form, headers: { origin: system.url } });
  expect(answer.status()).toBe(403);
  await page.goto(`${system.url}/`);
  expect(await page.textContent('body')).toContain('Зразківська міська рада');
});

it('set up, everything works again; an administrator or the command line can take it off', async () => {
  await page.goto(`${system.url}${FACTORS}`);
  await fillIn({ 'password-begin': PASSWORD });
  await press('Налаштувати телефон');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const key = ((await page.textContent('.secret-key')) ?? '').replaceAll(' ', '');
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  await fillIn({ code: await createOTP(new TextDecoder().decode(new Uint8Array(bytes))).totp() });
  await press('Увімкнути');
  await page.goto(`${system.url}/cabinet/people`);
  expect(pathOf()).toBe('/cabinet/people');
  await page.click('main a:has-text("Олена Петренко")');
  await page.click('main a:has-text("Другий крок і сеанси")');
  expect(await faultsOf('person-sign-in')).toEqual([]);
  expect(await page.textContent('main')).toContain('увімкнено');
  const reset = system.command(['user', 'reset-second-step', '--email', EMAIL]);
  expect(reset).toMatchObject({ code: 0 });
  expect(system.command(['user', 'reset-second-step', '--email', 'nobody@rada.example.ua']).code).toBe(1);
  await page.goto(`${system.url}/sign-in`);
  await fillIn({ email: EMAIL, password: PASSWORD });
  await press('Увійти');
  expect(pathOf()).toBe(FACTORS); // asked again at once, as the role demands
});
