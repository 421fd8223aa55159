import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { realData } from '../../../../tests/support/real-data.ts';
import { type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { latestReading, loadReading } from '../../../capabilities/ingest/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/text.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { deskRoutes } from '../desk/index.ts';
import { walkRoutes } from './index.ts';

let context: TestContext;
let person: Person;
let uploads: string;
let unitId: string;

beforeAll(async () => {
  context = await makeTestContext();
  uploads = await mkdtemp(join(tmpdir(), 'vidkryto-uploads-'));
  const made = await setUp(context.ctx, {
    community: {
      name: 'Тестова громада',
      edrpou: '00032129',
      katottg: 'UA46060370010083384',
      colour: '#17467d',
      email: 'a@b.ua',
      site: '',
    },
    administrator: { name: 'Олена Коваль', email: 'olena@misto.gov.ua', password: 'довгий пароль для перевірки' },
  });
  if (!made.administrator) throw new Error('no administrator');
  person = made.administrator;
  unitId = made.root.id;
});
afterAll(async () => {
  await context.close();
  await rm(uploads, { recursive: true, force: true });
});

/** The cabinet as this person meets it, without a network. */
function site(options: { person?: Person | null; language?: Language; limit?: number } = {}) {
  const who = options.person === undefined ? person : options.person;
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const ctx = context.as(
      who ? { kind: 'person', id: who.id, name: who.name, email: who.email } : { kind: 'visitor' },
    );
    c.set('visit', {
      ctx,
      person: who,
      language: options.language ?? 'uk',
      profile: null,
      path: url.pathname,
      query: url.searchParams,
      origin: 'http://localhost',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', walkRoutes({ uploadsFolder: uploads, uploadLimit: options.limit }));
  app.route('/', deskRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

const form = (values: Record<string, string> | [string, string][]) => ({
  method: 'POST',
  body: new URLSearchParams(values),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

async function sendFile(
  app: ReturnType<typeof site>,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData();
  for (const [key, value] of Object.entries({ kind: 'table', unitId, ...more })) body.set(key, value);
  body.set('file', new File([bytes], name));
  return app.request('/cabinet/new', { method: 'POST', body });
}

function idOf(response: Response): string {
  return response.headers.get('location')?.match(/readings\/([0-9a-f-]{36})/)?.[1] ?? '';
}

async function page(app: ReturnType<typeof site>, path: string): Promise<string> {
  const answer = await app.request(path);
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 2000)}`).toBe(200);
  return text;
}

/** What a person reads before anything folded under «Докладніше» is opened. */
function seen(html: string): string {
  return html
    .replace(/<details[^>]*data-more[\s\S]*?<\/details>/g, '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ');
}

const MESSY = [
  'Номер;Дата договору;Орендар;Площа',
  '001; 12.03.2025 ;ТОВ «Нива»;1,5',
  '002;13.03.2025;ФГ Колос ;2,25',
  '003;31.02.2025;ПП Cад;3,75',
  ...Array.from({ length: 30 }, (_, at) =>
    `1${at + 10};${(at % 20) + 10 - 9}.04.2025;ФГ Поле ${at};${at},5`.replace(/;(\d)\./, ';0$1.'),
  ),
  '',
].join('\n');

describe('the walk without scripts', () => {
  test('from a file to publication', async () => {
    const app = site();
    expect(await page(app, '/cabinet/new')).toContain('до 500 МБ');
    const sent = await sendFile(app, 'dogovory_orendy-2025.csv', MESSY);
    expect(sent.status, await sent.clone().text()).toBe(303);
    const id = idOf(sent);
    expect(await page(app, `/cabinet/readings/${id}`)).toContain('http-equiv="refresh"');
    await context.runJobs();

    const look = await page(app, `/cabinet/readings/${id}`);
    expect(look).toContain('Ось що ми прочитали');
    expect(look).toContain('Дата договору');
    const repairs = await page(app, `/cabinet/readings/${id}/repairs`);
    expect(repairs).toMatch(/Виправити все \(\d+\)/);
    expect((await app.request(`/cabinet/readings/${id}/repairs`, form({ deed: 'all' }))).status).toBe(303);
    await context.runJobs();
    const asking = await page(app, `/cabinet/readings/${id}/repairs`);
    const ask = /name="ask" value="([^"]+)"/.exec(asking)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(ask, seen(asking)).toContain('Дата договору');
    await app.request(`/cabinet/readings/${id}/repairs`, form({ ask }));
    await context.runJobs();
    const done = await page(app, `/cabinet/readings/${id}/repairs`);
    expect(done).toMatch(/Виправлено \d+/);
    expect(done).toContain('Повернути як було');

    const forward = await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const passport = forward.headers.get('location') ?? '';
    expect(passport).toMatch(/\/cabinet\/datasets\/[0-9a-f-]+\/passport$/);
    await context.runJobs();
    expect(await page(app, passport)).toContain('Лишилось дописати');
    const datasetId = passport.split('/')[3] ?? '';
    const { structure } = (await loadDataset(context.ctx, datasetId)).resources[0] ?? {};
    expect(structure?.fields.map(({ title }) => title)).toEqual(['Номер', 'Дата договору', 'Орендар', 'Площа']);

    const filled: [string, string][] = [
      ...['description', 'purpose', 'frequency'].map((field): [string, string] => ['shown', field]),
      ['description', 'Договори оренди землі громади за 2025 рік.'],
      ['purpose', 'Облік договорів оренди за Земельним кодексом.'],
      ['frequency', 'once a month'],
      ['to', 'publish'],
    ];
    const saved = await app.request(passport, form(filled));
    expect(saved.headers.get('location'), seen(await saved.text())).toContain('/publish');
    const publish = `/cabinet/datasets/${datasetId}/publish`;
    expect(seen(await page(app, publish))).toContain('Так набір побачать люди');
    const published = await app.request(publish, form({}));
    expect(published.headers.get('location'), seen(await published.text())).toContain('/published');
    const after = await page(app, `/cabinet/datasets/${datasetId}/published`);
    expect(after).toContain('Наступне оновлення до');
    expect(after).toContain('http://localhost/datasets/');

    // next month: the same resource, the same repairs without a click, version 2
    const next = idOf(await sendFile(app, 'dogovory_orendy-2025-12.csv', MESSY.replace('001;', '004;'), { datasetId }));
    await context.runJobs();
    expect(await page(app, `/cabinet/readings/${next}/repairs`)).toContain('Що зроблено');
    await app.request(`/cabinet/readings/${next}/forward`, form({}));
    await context.runJobs();
    expect(await page(app, publish)).toContain('Опублікувати версію 2');
    expect((await app.request(publish, form({}))).status).toBe(303);
    const overview = await page(app, `/cabinet/datasets/${datasetId}`);
    expect(overview).toContain('/versions/2');
    expect(overview).toContain('перша версія');
    expect((await app.request(`/cabinet/datasets/${datasetId}/unchanged`, form({}))).status).toBe(303);
    expect((await app.request(`/cabinet/datasets/${datasetId}/suspend`, form({ reason: '' }))).status).toBe(400);
    const closing = form({ reason: 'Уточнення', order: '№ 5 від 01.11.2026', reviewOn: '2027-01-01' });
    expect((await app.request(`/cabinet/datasets/${datasetId}/suspend`, closing)).status).toBe(303);
    expect(await page(app, `/cabinet/datasets/${datasetId}`)).toContain('Набір призупинено');
    expect((await app.request(`/cabinet/datasets/${datasetId}/reopen`, form({}))).status).toBe(303);
  });

  test('a fault keeps what was typed', async () => {
    const app = site();
    const id = idOf(await sendFile(app, 'one.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    const { datasetId } = await loadReading(context.ctx, id);
    const path = `/cabinet/datasets/${datasetId}/passport`;
    const long = 'а'.repeat(600);
    const answer = await app.request(
      path,
      form([
        ['shown', 'purpose'],
        ['purpose', long],
        ['to', 'publish'],
      ]),
    );
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(long);
  });

  test('an item of the 835 list fills the passport', async () => {
    const app = site();
    const id = idOf(await sendFile(app, 'two.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const { datasetId } = await loadReading(context.ctx, id);
    const asked = await app.request(`/cabinet/datasets/${datasetId}/passport/item`, form({ item: 'земля оренда' }));
    const choose = await page(app, asked.headers.get('location') ?? '');
    const exact = /name="exact" value="([^"]+)"/.exec(choose)?.[1]?.replaceAll('&quot;', '"') ?? '';
    await app.request(`/cabinet/datasets/${datasetId}/passport/item`, form({ exact }));
    const { passport } = await loadDataset(context.ctx, datasetId);
    expect(passport.ground.kind).toBe('resolution-835');
    expect(passport.purpose).not.toBe('');
    expect(passport.frequency).not.toBeNull();
  });

  test('the structure is a plain form; a type made by hand writes the table anew', async () => {
    const app = site();
    const id = idOf(await sendFile(app, 'three.csv', 'id,name\n1,a\n2,b\n'));
    await context.runJobs();
    await app.request(`/cabinet/readings/${id}/forward`, form({}));
    const { datasetId } = await loadReading(context.ctx, id);
    const path = `/cabinet/datasets/${datasetId}/structure`;
    expect(await page(app, path)).toContain('data-structure-grid');
    const values: [string, string][] = [
      ['place', '0'],
      ['fields.0.title', 'Номер'],
      ['fields.0.name', 'number'],
      ['fields.0.type', 'text'],
      ['fields.0.identifier', '1'],
    ];
    expect((await app.request(path, form(values))).status).toBe(303);
    await context.runJobs();
    const reading = await loadReading(context.ctx, id);
    expect(reading.typed?.columns.map(({ type }) => type)).toEqual(['text', 'text']);
    const wrong = await app.request(
      path,
      form(
        [...values, ['fields.0.name', 'назва']].filter(([key], at) => key !== 'fields.0.name' || at > 2) as [
          string,
          string,
        ][],
      ),
    );
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('value="назва"');
  });

  test('a document is kept, a PDF as a table is refused with the way out, an API has only an address', async () => {
    const app = site();
    const refused = await sendFile(app, 'report.pdf', '%PDF-1.4');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('додайте його як документ');
    const id = idOf(await sendFile(app, 'report.pdf', '%PDF-1.4 /Font', { kind: 'document' }));
    await context.runJobs();
    expect(await page(app, `/cabinet/readings/${id}`)).toContain('SHA-256');
    const wrong = await app.request('/cabinet/new/link', form({ title: 'Транспорт', url: 'ftp://x', unitId }));
    expect(wrong.status).toBe(400);
    const link = await app.request(
      '/cabinet/new/link',
      form({ title: 'Транспорт', url: 'https://api.misto.gov.ua/transport', unitId }),
    );
    expect(link.headers.get('location')).toContain('/passport');
  });

  test('the file of a visitor and a file over the limit are refused', async () => {
    expect((await sendFile(site({ person: null }), 'a.csv', 'a,b\n1,2\n')).status).toBe(401);
    const large = await sendFile(site({ limit: 1000 }), 'a.csv', 'a,b\n'.repeat(1000));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('Поділіть його');
  });

  test('no word of the trade is seen on the screens of the walk, in either language', async () => {
    const id = idOf(await sendFile(site(), 'words.csv', MESSY));
    await context.runJobs();
    const { datasetId } = await loadReading(context.ctx, id);
    for (const language of ['uk', 'en'] as const) {
      const app = site({ language });
      const screens = [
        '/cabinet/new',
        `/cabinet/readings/${id}`,
        `/cabinet/readings/${id}/repairs`,
        `/cabinet/datasets/${datasetId}/passport`,
        `/cabinet/datasets/${datasetId}/structure`,
        `/cabinet/datasets/${datasetId}/publish`,
        '/cabinet',
      ];
      for (const path of screens) {
        expect(seen(await page(app, path)), path).not.toMatch(
          /кодуванн|роздільник|схем[аиіу]|encoding|delimiter|schema|parquet/i,
        );
      }
    }
    expect(await page(site(), `/cabinet/readings/${id}`)).toContain('Кодування тексту');
  });
});

describe('uploads by tus', () => {
  test('begin, break off, go on, finish; a stranger may not', async () => {
    const app = site();
    const bytes = Buffer.from('id,name\n'.concat(...Array.from({ length: 5000 }, (_, at) => `${at},рядок ${at}\n`)));
    const started = await app.request('/cabinet/new/start', {
      method: 'POST',
      body: JSON.stringify({ fileName: 'big.csv', size: bytes.length, unitId }),
      headers: { 'content-type': 'application/json' },
    });
    const { readingId } = (await started.json()) as { readingId: string };
    const tus = { 'tus-resumable': '1.0.0' };
    const metadata = `readingId ${Buffer.from(readingId).toString('base64')}`;
    const created = await app.request('/cabinet/uploads', {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    });
    expect(created.status, await created.text()).toBe(201);
    expect(created.headers.get('location')).toBe(`/cabinet/uploads/${readingId}`);
    const patch = (from: number, part: Uint8Array<ArrayBuffer>) =>
      app.request(`/cabinet/uploads/${readingId}`, {
        method: 'PATCH',
        body: part,
        headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      });
    expect((await patch(0, new Uint8Array(bytes.subarray(0, 30_000)))).status).toBe(204);
    const head = await app.request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus });
    expect(head.headers.get('upload-offset')).toBe('30000');
    expect(
      (await site({ person: null }).request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus })).status,
    ).toBe(404);
    expect((await patch(30_000, new Uint8Array(bytes.subarray(30_000)))).status).toBe(204);
    await context.runJobs();
    const reading = await loadReading(context.ctx, readingId);
    expect(reading.inspection?.rows).toBe(5000);
    expect(
      (await app.request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus })).headers.get(
        'upload-offset',
      ),
    ).toBe(String(bytes.length));
  });

  test('kind and size are refused before a byte travels', async () => {
    const app = site({ limit: 1000 });
    const ask = (fileName: string, size: number) =>
      app.request('/cabinet/new/start', {
        method: 'POST',
        body: JSON.stringify({ fileName, size, unitId }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await ask('a.csv', 2000)).status).toBe(413);
    const pdf = await ask('a.pdf', 10);
    expect(pdf.status).toBe(400);
    expect(await pdf.json()).toMatchObject({ error: { code: 'file-kind' } });
  });
});

describe.skipIf(!realData)('real files (of shared/data, absent here: skipped)', () => {
  test.each(['menr_pa', 'trees', 'geonames', 'transparency'])(
    '%s goes from the form to the repairs',
    async (folder) => {
      const place = join(realData ?? '', 'real', folder);
      const names = await readdir(place, { recursive: true });
      const name = names.filter((one) => /\.(csv|xlsx)$/i.test(one)).sort((a, b) => a.length - b.length)[0] ?? '';
      const app = site();
      const started = performance.now();
      const id = idOf(await sendFile(app, name, new Uint8Array(await readFile(join(place, name)))));
      await context.runJobs();
      const reading = await loadReading(context.ctx, id);
      expect(['checked', 'ready']).toContain(reading.state);
      expect(performance.now() - started).toBeLessThan(30_000);
      expect(await page(app, `/cabinet/readings/${id}/repairs`)).toContain('Виправлення');
      expect((await latestReading(context.ctx, reading.resourceId))?.id).toBe(id);
    },
  );
});
