import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken } from '../../capabilities/accounts/index.ts';

let world: TestContext;
let site: TokenSite;
let unitId = '';
let secret = '';
const ask = (method: string, path: string, body?: string | object, headers?: Record<string, string>) =>
  site.ask(secret, method, path, body, headers);

const PASSPORT = {
  title: 'Договори оренди майна',
  description: 'Чинні договори оренди: номер, орендар, сума.',
  purpose: 'Облік комунального майна.',
  frequency: 'once a month',
  themes: ['derzhava'],
  keywords: ['оренда'],
  responsibleName: 'Відділ майна',
  responsibleEmail: 'majno@example.org',
};

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  const scopes = ['dataset.create', 'dataset.edit', 'file.upload', 'publish'];
  ({ secret } = await createServiceToken(world.ctx, { name: 'Облік майна', scopes, unitId, datasetIds: null }));
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

/** Sends a file and waits until it is read. */
async function send(dataset: string, name: string, csv: string): Promise<string> {
  const sent = await ask('PUT', `/api/1/datasets/${dataset}/file?name=${name}`, csv);
  expect(sent.status, sent.text).toBe(202);
  await world.runJobs();
  return String(sent.at('links.self'));
}

/** Publishes: the draft is brought forward first, what that starts is done, then it is asked for. */
async function publish(dataset: string) {
  const path = `/api/1/datasets/${dataset}/publication?wait=0`;
  let asked = await ask('POST', path);
  if (asked.at('code') === 'file-being-read') {
    await world.runJobs();
    asked = await ask('POST', path);
  }
  if (asked.status !== 202) return asked;
  await world.runJobs();
  return ask('GET', path);
}

test('a program makes a dataset, gives its file, describes it and publishes; next month only the file', async () => {
  const key = { 'idempotency-key': 'contracts' };
  const made = await ask('POST', '/api/1/datasets', PASSPORT, key);
  expect(made.status, made.text).toBe(201);
  const id = String(made.at('id'));
  expect((await ask('POST', '/api/1/datasets', PASSPORT, key)).at('id')).toBe(id);
  expect(made.headers.get('location')).toContain(`/api/1/datasets/${id}/draft`);

  const reading = await send(id, 'dohovory.csv', 'Номер;Товар;Сума\n Д-1 ;Вербиченька;1200,50\nД-2;Калина;300,00\n');
  const checked = await ask('GET', reading);
  expect([checked.at('state'), checked.at('settled'), checked.at('rows')]).toEqual(['checked', true, 2]);
  expect(checked.at('findings.0.places.0.row'), checked.text).toBeTypeOf('number');
  const early = await publish(id);
  expect([early.status, early.at('code')]).toEqual([409, 'repairs-undecided']);
  expect((await ask('POST', String(checked.at('links.repairs')), { accept: 'all' })).status).toBe(202);
  await world.runJobs();
  expect((await ask('GET', reading)).at('state')).toBe('ready');

  const draft = await ask('GET', `/api/1/datasets/${id}/draft`);
  const resource = String(draft.at('resources.0.id'));
  const names = ['Номер', 'Товар', 'Сума'].map((name) => ({ name, purpose: 'Облік' }));
  const described = await ask('PATCH', `/api/1/datasets/${id}/resources/${resource}/fields`, { fields: names });
  expect(described.status, described.text).toBe(200);
  const lost = await ask('PATCH', `/api/1/datasets/${id}/resources/${resource}/fields`, {
    fields: [{ name: 'Колір' }],
  });
  expect([lost.status, lost.at('fields.0.field')]).toEqual([400, 'fields[0].name']);
  const published = await publish(id);
  expect([published.status, published.at('version')], published.text).toEqual([200, 1]);
  expect((await ask('GET', String(published.at('links.dataset')))).at('resources.0.rows')).toBe(2);

  await send(id, 'dohovory-2.csv', 'Номер;Товар;Сума\n Д-1 ;Вербиченька;1300,00\nД-2;Калина;300,00\nД-3;Явір;50,10\n');
  const next = await publish(id);
  expect([next.at('version'), next.at('state')], next.text).toEqual([2, 'done']);
  const again = await publish(id);
  expect([again.status, again.at('version')], 'asked twice, it is one publication').toEqual([200, 2]);
  expect((await ask('POST', `/api/1/datasets/${id}/unchanged`)).at('version')).toBe(2);
});

