import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createOTP } from '@better-auth/utils/otp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'вербові сережки цвітуть';
const EMAIL = 'olena@rada.example.ua';
const FACTORS = '/cabinet/account/second-step';

let system: RunningSystem;
let browser: Browser;
/** Passkeys belong to a name of a site, so the walk goes to localhost. */
let home: string;
/** Without scripts. */
let plain: BrowserContext;
/** With scripts, and an authenticator of its own. */
let office: BrowserContext;
let phone: (ahead?: number) => Promise<string>;
let codes: string[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  home = system.url.replace('127.0.0.1', 'localhost');
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  plain = await browser.newContext({ javaScriptEnabled: false });
  office = await browser.newContext();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** What axe finds, and what sticks out on the screen of a phone. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
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

async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}

const press = (page: Page, words: string) => page.click(`main button:has-text("${words}")`);
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function signIn(page: Page): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await fillIn(page, { email: EMAIL, password: PASSWORD });
  await press(page, 'Увійти');
}

/** The key as it stands in letters. */
function phoneOf(key: string): (ahead?: number) => Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key.replaceAll(' ', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const otp = createOTP(new TextDecoder().decode(new Uint8Array(bytes)));
  return async (ahead = 0) => await otp.hotp(Math.floor(Date.now() / 30_000) + ahead);
}

