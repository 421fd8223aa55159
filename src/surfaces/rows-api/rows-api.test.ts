import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { publishDataset, reopenDataset, suspendDataset, withdrawDataset } from '../../capabilities/publishing/index.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { GroupsAnswer, ROWS_API_PATHS, RowsAnswer, rowsApiRoutes } from './index.ts';
import { rowsAsGeoJson, rowsAsJson } from './rows-answer.ts';

const FILE = `Номер;Район;Сума;Дата;Примітка
1;Центр;10,50;2024-01-31;"Кома, ""лапки"""
2;Схід;20,00;2024-02-01;
3;Центр;900,25;2024-03-01;так
`;

let test: TestContext;
let app: Hono<SurfaceEnv>;
let datasetId: string;
let resourceId: string;
let tableId: string;

beforeAll(async () => {
  test = await makeTestContext();
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Рядки', { name: 'рядки.csv', text: FILE, identifier: ['Номер'] });
  const version = await publishDataset(test.ctx, dataset.id);
  datasetId = dataset.id;
  resourceId = dataset.resources[0]?.id ?? '';
  tableId = version.resources[0]?.tableId ?? '';
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile: null, path: pathname, query: searchParams };
    c.set('visit', { ...visit, ctx: test.as({ kind: 'visitor' }), origin: 'http://localhost', requestId: 'test' });
    await next();
  });
  app.route('/', rowsApiRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ error: { code: error.code, message: error.text, fields: error.fields } }, HTTP_STATUS[error.kind]);
  });
});
afterAll(() => test.close());

const get = (query: string, headers: Record<string, string> = {}, id = resourceId) =>
  app.request(`/api/rows/${id}${query}`, { headers });