test('the first publication of a file nobody described needs no second asking', async () => {
  const id = String((await ask('POST', '/api/1/datasets', { ...PASSPORT, title: 'Лавки парку' })).at('id'));
  await send(id, 'lavky.csv', 'code,name,amount\n1,Липова,2.5\n2,Кленова,3\n3,Дубова,7\n');
  const published = await publish(id);
  expect([published.status, published.at('version')], published.text).toEqual([200, 1]);
});

test('a passport is changed by its elements; one that was changed meanwhile is refused, with the faults in their places', async () => {
  const made = await ask('POST', '/api/1/datasets', { title: 'Черги до садків' });
  const path = String(made.at('links.self'));
  const seen = (await ask('GET', path)).headers.get('etag') ?? '';
  const changed = await ask('PATCH', path, { keywords: ['садки'] }, { 'if-match': seen });
  expect([changed.status, changed.at('passport.title')], changed.text).toEqual([200, 'Черги до садків']);
  const late = await ask('PATCH', path, { keywords: ['черги'] }, { 'if-match': seen });
  expect([late.status, late.at('code')]).toEqual([409, 'changed-meanwhile']);
  const wrong = await ask('PATCH', path, { keywords: 'садки', colour: 'red' });
  expect([wrong.status, wrong.at('fields.0.field'), wrong.at('fields.1.field')]).toEqual([400, 'keywords', 'colour']);
  expect((await ask('PATCH', path, '{"a":')).at('code')).toBe('bad-json');
  const drafts = await ask('GET', '/api/1/drafts?state=draft');
  expect([drafts.at('count'), drafts.at('results.0.title')]).toEqual([1, 'Черги до садків']);
});

test('a file without a name, of a kind that is no table, or too late for its dataset is told why', async () => {
  const made = await ask('POST', '/api/1/datasets', { title: 'Дерева міста' });
  const file = String(made.at('links.file'));
  expect((await ask('PUT', file, 'a\n1\n')).at('code')).toBe('name-missing');
  expect((await ask('PUT', `${file}?name=plan.exe`, 'a\n1\n')).at('code')).toBe('file-kind');
  expect((await ask('PUT', `${file}?name=a.csv`, '')).at('code')).toBe('file-empty');
  expect((await ask('PUT', file.replace(/[0-9a-f]{4}\/file/, '0000/file'), 'a\n1\n')).status).toBe(404);
  const form = new FormData();
  form.set('file', new File(['Порода,Рік\nЛипа,1999\n'], 'dereva.csv'));
  const sent = await site.ask(secret, 'POST', file, form);
  expect([sent.status, sent.at('fileName')], sent.text).toEqual([202, 'dereva.csv']);
});

test('a file of several tables: the others are told and taken by their names', async () => {
  const id = String((await ask('POST', '/api/1/datasets', { ...PASSPORT, title: 'Дві таблиці' })).at('id'));
  const reading = await send(id, 'data.json', '{"streets":[{"n":1,"s":"А"},{"n":2,"s":"Б"}],"parks":[{"p":"В"}]}');
  const read = await ask('GET', reading);
  expect([read.at('part'), read.at('parts.1.name'), read.at('parts.1.rows')], read.text).toEqual([
    'streets',
    'parks',
    1,
  ]);
  const taken = await ask('POST', `${reading}/parts`, { names: ['parks'] });
  expect([taken.status, taken.at('readings.1.state')], taken.text).toEqual([202, 'received']);
  await world.runJobs();
  expect((await ask('GET', String(taken.at('readings.1.links.self')))).at('rows')).toBe(1);
  expect((await ask('POST', `${reading}/parts`, { names: ['lakes'] })).status).toBe(404);
});