describe('the second step of signing in', () => {
  it('is set up without scripts: a picture for the phone, its first code, ten recovery codes', async () => {
    const page = await plain.newPage();
    await page.goto(`${home}/setup`);
    await fillIn(page, {
      communityName: 'Зразківська міська рада',
      edrpou: '04054228',
      katottg: 'UA53020110010112104',
    });
    await fillIn(page, { personName: 'Олена Петренко', email: EMAIL, password: PASSWORD });
    await press(page, 'Почати роботу');
    await page.goto(`${home}/cabinet/account`);
    await page.click('main a:has-text("Увімкнути другий крок")');
    expect(pathOf(page)).toBe(FACTORS);
    await fillIn(page, { 'password-begin': 'не той пароль' });
    await press(page, 'Налаштувати телефон');
    expect(await page.textContent('.field-error')).toContain('Пароль не такий');
    await fillIn(page, { 'password-begin': PASSWORD });
    await press(page, 'Налаштувати телефон');
    expect(await page.locator('svg.qr path').count()).toBe(1);
    phone = phoneOf((await page.textContent('.secret-key')) ?? '');
    await fillIn(page, { code: '123' });
    await press(page, 'Увімкнути');
    expect(await page.textContent('.field-error')).toContain('Код не підходить');
    await fillIn(page, { code: await phone(-1) });
    await press(page, 'Увімкнути');
    codes = await page.locator('.recovery-codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await page.click('main a:has-text("Коди збережено")');
    expect(pathOf(page)).toBe(FACTORS);
    await page.close();
  });

  it('asks the code after the password; a recovery code helps once without the phone', async () => {
    await plain.clearCookies();
    const page = await plain.newPage();
    await signIn(page);
    expect(pathOf(page)).toBe('/sign-in/code');
    await page.goto(`${home}/cabinet`);
    expect(pathOf(page)).toBe('/sign-in');
    await page.goto(`${home}/sign-in/code`);
    await fillIn(page, { code: '000000' });
    await press(page, 'Увійти');
    expect(await page.textContent('.field-error')).toContain('Код не підходить');
    await fillIn(page, { code: await phone() });
    await press(page, 'Увійти');
    expect(pathOf(page)).toBe('/cabinet');
    for (const [expected, code] of [
      ['/cabinet', codes[0] ?? ''],
      ['/sign-in/code', codes[0] ?? ''],
    ] as const) {
      await plain.clearCookies();
      await signIn(page);
      await page.click('summary');
      await fillIn(page, { recovery: code.toUpperCase() });
      await press(page, 'Увійти з кодом відновлення');
      expect(pathOf(page)).toBe(expected);
    }
    await page.close();
  });

  it('a passkey is added and signs in alone, without password and code', async () => {
    const page = await office.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    const devtools = await office.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn(page);
    await page.click('summary');
    await fillIn(page, { recovery: codes[1] ?? '' });
    await press(page, 'Увійти з кодом відновлення');
    await page.goto(`${home}${FACTORS}`);
    await fillIn(page, { name: 'Робочий ноутбук', 'password-passkey': 'не той пароль' });
    await press(page, 'Додати ключ доступу');
    await page.waitForSelector('.field-error');
    expect(await page.inputValue('[name=name]')).toBe('Робочий ноутбук');
    await fillIn(page, { 'password-passkey': PASSWORD });
    await press(page, 'Додати ключ доступу');
    await page.waitForSelector('.notice >> text=Ключ доступу додано');
    expect(await page.textContent('.passkeys')).toContain('Робочий ноутбук');
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);
    expect(credentials[0]).toMatchObject({ rpId: 'localhost', isResidentCredential: true });
    expect(await faultsOf(page, 'second-step')).toEqual([]);

    await office.clearCookies();
    await page.goto(`${home}/sign-in?next=/cabinet/history`);
    expect(await faultsOf(page, 'sign-in')).toEqual([]);
    await press(page, 'Увійти з ключем доступу');
    await page.waitForURL(({ pathname }) => pathname === '/cabinet/history');
    expect(await page.textContent('main')).toContain('Додано ключ доступу');

    // one that does not ask for a finger, a face or a PIN is no second factor
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await office.clearCookies();
    await page.goto(`${home}/sign-in`);
    await press(page, 'Увійти з ключем доступу');
    await page.waitForSelector('[data-passkey-words]:not([hidden])');
    expect(pathOf(page)).toBe('/sign-in');
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

    // beside the password it is one of the ways of the second step
    await signIn(page);
    expect(pathOf(page)).toBe('/sign-in/code');
    expect(await faultsOf(page, 'code')).toEqual([]);
    await press(page, 'Увійти з ключем доступу');
    await page.waitForURL(({ pathname }) => pathname === '/cabinet');
    expect(refused).toEqual([]);
  });

  it('codes and passkeys are turned off by the password; the last of them takes the step away', async () => {
    const page = await office.newPage();
    await page.goto(`${home}${FACTORS}`);
    await fillIn(page, { 'password-off': PASSWORD });
    await press(page, 'Вимкнути коди з телефона');
    expect(await page.textContent('.notice')).toContain('вимкнено');
    await page.click('summary:has-text("Перейменувати або вилучити")');
    const forms = page.locator('.passkeys form');
    await forms.nth(0).locator('[name^=name-]').fill('Ноутбук у раді');
    await forms.nth(0).locator('button').click();
    expect(await page.textContent('.passkeys')).toContain('Ноутбук у раді');
    await fillIn(page, { 'password-recovery': PASSWORD });
    await press(page, 'Отримати нові коди');
    expect(await page.locator('.recovery-codes code').count()).toBe(10);
    expect(await faultsOf(page, 'recovery-codes')).toEqual([]);
    await page.goto(`${home}${FACTORS}`);
    await page.click('summary:has-text("Перейменувати або вилучити")');
    await forms.nth(1).locator('[type=password]').fill(PASSWORD);
    await press(page, 'Вилучити ключ');
    await page.waitForSelector('.notice >> text=Ключ вилучено');
    await office.clearCookies();
    await signIn(page);
    expect(pathOf(page)).toBe('/cabinet');
    await page.goto(`${home}${FACTORS}`);
    await fillIn(page, { 'password-begin': PASSWORD });
    await press(page, 'Налаштувати телефон');
    expect(await faultsOf(page, 'phone')).toEqual([]);
    await page.close();
  });

  it('neither the log nor the history holds a code, a key or a passkey', () => {
    const printed = system.output();
    for (const secret of [PASSWORD, EMAIL, ...codes]) expect(printed).not.toContain(secret);
  });
});
