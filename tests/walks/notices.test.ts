import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillOrders } from '../../src/app/commands/demo-orders.ts';
import { evidenceAddresses } from '../../src/app/evidence-addresses.ts';
import { createPerson, createUnit, setUp } from '../../src/capabilities/accounts/index.ts';
import { changePassport, createDataset } from '../../src/capabilities/catalog/index.ts';
import { confirmError, heldMessages, listMessages, sendMessage } from '../../src/capabilities/community/index.ts';
import { makeDocument } from '../../src/capabilities/documents/index.ts';
import { gatherEvidence, statementRecipe } from '../../src/capabilities/evidence/index.ts';
import { listHistory } from '../../src/capabilities/history/index.ts';
import { notify } from '../../src/capabilities/notices/index.ts';
import { listOrders, listPolicies } from '../../src/capabilities/orders/index.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { dayOf } from '../../src/kernel/dates.ts';
import { actingAs, type Context } from '../../src/platform/context.ts';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { insideSystem } from '../support/inside-system.ts';
import { openSmtpServer, type SmtpServer } from '../support/smtp-server.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;
const PASSWORD = 'верба над тихою водою';
const ADMIN = { name: 'Ганна Мальва', email: 'hanna@verbivka.example', password: PASSWORD };

let system: RunningSystem;
let browser: Browser;
let smtp: SmtpServer;
let ids: Record<'dataset' | 'entry' | 'task' | 'held' | 'document' | 'draft' | 'order' | 'policy' | 'clause', string>;
let cookies: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** A community in which things have happened. */
async function prepare(ctx: Context): Promise<typeof ids> {
  const community = { name: 'Вербівська територіальна громада', edrpou: '99000011', katottg: 'UA05999990010099999' };
  const { root, administrator } = await setUp(ctx, { community, administrator: ADMIN });
  const { id: unitId } = await createUnit(ctx, { name: 'Відділ транспорту', parentId: root.id });
  const clerk = { name: 'Богдан Журавель', email: 'clerk@verbivka.example', password: PASSWORD };
  await createPerson(ctx, { ...clerk, role: 'responsible', unitId });
  const resource = { kind: 'link' as const, title: 'Автобуси', url: 'https://transport.verbivka.example/gtfs' };
  const dataset = await createDataset(ctx, { unitId, title: 'Місцеперебування автобусів', resource });
  await changePassport(ctx, dataset.id, { ...dataset.passport, description: 'Де зараз автобуси громади.' });
  const to = { people: administrator ? [administrator.id] : [] };
  const subject = { kind: 'dataset', id: dataset.id, name: dataset.passport.title };
  const link = `/cabinet/datasets/${dataset.id}`;
  const facts = { reason: 'Бракує опису стовпця «Маршрут»', by: 'Богдан Журавель', dueOn: '2026-12-14' };
  await notify(ctx, { to, kind: 'dataset.returned', subject, link, facts });
  await notify(ctx, { to, kind: 'dataset.due-soon', subject, link, facts: { dueOn: '2026-12-20' } });
  const message = {
    ...{ kind: 'error' as const, row: '14', column: 'Маршрут', consent: true, language: 'uk' as const },
    ...{ dataset: { id: dataset.id, slug: dataset.slug, title: dataset.passport.title, unitId } },
    ...{ text: 'Автобус 12 уже не їздить через міст, а в таблиці їздить.', email: '', origin: 'http://x' },
  };
  await sendMessage(actingAs(ctx, VISITOR), message);
  await sendMessage(actingAs(ctx, VISITOR), { ...message, text: 'Купити дешево бонус казино https://kazyno.example' });
  const page = { page: 1, size: 5 };
  const [task] = (await listMessages(ctx, {}, page)).items;
  const [held] = (await heldMessages(ctx, page)).items;
  await confirmError(ctx, task?.id ?? '', true);
  const [entry] = (await listHistory(ctx, { deed: 'passport.changed' }, page)).items;
  await ctx.mail.write(ctx.db, { to: 'clerk@verbivka.example', subject: 'Набір повернули', body: 'Текст' });
  await gatherEvidence(ctx, evidenceAddresses);
  const document = await makeDocument(ctx, statementRecipe, { from: '2026-01-01', to: dayOf(ctx.clock.now()) });
  const found = { entry: entry?.id ?? '', task: task?.id ?? '', held: held?.id ?? '' };
  return { dataset: dataset.id, document: document.id, ...found, ...(await papersOf(ctx)) };
}

