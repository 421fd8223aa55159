import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type OidcService, startOidcService } from '../support/oidc-service.ts';
import { freePort, type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'вербові сережки цвітуть';
const EMAIL = 'olena@rada.example.ua';
const SETTINGS = '/cabinet/settings/sign-in';

let system: RunningSystem;
let service: OidcService;
let browser: Browser;
/** The administrator's; scripts are not needed anywhere here. */
let office: BrowserContext;

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({ environment: { VIDKRYTO_SIGN_IN_HOSTS: '127.0.0.1' } }),
    openBrowser(),
  ]);
  service = await startOidcService(await freePort(), [`${system.url}/sign-in/return`]);
  service.know({ sub: 'olena-77', email: EMAIL, email_verified: true });
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  office = await browser.newContext();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.close();
  await system?.stop();
});

async function faultsOf(page: Page, name: string): Promise<string[]> {
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

it('an administrator adds a sign-in service; its secret is shown no more', async () => {
  const page = await office.newPage();
  await page.goto(`${system.url}/setup`);
  await fillIn(page, { communityName: 'Зразківська міська рада', edrpou: '04054228', katottg: 'UA53020110010112104' });
  await fillIn(page, { personName: 'Олена Петренко', email: EMAIL, password: PASSWORD });
  await press(page, 'Почати роботу');
  await page.goto(`${system.url}/cabinet/settings`);
  await page.click('main a:has-text("Вхід: інші служби")');
  expect(pathOf(page)).toBe(SETTINGS);
  await page.click('main a:has-text("Додати службу входу")');
  await fillIn(page, { name: 'Запис області', issuer: 'login.oblast.gov.ua', clientId: service.clientId });
  await press(page, 'Зберегти');
  expect(await page.locator('.field-error').count()).toBe(2);
  expect(await faultsOf(page, 'service-wrong')).toEqual([]);
  await fillIn(page, { issuer: service.issuer, clientSecret: service.clientSecret });
  await press(page, 'Зберегти');
  expect(pathOf(page)).toBe(SETTINGS);
  expect(await faultsOf(page, 'services')).toEqual([]);
  await page.click('main a:has-text("Запис області")');
  expect(await page.content()).not.toContain(service.clientSecret);
  expect(await page.content()).toContain(`${system.url}/sign-in/return`);
  await page.close();
});

it('signs in at the service and comes back into the cabinet, with every script off', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${system.url}/sign-in?next=/cabinet/history`);
  await page.click('main a:has-text("Увійти через «Запис області»")');
  expect(page.url()).toContain(service.issuer);
  await page.fill('[name=login]', 'olena-77');
  await page.fill('[name=password]', 'any');
  await page.click('button[type=submit]');
  await page.click('button[type=submit]');
  expect(page.url()).toBe(`${system.url}/cabinet/history`);
  expect(await page.textContent('main')).toContain('Приєднано службу входу');
  await plain.close();
});

it('is added to one’s own account through a page with a link, and removed by the password', async () => {
  const page = await office.newPage();
  await page.goto(`${system.url}/cabinet/account/second-step`);
  await page.click('summary:has-text("Від’єднати")');
  await page.locator('details[open] [type=password]').fill(PASSWORD);
  await press(page, 'Від’єднати «Запис області»');
  expect(await page.textContent('main .notice')).toContain('від’єднано');
  await page.click('summary:has-text("Приєднати")');
  await page.locator('details[open] [type=password]').fill(PASSWORD);
  await press(page, 'Приєднати «Запис області»');
  expect(await faultsOf(page, 'go-to-service')).toEqual([]);
  await page.click('main a:has-text("Перейти до служби")');
  await page.fill('[name=login]', 'olena-77');
  await page.fill('[name=password]', 'any');
  await page.click('button[type=submit]');
  await page.click('button[type=submit]');
  expect(page.url()).toContain(`${system.url}/cabinet/account/second-step`);
  expect(await page.textContent('main .notice')).toContain('приєднано');
  await page.close();
  for (const secret of [service.clientSecret, 'olena-77']) expect(system.output()).not.toContain(secret);
});
