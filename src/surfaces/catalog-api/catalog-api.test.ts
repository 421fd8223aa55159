import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { createUnit, setUp } from '../../capabilities/accounts/index.ts';
import {
  applyRequiredItem,
  type Card,
  createDataset,
  firstEditionItem,
  recordUse,
  templateOf,
  writeCard,
} from '../../capabilities/catalog/index.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { ROWS_API_PATHS } from '../rows-api/index.ts';
import { catalogApiRoutes, DatasetAnswer, DatasetList, Refusal } from './index.ts';

const ORIGIN = 'http://localhost';
let test: TestContext;
let app: Hono<SurfaceEnv>;
let stops: Card;
let schools: Card;

async function cardOf(unit: Card['unit'], number: number): Promise<Card> {
  const item = firstEditionItem('local-government', number);
  if (!item) throw new Error('no item');
  const dataset = await createDataset(test.ctx, { unitId: unit.id, title: item.title });
  const fields = (templateOf(item)?.fields ?? []).map((field, at) =>
    at === 1 ? { ...field, sensitivity: 'restricted' as const } : field,
  );
  const file = { name: 'опис.pdf', key: 'public/x/y', size: 10, sha256: 'a'.repeat(64) };
  const empty = { rows: null, tableId: null, fields: [], file: null, url: null };
  const at = '2026-11-01T10:00:00Z';
  const card: Card = {
    datasetId: dataset.id,
    number: dataset.number,
    nationalId: null,
    slug: dataset.slug,
    state: 'published',
    closure: null,
    versionId: newId(),
    versionNumber: 2,
    unit,
    passport: applyRequiredItem(dataset.passport, item),
    resources: [
      {
        ...empty,
        id: newId(),
        kind: 'table',
        title: 'Таблиця',
        tableId: newId(),
        rows: 7,
        fields,
        formats: ['CSV', 'JSON'],
      },
      { ...empty, id: newId(), kind: 'document', title: 'Опис', formats: ['PDF'], file },
      { ...empty, id: newId(), kind: 'link', title: 'API', formats: ['API'], url: 'https://api.example.org/v1' },
    ],
    firstPublishedAt: at,
    changedAt: at,
    dataAsOf: at,
  };
  await writeCard(test.ctx, card);
  return card;
}

beforeAll(async () => {
  test = await makeTestContext();
  const community = { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' };
  const { root } = await setUp(test.as(VISITOR), {
    community,
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  const transport = await createUnit(test.ctx, { name: 'Управління транспорту', parentId: root.id });
  const unitOf = (unit: typeof root) => ({ id: unit.id, name: unit.name, slug: unit.slug, edrpou: unit.shownEdrpou });
  stops = await cardOf(unitOf(transport), 10);
  schools = await cardOf(unitOf(root), 26);
  app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile: null, path: pathname, query: searchParams };
    c.set('visit', { ...visit, ctx: test.as(VISITOR), origin: ORIGIN, requestId: 'test' });
    await next();
  });
  app.route('/', catalogApiRoutes({ paths: [ROWS_API_PATHS] }));
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    const fields = error.fields.map((fault) => ({ field: fault.field, message: fault.text }));
    return c.json({ error: { code: error.code, message: error.text, fields } }, HTTP_STATUS[error.kind]);
  });
});
afterAll(() => test.close());

const list = async (query: string) => DatasetList.parse(await (await app.request(`/api/1/datasets${query}`)).json());