describe('the row API', () => {
  it('answers with columns, rows, total and links, as its description says', async () => {
    const response = await get('?page_size=2&sort=-Номер');
    expect(response.status).toBe(200);
    const text = await response.text();
    const answer = RowsAnswer.parse(JSON.parse(text));
    expect(answer.total).toBe(3);
    expect(answer.rows[1]).toEqual({ nomer: 2, raion: 'Схід', suma: 20, data: '2024-02-01', prymitka: null });
    expect(answer.columns[2]).toEqual({ name: 'suma', title: 'Сума', type: 'decimal' });
    expect(answer.links).toEqual({
      next: `http://localhost/api/rows/${resourceId}?sort=-nomer&page=2&page_size=2`,
      prev: null,
    });
    const second = RowsAnswer.parse(await (await app.request(answer.links.next ?? '')).json());
    expect(second.rows.map((row) => row.nomer)).toEqual([1]);
    expect(second.links.prev).toBe(`http://localhost/api/rows/${resourceId}?sort=-nomer&page_size=2`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(Object.keys(ROWS_API_PATHS)).toEqual(['/api/rows/{id}', '/api/rows/{id}/openapi.json']);
  });

  it('writes numbers longer than those of JavaScript digit for digit', () => {
    const columns = [
      { name: 'n', title: 'N', type: 'integer' as const },
      { name: 't', title: 'T', type: 'text' as const },
    ];
    const rows = [{ n: '9007199254740993', t: '9007199254740993' }];
    const query = { filters: [], search: '', sort: [], columns: [], page: 1, size: 1, cursor: null };
    const json = rowsAsJson({ columns, rows, total: 1, page: 1, size: 1, cursor: null }, query, {
      base: '',
      format: 'json',
    });
    expect(json).toContain('{"n":9007199254740993,"t":"9007199254740993"}');
  });

  it('takes Cyrillic names in the address, raw or encoded', async () => {
    for (const query of [
      '?Район=Центр&Сума__lte=100',
      `?${new URLSearchParams({ район__exact: 'Центр', Сума__lte: '100,0' })}`,
    ]) {
      const answer = RowsAnswer.parse(await (await get(query)).json());
      expect(answer.rows.map((row) => row.nomer)).toEqual([1]);
    }
  });

  it('answers 400 that names each fault, readable from any site', async () => {
    const response = await get('?Раён=1&Сума__gte=багато');
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const { error } = (await response.json()) as { error: { code: string; fields: { field: string }[] } };
    expect([error.code, error.fields.map(({ field }) => field)]).toEqual(['bad-row-query', ['Раён', 'Сума__gte']]);
    expect((await get('?format=xml')).status).toBe(400);
  });

  it('gives CSV too', async () => {
    const response = await get('?format=csv&columns=nomer,prymitka&page_size=2');
    expect(await response.text()).toBe('nomer,prymitka\r\n1,"Кома, ""лапки"""\r\n2,\r\n');
    expect(response.headers.get('x-total-count')).toBe('3');
    expect(response.headers.get('link')).toContain('rel="next"');
  });

  it('goes through all rows by cursor, whatever the order', async () => {
    const seen: unknown[] = [];
    let next: string | null = `/api/rows/${tableId}?cursor=&page_size=1&sort=-Район`;
    while (next !== null) {
      const answer = RowsAnswer.parse(await (await app.request(next)).json());
      expect([answer.total, answer.page, answer.links.prev]).toEqual([3, null, null]);
      seen.push(...answer.rows.map((row) => row.nomer));
      next = answer.links.next;
    }
    expect(seen).toEqual([1, 3, 2]);
  });

  it('names what is wrong with a cursor', async () => {
    const first = RowsAnswer.parse(await (await get('?cursor=&page_size=1')).json());
    const other = `?cursor=${first.cursor}&sort=suma`;
    for (const query of ['?cursor=nonsense', other, `?cursor=${first.cursor}&page=2`]) {
      const response = await get(query);
      expect(response.status).toBe(400);
      const { error } = (await response.json()) as { error: { fields: { field: string }[] } };
      expect(error.fields.map(({ field }) => field)).toEqual(['cursor']);
    }
  });

  it('answers about groups in JSON, lines and CSV', async () => {
    const answer = GroupsAnswer.parse(await (await get('?group=Район&sum=Сума&max=Дата&sort=-count')).json());
    expect(answer.rows).toEqual([
      { raion: 'Центр', count: 2, suma__sum: 910.75, data__max: '2024-03-01' },
      { raion: 'Схід', count: 1, suma__sum: 20, data__max: '2024-02-01' },
    ]);
    expect([answer.total, answer.matched]).toEqual([2, 3]);
    const csv = await get('?group=Район,Дата__year&page_size=1&format=csv');
    expect(await csv.text()).toBe('raion,data__year,count\r\nСхід,2024,1\r\n');
    expect(csv.headers.get('link')).toContain('page=2');
    const lines = await get('?group=raion&format=jsonl');
    expect((await lines.text()).split('\n')[0]).toBe('{"raion":"Схід","count":1}');
  });

  it('gives rows line by line', async () => {
    const response = await get('?format=jsonl&columns=nomer,suma');
    expect(response.headers.get('content-type')).toContain('application/jsonl');
    expect(await response.text()).toBe('{"nomer":1,"suma":10.5}\n{"nomer":2,"suma":20}\n{"nomer":3,"suma":900.25}\n');
  });

  it('says why there is no GeoJSON', async () => {
    const response = await get('?format=geojson');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('no column marked as geometry, nor a pair of latitude and longitude');
  });

  it('writes GeoJSON with points where there are places, and the facts of the page beside', () => {
    const columns = [
      { name: 'n', title: 'N', type: 'integer' as const },
      { name: 'lat', title: 'Lat', type: 'decimal' as const },
      { name: 'lon', title: 'Lon', type: 'decimal' as const },
    ];
    const rows = [
      { n: '9007199254740993', lat: 49.35, lon: 23.5 },
      { n: 2, lat: null, lon: 23.5 },
      { n: 3, lat: 95, lon: 23.5 },
    ];
    const page = { columns, rows, total: 3, page: 1, size: 2, cursor: 'abc' };
    const query = { filters: [], search: '', sort: [], columns: ['n'], page: 1, size: 2, cursor: null };
    const place = { latitude: 'lat', longitude: 'lon' };
    const text = rowsAsGeoJson(page, columns.slice(0, 1), place, query, { base: 'http://x/t', format: 'geojson' });
    expect(text).toContain('"properties":{"n":9007199254740993}');
    const collection = JSON.parse(text) as { features: { geometry: unknown }[]; links: { next: string } };
    expect(collection).toMatchObject({ type: 'FeatureCollection', total: 3, cursor: 'abc' });
    expect(collection.features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [23.5, 49.35] },
      null,
      null,
    ]);
    expect(collection.links.next).toBe('http://x/t?columns=n&page=2&page_size=2&format=geojson');
  });

  it('has a page to try it that works without scripts and tells a refusal in words', async () => {
    const page = await get('/try?c0=raion&o0=exact&v0=Центр&sort=-suma');
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('raion__exact=%D0%A6%D0%B5%D0%BD%D1%82%D1%80&amp;sort=-suma&amp;page_size=5');
    expect(html).toContain('<span class="token-number">900.25</span>');
    expect(html).not.toMatch(/<script(?![^>]*src=)|style=|onclick/);
    const refused = await get('/try?c0=suma&o0=gte&v0=багато');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('не може бути значення «багато»');
  });

  it('says what has not changed', async () => {
    const etag = (await get('?sort=nomer')).headers.get('etag') ?? '';
    expect((await get('?sort=nomer', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('?sort=-nomer', { 'if-none-match': etag })).status).toBe(200);
    expect((await get('', {}, tableId)).headers.get('cache-control')).toContain('public');
  });

  it('says 404 for what does not exist', async () => {
    for (const id of ['nonsense', '01990000-0000-7000-8000-000000000001'])
      expect((await get('', {}, id)).status).toBe(404);
  });

  it('closes with the dataset: 403 with the reason, then 410', async () => {
    const order = 'Розпорядження № 5';
    await suspendDataset(test.ctx, datasetId, { reason: 'Перевірка.', order, reviewOn: '2099-01-01' });
    const suspended = await get('', {}, tableId);
    expect(suspended.status).toBe(403);
    expect(await suspended.text()).toContain('Перевірка.');
    await reopenDataset(test.ctx, datasetId);
    expect((await get('')).status).toBe(200);
    await withdrawDataset(test.ctx, datasetId, { reason: 'Помилка.', order });
    expect((await get('')).status).toBe(410);
  });
});
