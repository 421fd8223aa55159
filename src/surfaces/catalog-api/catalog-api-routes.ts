import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Hono, MiddlewareHandler } from 'hono';
import {
  CARD_ORDERS,
  FREQUENCIES,
  FRESHNESS_CHOICES,
  findCard,
  searchCards,
  THEMES,
} from '../../capabilities/catalog/index.ts';
import { closedData, listVersions } from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { DatasetAnswer, DatasetList, datasetAnswer, json, Refusal } from './dataset-answer.ts';
import { invalidQuery } from './query-faults.ts';
import { addRequired } from './required-routes.ts';
import { VersionList, versionsAnswer } from './version-answer.ts';

/** Datasets a page when `rows` is not given, and the most it may be. */
const ROWS = 20;
const MOST_ROWS = 1000;

/** A whole number from the address; said to be one in the description, which would take a coerced value for anything. */
function whole(maximum: number, missing: number, description: string) {
  const number = z.coerce.number().int().min(0).max(maximum).default(missing);
  return number.openapi({ type: 'integer', minimum: 0, maximum, default: missing, description });
}

/** One of a few codes; an empty field of a form says nothing: it is not a wrong code. */
function oneOf<const T extends string>(codes: readonly T[], description: string) {
  return z.preprocess((value) => (value === '' ? undefined : value), z.enum(codes).optional()).describe(description);
}

const ListQuery = z.strictObject({
  q: z
    .string()
    .max(300)
    .optional()
    .describe('Words in any form; title, keywords, publisher, description, names of columns'),
  rows: whole(MOST_ROWS, ROWS, 'Datasets a page'),
  start: whole(1_000_000, 0, 'Datasets to leave out at the beginning'),
  unit: z.string().max(100).optional().describe('Slug or id of the publisher'),
  theme: oneOf(Object.keys(THEMES), 'Code of a theme'),
  format: z.string().max(20).optional().describe('Format of a resource, e.g. CSV'),
  keyword: z.string().max(200).optional().describe('A keyword of the passport, whole; case does not matter'),
  frequency: oneOf(FREQUENCIES, 'How often the data are updated'),
  freshness: oneOf(
    FRESHNESS_CHOICES,
    'Whether the promised update is late today; datasets without a rhythm are neither',
  ),
  sort: oneOf(CARD_ORDERS, 'By how well they answer `q` (the default with `q`), the latest changed, or the most used'),
  exact: oneOf(['true', 'false'], 'Take the words of `q` as typed: no mended errors, no everyday words'),
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/1/datasets',
  operationId: 'listDatasets',
  summary: 'Published datasets',
  description:
    'By how well they answer `q` (in any word forms, with typing errors mended and everyday words known), then the most used, then the latest changed. Where few have all the words, those with some come after.',
  tags: ['datasets'],
  request: { query: ListQuery },
  responses: {
    200: json('One page of datasets and how many answer in all', DatasetList),
    400: json('A parameter is not understood; each is named with what exists', Refusal),
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/1/datasets/{name}',
  operationId: 'getDataset',
  summary: 'One dataset with its passport and resources',
  tags: ['datasets'],
  request: { params: z.object({ name: z.string().describe('Slug or id; an earlier slug leads to the present one') }) },
  responses: {
    200: json('The dataset', DatasetAnswer),
    301: { description: 'The dataset has another slug now' },
    404: json('No such dataset', Refusal),
    410: json('The dataset is withdrawn; the reason is given', Refusal),
  },
});

const versionsRoute = createRoute({
  method: 'get',
  path: '/api/1/datasets/{name}/versions',
  operationId: 'listVersions',
  summary: 'Versions of a dataset, the newest first',
  description:
    'What each changed, what its users are told, its sums. Any two are compared at `/datasets/{slug}/versions/{a}...{b}.json`; there are the addresses of all rows that differ as CSV and JSON.',
  tags: ['datasets'],
  request: { params: z.object({ name: z.string().describe('Slug or id') }) },
  responses: {
    200: json('The versions', VersionList),
    404: json('No such dataset', Refusal),
    410: json('The dataset is withdrawn; the reason is given', Refusal),
  },
});

const INFO = {
  title: 'Відкрито: API відкритих даних громади',
  version: '1',
  description:
    'Datasets, their passports and rows, free of charge and without a key. Reuse is free with attribution to the source. Each refusal is JSON with a stable code and a sentence in Ukrainian and English.',
};

type Paths = Readonly<Record<string, object>>;

/** What other surfaces add to the description. */
export interface CatalogApiOptions {
  /** OpenAPI `paths` of other APIs, one list after another; the same address in several has the methods of all. */
  readonly paths?: readonly Paths[];
  /** OpenAPI `components.securitySchemes`. */
  readonly security?: Readonly<Record<string, object>>;
}

/** Any page of any site may read the catalog; also the refusals, or its programmer would see nothing. */
const openToAll: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  await next();
  c.res.headers.set('access-control-allow-origin', '*');
  c.res.headers.set('access-control-allow-methods', 'GET, HEAD, OPTIONS');
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
};

