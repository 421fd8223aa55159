import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import {
  changeNote,
  publishDataset,
  reopenDataset,
  suspendDataset,
  withdrawVersion,
} from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { downloadRoutes } from '../../downloads/index.ts';
import { rowsApiRoutes } from '../../rows-api/index.ts';
import { portalRoutes } from '../index.ts';

const SCHOOLS = { name: 'школи.csv', restricted: ['Телефон'], identifier: ['Номер'] };
const FIRST = 'Номер;Назва;Учнів;Телефон\n1;Гімназія;520;067\n2;Ліцей;640;068\n3;Школа;310;069\n';
const SECOND = 'Номер;Назва;Учнів;Телефон\n1;Гімназія;530;067\n3;Школа;310;050\n4;Ліцей № 4;200;051\n';
const THIRD = 'Номер;Назва;Телефон\n1;Гімназія;067\n3;Школа;050\n4;Ліцей № 4;051\n';
const NOTE = 'Стовпця «Учнів» більше немає: беріть його з набору про контингент.';

let test: TestContext;
let app: Hono<SurfaceEnv>;
let dataset: Dataset;
let base: string;

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: 'uk',
      profile: await communityProfile(test.ctx),
      path: pathname,
      query: searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  for (const routes of [portalRoutes(), downloadRoutes(), rowsApiRoutes()]) app.route('/', routes);
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code, text: error.text.uk }, HTTP_STATUS[error.kind]);
  });
  dataset = await draftDataset(test, await setUpCommunity(test), 'Заклади освіти', { ...SCHOOLS, text: FIRST });
  base = `/datasets/${dataset.slug}/versions`;
  await publishDataset(test.ctx, dataset.id);
  for (const text of [SECOND, THIRD]) {
    test.clock.set(new Date(test.clock.now().getTime() + 1000));
    await giveFile(test, dataset, { ...SCHOOLS, text });
    if (text === THIRD) await changeNote(test.ctx, dataset.id, NOTE);
    await publishDataset(test.ctx, dataset.id);
  }
  await test.runJobs();
});
afterAll(() => test.close());

