import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { test } from 'vitest';
import { openBrowser } from '../../../../tests/support/browser.ts';
import { makeTestContext } from '../../../../tests/support/make-context.ts';
import { actorOfPerson, communityProfile, personOfRequest } from '../../../capabilities/accounts/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { actingAs } from '../../../platform/context.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { portalRoutes } from '../../portal/index.ts';
import { accountRoutes } from './index.ts';

test('shots', async () => {
  const world = await makeTestContext();
  const app = new Hono<SurfaceEnv>({ getPath: (r) => new URL(r.url).pathname.replace(/^\/en(?=\/)/, '') });
  const styles = [
    'font',
    'tokens',
    'base',
    'frame',
    'parts',
    'forms',
    'tables',
    'portal',
    'cabinet',
    'accounts',
    'print',
  ]
    .map((n) => {
      try {
        return readFileSync(`src/surfaces/components/styles/${n}.css`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n')
    .replace(/url\(["']?[^)"']*\/(onest-[a-z-]+)\.woff2["']?\)/g, 'url(/font/$1.woff2)');
  app.get('/font/:f', async (c) =>
    c.body(await readFile(`node_modules/@fontsource-variable/onest/files/${c.req.param('f')}`), 200, {
      'content-type': 'font/woff2',
    }),
  );
  app.get('/assets/:f', async (c) => {
    const f = c.req.param('f');
    if (f.endsWith('.css')) return c.text(styles, 200, { 'content-type': 'text/css' });
    return c.body(await readFile(`dist/client/${f}`), 200, {
      'content-type': f.endsWith('js') ? 'text/javascript' : 'font/woff2',
    });
  });
  app.use('*', async (c, next) => {
    const url = new URL(c.req.url);
    const visitor = actingAs(world.ctx, VISITOR);
    const person = await personOfRequest(visitor, c.req.raw.headers);
    c.set('visit', {
      ctx: person === null ? visitor : actingAs(visitor, actorOfPerson(person)),
      person,
      language: url.pathname.startsWith('/en/') ? 'en' : 'uk',
      profile: await communityProfile(visitor),
      path: c.req.path,
      query: url.searchParams,
      origin: url.origin,
      requestId: 't',
      address: '10.0.0.1',
    });
    await next();
  });
  app.route('/', accountRoutes());
  app.route('/', portalRoutes());
  const server = serve({ fetch: app.fetch, port: 3977 });
  const browser = await openBrowser();
  const base = 'http://localhost:3977';
  const out = '/tmp/acc-shots';
  await mkdir(out, { recursive: true });
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  let at = 0;
  const shot = async (name: string) => {
    at += 1;
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const result = await (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
    });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    );
    process.stdout.write(`${name} ${found.length ? JSON.stringify(found) : 'axe ok'} ${wide ? 'WIDE' : ''}\n`);
    await page.screenshot({ path: `${out}/${String(at).padStart(2, '0')}-${name}.png`, fullPage: true });
  };
  await page.goto(`${base}/setup`);
  await shot('setup');
  await page.fill('[name=communityName]', 'Зразківська міська рада');
  await page.fill('[name=edrpou]', '123');
  await page.fill('[name=colour]', '#ffd700');
  await page.click('button:has-text("Почати роботу")');
  await shot('setup-errors');
  await page.setViewportSize({ width: 320, height: 700 });
  await shot('setup-phone');
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.fill('[name=edrpou]', '04054228');
  await page.fill('[name=katottg]', 'UA53020110010112104');
  await page.fill('[name=colour]', '#1a5fb4');
  await page.fill('[name=personName]', 'Олена Петренко');
  await page.fill('[name=email]', 'olena@rada.example.ua');
  await page.fill('[name=password]', 'вербові сережки цвітуть');
  await page.click('button:has-text("Почати роботу")');
  await page.goto(`${base}/cabinet/account`);
  await shot('account');
  await page.goto(`${base}/cabinet/units`);
  for (const [name, parent] of [
    ['Виконавчий комітет', 'Зразківська'],
    ['Управління освіти', '– Виконавчий'],
    ['КП «Водоканал»', '– Виконавчий'],
    ['Сектор обліку', '– – КП'],
  ]) {
    await page.fill('[name=name]', name ?? '');
    const value = await page.locator('[name=parentId] option', { hasText: parent }).first().getAttribute('value');
    await page.selectOption('[name=parentId]', value);
    await page.click('button:has-text("Додати підрозділ")');
  }
  await shot('units');
  await page.click('.unit-tree a:has-text("Водоканал")');
  await shot('unit');
  await page.goto(`${base}/cabinet/people/new`);
  await shot('person-new');
  await page.fill('[name=name]', 'Ігор Гай');
  await page.fill('[name=email]', 'ihor@rada.example.ua');
  await page.selectOption('[name=unitId]', { index: 2 });
  await page.click('button:has-text("Додати людину")');
  await shot('person-link');
  await page.goto(`${base}/cabinet/people`);
  await shot('people');
  await page.click('a:has-text("Ігор Гай")');
  await shot('person');
  await page.goto(`${base}/cabinet/settings`);
  await shot('settings');
  await page.goto(`${base}/cabinet/history`);
  await page.click('summary >> nth=0');
  await shot('history');
  await page.setViewportSize({ width: 320, height: 700 });
  for (const p of ['account', 'units', 'people', 'people/new', 'settings', 'history']) {
    await page.goto(`${base}/cabinet/${p}`);
    await shot(`phone-${p.replace('/', '-')}`);
  }
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${base}/en/cabinet/history`);
  await shot('history-dark');
  await page.goto(`${base}/sign-out`);
  await shot('sign-out');
  await page.click('main button:has-text("Вийти")');
  await shot('sign-in-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.click('main button:has-text("Увійти")');
  await shot('sign-in-error');
  await page.goto(`${base}/forgot`);
  await shot('forgot');
  await page.fill('[name=email]', 'olena@rada.example.ua');
  await page.click('main button:has-text("Надіслати")');
  await shot('forgot-sent');
  const link = /http:\S+/.exec((await world.letters())[0]?.body ?? '')?.[0] ?? '';
  await page.goto(link);
  await shot('reset');
  await page.goto(`${base}/reset?token=x`);
  await shot('reset-dead');
  await browser.close();
  server.close();
  await world.close();
}, 280_000);