const FRESH = { 'cache-control': 'public, max-age=60' } as const;

function noDataset(): RequestError {
  return new RequestError('not-found', 'no-such-dataset', {
    uk: 'Набору з такою адресою немає. Усі набори є в /api/1/datasets.',
    en: 'There is no dataset at this address. All datasets are in /api/1/datasets.',
  });
}

/** `/api/1/datasets`, `/api/1/datasets/{slug or id}`, and `/api/openapi.json`, which describes these and the row API. */
export function catalogApiRoutes({ paths = [], security }: CatalogApiOptions = {}): Hono<SurfaceEnv> {
  const routes = new OpenAPIHono<SurfaceEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidQuery(result.error, Object.keys(ListQuery.shape));
    },
  });
  for (const path of ['/api/1/*', '/api/openapi.json']) {
    routes.use(path, openToAll);
    routes.options(path, (c) => c.body(null, 204));
  }
  routes.openapi(listRoute, async (c) => {
    const { ctx, origin } = c.get('visit');
    const { rows, start, sort, exact, ...search } = c.req.valid('query');
    const how = { order: sort, literal: exact === 'true', page: 1, size: rows, offset: start };
    const found = await searchCards(ctx, { ...search, ...how });
    const results = found.items.map((card) => datasetAnswer(card, origin));
    return c.json({ count: found.total, understood: found.understood, results }, 200, FRESH);
  });
  routes.openapi(oneRoute, async (c) => {
    const { ctx, origin } = c.get('visit');
    const { name } = c.req.valid('param');
    const card = await findCard(ctx, name);
    if (!card) throw noDataset();
    if (card.state === 'withdrawn') throw closedData(card.state, card.closure);
    const asked = name.toLowerCase();
    if (asked !== card.slug && asked !== card.datasetId) return c.redirect(`/api/1/datasets/${card.slug}`, 301);
    return c.json(datasetAnswer(card, origin), 200, FRESH);
  });
  routes.openapi(versionsRoute, async (c) => {
    const { ctx, origin } = c.get('visit');
    const card = await findCard(ctx, c.req.valid('param').name);
    if (!card) throw noDataset();
    if (card.state === 'withdrawn') throw closedData(card.state, card.closure);
    return c.json(versionsAnswer(card, await listVersions(ctx, card.datasetId), origin), 200, FRESH);
  });
  addRequired(routes, FRESH);
  routes.get('/api/openapi.json', (c) => {
    const servers = [{ url: c.get('visit').origin }];
    const own = routes.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers });
    const components = { ...own.components, ...(security ? { securitySchemes: security } : {}) };
    return c.json({ ...own, components, paths: together([own.paths ?? {}, ...paths]) }, 200, FRESH);
  });
  return routes;
}

/** All addresses, each with the methods of every list that has it. */
function together(lists: readonly Paths[]): Record<string, object> {
  const all: Record<string, object> = {};
  for (const list of lists)
    for (const [path, methods] of Object.entries(list)) all[path] = { ...all[path], ...methods };
  return all;
}