/** Orders in every state and a policy in force. */
async function papersOf(ctx: Context) {
  await fillOrders(ctx, 'https://data.verbivka.example');
  const { orders } = await listOrders(ctx, {}, { page: 1, size: 9 });
  const policy = (await listPolicies(ctx))[0]?.versions[0];
  return {
    draft: orders.find(({ state }) => state === 'signing')?.id ?? '',
    order: orders.find(({ state }) => state === 'published')?.id ?? '',
    policy: policy?.id ?? '',
    clause: policy?.clauses[1]?.id ?? '',
  };
}

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  const environment = { VIDKRYTO_URL: 'http://localhost:1' };
  [system, browser, smtp] = await Promise.all([startSystem({ environment }), openBrowser(), openSmtpServer()]);
  ids = await insideSystem(system.data, prepare);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${system.url}/sign-in`);
  await page.fill('[name=email]', ADMIN.email);
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/cabinet');
  cookies = await context.storageState();
  await context.close();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await smtp?.close();
});

async function faultsOf(page: Page, name: string): Promise<string[]> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  const found = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
  )) as string[];
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return (wide ? [...found, 'sticks out sideways'] : found).map((fault) => `${name}: ${fault}`);
}

describe('notices, mail, history, held messages, documents and evidence', () => {
  it('mail is set and tried by the administrator in the browser', async () => {
    const context = await browser.newContext({ storageState: cookies });
    const page = await context.newPage();
    await page.goto(`${system.url}/cabinet/settings/mail`);
    await page.fill('[name=host]', '127.0.0.1');
    await page.selectOption('[name=security]', 'none');
    await page.fill('[name=port]', String(smtp.port));
    await page.fill('[name=senderAddress]', 'data@verbivka.example');
    await page.click('main form[action$="/settings/mail"] button');
    await page.click('main form[action$="/test"] button');
    await page.waitForSelector('text=Сервер прийняв лист');
    expect(smtp.taken.map(({ to }) => to)).toContainEqual([ADMIN.email]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'mail-tested.png'), fullPage: true });
    await context.close();
  });

  it.each([
    ['wide-light', { width: 1280, height: 900 }, 'light', ''],
    ['phone-dark', { width: 320, height: 740 }, 'dark', '/en'],
  ] as const)('every page is found sound by axe: %s', async (look, viewport, colorScheme, prefix) => {
    const context = await browser.newContext({ storageState: cookies, viewport, colorScheme });
    const page = await context.newPage();
    const faults: string[] = [];
    const pages: Record<string, string> = {
      notices: '/cabinet/notices',
      preferences: '/cabinet/notices/settings',
      mail: '/cabinet/settings/mail',
      outbox: '/cabinet/settings/mail/outbox',
      history: '/cabinet/history',
      entry: `/cabinet/history/${ids.entry}`,
      'dataset-history': `/cabinet/datasets/${ids.dataset}/history`,
      held: '/cabinet/messages/held',
      'held-thread': `/cabinet/messages/${ids.held}`,
      task: `/cabinet/messages/${ids.task}`,
      evidence: '/cabinet/city/evidence',
      documents: '/cabinet/city/documents',
      document: `/cabinet/city/documents/${ids.document}`,
      sheet: `/cabinet/city/documents/${ids.document}/view`,
      changes: `/cabinet/city/documents/${ids.document}/changes`,
      templates: '/cabinet/city/documents/templates',
      template: '/cabinet/city/documents/templates/evidence.statement',
      sample: '/cabinet/city/documents/templates/registry.annex/preview',
      cases: '/cabinet/city/documents/wordings?kind=unit&words=Відділ транспорту',
      orders: '/cabinet/city/orders',
      'orders-waiting': '/cabinet/city/orders/waiting',
      'order-line': `/cabinet/city/orders/new?line=${encodeURIComponent('рішення виконкому від 06.11.2025 № 7 «Про план»')}`,
      'order-draft': `/cabinet/city/orders/${ids.draft}`,
      'order-edit': `/cabinet/city/orders/${ids.draft}/edit`,
      'order-signed': `/cabinet/city/orders/${ids.order}`,
      norms: '/cabinet/city/norms',
      policy: '/cabinet/city/policy',
      'policy-version': `/cabinet/city/policy/versions/${ids.policy}`,
      'policy-clause': `/cabinet/city/policy/versions/${ids.policy}/clauses/${ids.clause}`,
      'public-norms': '/open-data/norms',
      'public-policy': '/open-data/policy',
    };
    for (const [name, path] of Object.entries(pages)) {
      const answer = await page.goto(system.url + prefix + path);
      expect(answer?.status(), path).toBe(200);
      await page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true; })`);
      faults.push(...(await faultsOf(page, `${name}-${look}`)));
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
