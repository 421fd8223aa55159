import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { CITY, type CkanServer, startCkan } from '../../../../tests/support/ckan-server.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, type Person, type Role } from '../../../capabilities/accounts/index.ts';
import { changeTrustedHosts } from '../../../capabilities/sources/index.ts';

const BASE = '/cabinet/city/exchange';

let t: TestContext;
let portal: CkanServer;
let coordinator: Person;
let head: Person;

beforeAll(async () => {
  t = await makeTestContext();
  const unitId = await setUpCommunity(t);
  const person = (role: Role) =>
    createPerson(t.ctx, {
      name: role,
      email: `${role}@example.org`,
      role,
      unitId,
      password: 'вербові сережки цвітуть',
    });
  [coordinator, head] = [await person('coordinator'), await person('head')];
  portal = await startCkan({ datasets: 5, fileOf: () => 'service' });
  await changeTrustedHosts(t.ctx, ['127.0.0.1']);
});
afterAll(async () => {
  await portal?.close();
  await t?.close();
});

async function page(path: string, who: Person = coordinator): Promise<string> {
  const answer = await wholeSite(t, who).request(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}
async function post(path: string, values: Record<string, string> | [string, string][] = {}, who = coordinator) {
  const answer = await wholeSite(t, who).request(path, form(values));
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** Statements sent while a page is made. */
async function statementsOf(path: string): Promise<number> {
  const send = pg.Client.prototype.query;
  let count = 0;
  const counting = function (this: pg.Client, ...args: unknown[]): unknown {
    count += 1;
    return (send as (...all: unknown[]) => unknown).apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: counting });
  await page(path).finally(() => Object.assign(pg.Client.prototype, { query: send }));
  return count;
}

let place = '';

it('asks what to look for, keeps what was typed after a fault, and is only for those who keep the community’s papers', async () => {
  expect(await page(BASE)).toContain('Перенести набори');
  const faulty = await post(BASE, { question: 'Вигадана', portal: 'ftp://x' });
  expect([
    faulty.status,
    faulty.text.includes('Це не адреса портала'),
    faulty.text.includes('value="Вигадана"'),
  ]).toEqual([400, true, true]);
  for (const path of [BASE, `${BASE}/01990000-0000-7000-8000-000000000001`]) {
    expect((await wholeSite(t, head).request(path)).status).toBe(403);
  }
  expect((await post(BASE, { question: CITY.edrpou, portal: portal.url }, head)).status).toBe(403);
  expect((await post(`${BASE}/settings`, { waitMs: '99999999', patienceSeconds: '5' })).status).toBe(400);
  expect((await post(`${BASE}/settings`, { waitMs: '0', patienceSeconds: '5' })).status).toBe(303);
});

it('shows the list with its holders; nothing ticked and no unit chosen are told in place', async () => {
  place = (await post(BASE, { question: CITY.edrpou, portal: portal.url })).to;
  expect(await page(place)).toContain('http-equiv="refresh"');
  await t.runJobs();
  const found = await page(place);
  expect(found).toContain('На порталі 5 наборів');
  expect(found).toContain('створити «Відділ земельних відносин»');
  const ids = [...found.matchAll(/name="item" value="([^"]+)"/g)].map(([, id = '']) => id);
  const holders = [...found.matchAll(/name="(holder-\d+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&quot;', '"')],
  );
  expect((await post(`${place}/start`, holders)).text).toContain('Позначте хоча б один набір');
  const items = ids.slice(0, 4).map((id): [string, string] => ['item', id]);
  const untold = await post(`${place}/start`, [...holders, ...items]);
  expect([untold.status, untold.text.includes('Оберіть підрозділ для наборів')]).toEqual([400, true]);
  const units = holders.map(([name]): [string, string] => [name.replace('holder', 'unit'), 'new']);
  expect((await post(`${place}/start`, [...holders, ...units, ...items, ['mend', 'on']])).status).toBe(303);
  expect(await page(place)).toContain('Переносимо набори');
});

it('tells what came of it, in both languages, offers the rest, and says differences in three columns', async () => {
  await t.runJobs();
  const done = await page(place);
  for (const words of ['Перенесено 4 набори', 'На порталі нових: 1 набір', 'Готові до оприлюднення: 4', 'Запросити']) {
    expect(done).toContain(words);
  }
  expect(await page(`/en${place}`)).toContain('4 datasets carried over');
  for (const [n, one] of portal.packages.entries()) one.title = `Їхня нова назва ${n}`;
  expect((await post(`${place}/look`)).status).toBe(303);
  await t.runJobs();
  expect(await page(place)).toContain('Відмінності з порталом: 4');
  // one of them is the test's own: whose site it is
  const counts = [await statementsOf(BASE), await statementsOf(place), await statementsOf(`${place}/differences`)];
  expect(
    counts.filter((count) => count > 9),
    counts.join(),
  ).toEqual([]);
  const differences = await page(`${place}/differences`);
  for (const words of ['Їхня нова назва', 'Було на порталі', 'Наше']) expect(differences).toContain(words);
  const [, dataset = ''] = /name="dataset" value="([^"]+)"/.exec(differences) ?? [];
  const taken = await post(`${place}/differences`, { dataset, field: 'title', take: 'theirs' });
  expect(taken.to).toContain('done=done');
  const after = await page(`${place}/differences`);
  const asked = (html: string) => html.split('name="field" value="title"').length - 1;
  expect([asked(differences), asked(after)]).toEqual([8, 6]);
  const [, choice = ''] = /name="choice" value="([^"]+)"/.exec(after) ?? [];
  expect((await post(`${place}/undo`, { choice })).to).toContain('done=undone');
  expect((await post(`${place}/undo`, { choice })).status).toBe(409);
});