describe('/api/1/datasets', () => {
  it('lists, finds word forms, pages and narrows', async () => {
    expect((await list('')).count).toBe(2);
    expect((await list('?q=зупинок')).results.map(({ slug }) => slug)).toEqual([stops.slug]);
    expect((await list('?rows=1&start=1')).results).toHaveLength(1);
    expect(await list('?rows=0')).toEqual({ count: 2, understood: null, results: [] });
    expect((await list('?start=5')).results).toEqual([]);
    expect((await list(`?unit=${stops.unit.slug}`)).count).toBe(1);
    expect((await list('?theme=transport')).results[0]?.id).toBe(stops.datasetId);
    expect((await list('?theme=')).count).toBe((await list('')).count);
    expect((await list('?format=pdf')).count).toBe(2);
    expect((await list('?format=geojson')).count).toBe(0);
  });

  it('narrows by keyword, frequency and freshness, and sorts', async () => {
    const keyword = encodeURIComponent(stops.passport.keywords[0] ?? '').toUpperCase();
    expect((await list(`?keyword=${keyword}`)).results.map(({ id }) => id)).toEqual([stops.datasetId]);
    expect((await list('?keyword=немає')).count).toBe(0);
    expect((await list(`?frequency=${encodeURIComponent(stops.passport.frequency ?? '')}`)).count).toBe(2);
    expect((await list('?frequency=once+a+day')).count).toBe(0);
    expect((await list('?freshness=late')).count + (await list('?freshness=on-time')).count).toBe(0);
    expect((await list('?freshness=&sort=')).count).toBe(2);
    await recordUse(test.ctx, [{ datasetId: schools.datasetId, views: 1, downloads: 2, requests: 0 }]);
    expect((await list('?sort=used')).results.map(({ id }) => id)).toEqual([schools.datasetId, stops.datasetId]);
    expect((await list('?sort=newest')).count).toBe(2);
  });

  it('says how a mistyped question was understood, and takes it as typed when asked to', async () => {
    const mended = await list('?q=зупнки');
    expect([mended.understood, mended.results[0]?.id]).toEqual(['зупинки', stops.datasetId]);
    expect(await list('?q=зупнки&exact=true')).toEqual({ count: 0, understood: null, results: [] });
    expect((await list('?q=зупинки')).understood).toBeNull();
    expect((await list('?q=маршрутка')).results[0]?.id).toBe(stops.datasetId);
  });

  it('says one limit of a number far too large', async () => {
    const { error } = Refusal.parse(await (await app.request('/api/1/datasets?start=1e30')).json());
    expect([error.fields.length, error.message.uk]).toEqual([1, '«start» завелике: найбільше 1000000.']);
  });

  it('names every parameter that is not understood, and what exists', async () => {
    const response = await app.request('/api/1/datasets?rows=5000&start=-1&theme=kosmos&limit=3');
    expect(response.status).toBe(400);
    const { error } = Refusal.parse(await response.json());
    expect(error.fields.map(({ field }) => field).toSorted()).toEqual(['limit', 'rows', 'start', 'theme']);
    expect(error.message.uk).toContain(
      'Є: q, rows, start, unit, theme, format, keyword, frequency, freshness, sort, exact.',
    );
    expect(error.message.en).toContain('at most 1000');
    expect((await app.request('/api/1/datasets?rows=abc')).status).toBe(400);
  });

  it('may be read from any page of any site', async () => {
    const response = await app.request('/api/1/datasets');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await app.request('/api/1/datasets', { method: 'OPTIONS' })).status).toBe(204);
  });
});