async function ask(path: string): Promise<{ status: number; text: string; location: string | null }> {
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

async function json(path: string) {
  const { status, text } = await ask(path);
  expect(status, text).toBe(200);
  return JSON.parse(text);
}

describe('the list of versions', () => {
  it('tells number, publisher, rows, what changed and what users are told', async () => {
    const { text } = await ask(`/datasets/${dataset.slug}/versions`);
    expect(text).toContain('Версія 3');
    expect(text).toContain('Управління освіти');
    expect(text).toMatch(/додано 1\s+рядок.{1,3}вилучено 1\s+рядок.{1,3}змінено 1\s+рядок/);
    expect(text).toContain('є зміни, що ламають сумісність');
    expect(text).toContain(NOTE);
    expect(text).not.toContain('ще рахується');
    expect((await ask(`/datasets/${dataset.slug}/feed.atom`)).text).toContain(NOTE);
  });

  it('every version has a passport, a structure and sums of its own', async () => {
    const first = await json(`${base}/1/passport.json`);
    expect(first).toMatchObject({ version: 1, note: '', url: `https://data.example.org${base}/1` });
    expect(await json(`${base}/3/passport.json`)).toMatchObject({ version: 3, note: NOTE });
    expect((await ask(`${base}/1/passport`)).status).toBe(200);
    const [structure] = first.structures;
    const names = (await json(new URL(structure).pathname)).fields.map(({ name }: { name: string }) => name);
    expect(names).toHaveLength(3);
    expect((await json(new URL(structure.replace('/1/', '/3/')).pathname)).fields).toHaveLength(2);
    expect((await ask(new URL(structure.replace('.json', '.xsd')).pathname)).text).toContain('<xs:');
    const [address = '', sum = ''] = (await ask(`${base}/2/checksums.txt`)).text.split('\n');
    const file = await app.request(new URL(address.slice(2)).pathname);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(sum.split(' ')[0]).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('two versions compared', () => {
  it('rows cell by cell, structure with what breaks, passport', async () => {
    const { status, text } = await ask(`${base}/1...2`);
    expect(status).toBe(200);
    expect(text).toMatch(/<del>.*520<\/del> <ins>.*530<\/ins>/);
    expect(text).toContain('Структура та сама.');
    expect(text).toContain('Паспорт той самий.');
    expect(text).not.toMatch(/>\s*(?:06[789]|05[01])\s*<|Телефон/); // a closed column is nowhere; ids may hold such digits
    expect((await ask(`${base}/1...2?kind=added`)).text).toContain('Ліцей № 4');
    const broken = (await ask(`${base}/1...3`)).text; // nobody compared these two yet
    expect(broken).toContain('http-equiv="refresh"');
    expect(broken).toContain('ламає сумісність');
    await test.runJobs();
    expect((await ask(`${base}/1...3`)).text).not.toContain('http-equiv="refresh"');
  });

  it('as JSON, and all its rows as CSV and JSON', async () => {
    const facts = await json(`${base}/1...2.json`);
    expect(facts).toMatchObject({ breaking: false, from: { number: 1 }, to: { number: 2 } });
    expect(facts.resources[0].rows).toMatchObject({ added: 1, removed: 1, changed: 1, matchedBy: 'identifier' });
    const { pathname, search } = new URL(facts.resources[0].rows.csv);
    expect((await ask(pathname + search)).text.split('\r\n')).toHaveLength(5);
    const changed = await json(`${pathname.replace('.csv', '.json')}${search}&kind=changed`);
    expect(changed).toMatchObject([{ change: 'changed', before: { number: 1 } }].map(({ change }) => ({ change })));
    expect(JSON.stringify(changed)).not.toMatch(/067/);
  });

  it('by a form, in either order; a wrong pair is told', async () => {
    expect(await ask(`/datasets/${dataset.slug}/compare?from=1&to=2`)).toMatchObject({ location: `${base}/1...2` });
    expect(await ask(`${base}/2...1`)).toMatchObject({ status: 302, location: `${base}/1...2` });
    expect((await ask(`${base}/2...2`)).status).toBe(400);
    expect((await ask(`${base}/2...9`)).status).toBe(404);
    expect((await ask(`/datasets/${dataset.slug}/compare?from=x&to=2`)).status).toBe(400);
  });

  it('shows nothing of a suspended dataset or of a withdrawn version', async () => {
    const order = { reason: 'Перевірка.', order: 'Розпорядження № 1' };
    await suspendDataset(test.ctx, dataset.id, { ...order, reviewOn: '2030-01-01' });
    for (const path of ['1...2', '1...2.json', '1...2/rows.csv'])
      expect((await ask(`${base}/${path}`)).status).toBe(403);
    await reopenDataset(test.ctx, dataset.id);
    const first = await json(`${base}/1/passport.json`);
    const table = first.downloads[0].url;
    await withdrawVersion(test.ctx, dataset.id, 1, order);
    await test.runJobs();
    const rows = `/api/rows/${/download\/([^.]+)/.exec(table)?.[1]}`;
    const closed = ['1...2', '1...2.json', '1...2/rows.csv', '1', '1/passport', '1/passport.json', '1/checksums.txt'];
    for (const path of [...closed.map((one) => `${base}/${one}`), new URL(table).pathname, rows]) {
      expect(await ask(path), path).toMatchObject({ status: 410, text: expect.stringContaining('Розпорядження № 1') });
    }
    expect((await ask(`${base}/2...3`)).status).toBe(200);
    expect((await ask(`${base}/2`)).status).toBe(200);
    const list = (await ask(`/datasets/${dataset.slug}/versions`)).text;
    expect(list).toContain('Перевірка. (Розпорядження № 1)');
    expect(list).not.toContain(`${base}/1/passport`);
    expect(list).not.toContain('1...2');
  });
});