describe('/api/1/datasets/{name}', () => {
  it('tells the passport and the addresses of resources, without restricted fields', async () => {
    const dataset = DatasetAnswer.parse(await (await app.request(`/api/1/datasets/${stops.slug}`)).json());
    expect(dataset.title).toBe(stops.passport.title);
    expect(dataset.ground).toMatchObject({ kind: 'resolution-835', number: 10, item: null });
    expect(dataset.publisher.edrpou).toBe('04054228');
    const [table, document, link] = dataset.resources;
    expect(table?.rowsUrl).toBe(`${ORIGIN}/api/rows/${stops.resources[0]?.id}`);
    expect(table?.downloads.map(({ url }) => url)).toEqual([
      `${ORIGIN}/download/${stops.resources[0]?.tableId}.csv`,
      `${ORIGIN}/download/${stops.resources[0]?.tableId}.json`,
    ]);
    expect(table?.fields).toHaveLength((stops.resources[0]?.fields.length ?? 0) - 1);
    expect(JSON.stringify(table)).not.toMatch(/sensitivity|sourceColumn/);
    expect(document?.downloads).toEqual([{ format: 'PDF', url: `${ORIGIN}/file/${document?.id}` }]);
    expect(document?.file).not.toHaveProperty('key');
    expect(link?.downloads).toEqual([{ format: 'API', url: 'https://api.example.org/v1' }]);
    expect((await app.request(`/api/1/datasets/${stops.datasetId}`)).status).toBe(200);
  });

  it('leads from an earlier slug, and refuses what is not there or not open', async () => {
    await writeCard(test.ctx, { ...schools, slug: 'shkoly' });
    const moved = await app.request(`/api/1/datasets/${schools.slug}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/api/1/datasets/shkoly']);
    expect((await app.request('/api/1/datasets/nema')).status).toBe(404);
    const closure = { reason: 'Воєнний стан.', order: '№ 5', reviewOn: '2027-01-01', at: '2026-11-01T00:00:00Z' };
    await writeCard(test.ctx, { ...schools, slug: 'shkoly', state: 'suspended', closure });
    const suspended = DatasetAnswer.parse(await (await app.request('/api/1/datasets/shkoly')).json());
    expect([suspended.state, suspended.resources, suspended.closure?.order]).toEqual(['suspended', [], '№ 5']);
    expect((await list('')).count).toBe(1);
    await writeCard(test.ctx, { ...schools, slug: 'shkoly', state: 'withdrawn', closure });
    const withdrawn = await app.request('/api/1/datasets/shkoly');
    expect(withdrawn.status).toBe(410);
    expect(Refusal.parse(await withdrawn.json()).error.message.uk).toContain('№ 5');
  });
});

describe('/api/openapi.json', () => {
  type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
  const member = (node: Json | undefined, key: string): Json | undefined =>
    node !== null && typeof node === 'object' && !Array.isArray(node) ? node[key] : undefined;

  /** All values under a key, anywhere in the document. */
  function allOf(node: Json, key: string): Json[] {
    if (Array.isArray(node)) return node.flatMap((child) => allOf(child, key));
    if (node === null || typeof node !== 'object') return [];
    return Object.entries(node).flatMap(([name, child]) => [...(name === key ? [child] : []), ...allOf(child, key)]);
  }

  it('is OpenAPI 3.1 with every reference resolved and every operation described', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as Json;
    expect(member(document, 'openapi')).toBe('3.1.0');
    const paths = member(document, 'paths') ?? {};
    expect(Object.keys(paths ?? {})).toEqual([
      '/api/1/datasets',
      '/api/1/datasets/{name}',
      '/api/1/datasets/{name}/versions',
      '/api/1/required',
      ...Object.keys(ROWS_API_PATHS),
    ]);
    for (const reference of allOf(document, '$ref')) {
      const keys = String(reference).replace(/^#\//, '').split('/');
      const target = keys.reduce<Json | undefined>((node, key) => member(node, key), document);
      expect(target, String(reference)).toBeTypeOf('object');
    }
    expect(allOf(document, '$ref').length).toBeGreaterThan(5);
    const ids = allOf(paths, 'operationId');
    expect(new Set(ids).size).toBe(Object.keys(paths ?? {}).length);
    for (const [path, operations] of Object.entries(paths ?? {})) {
      const get = member(operations as Json, 'get');
      expect(Object.keys(member(get, 'responses') ?? {})).toContain('200');
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        const parameters = (member(get, 'parameters') ?? []) as Json[];
        const found = parameters.find((parameter) => member(parameter, 'name') === name);
        expect([member(found, 'in'), member(found, 'required')]).toEqual(['path', true]);
      }
    }
    const query = member(member(member(paths, '/api/1/datasets'), 'get'), 'parameters') as Json[];
    const rows = query.find((parameter) => member(parameter, 'name') === 'rows');
    expect(member(rows, 'schema')).toMatchObject({ type: 'integer', maximum: 1000, default: 20 });
  });
});
