import { z } from '@hono/zod-openapi';
import { Hono, type Context as HonoContext } from 'hono';
import { requireScope } from '../../capabilities/accounts/index.ts';
import {
  type Dataset,
  listInternal,
  loadInternal,
  Passport,
  StructureField,
} from '../../capabilities/catalog/index.ts';
import { readInternalRows } from '../../capabilities/drafts/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';

type Asked = HonoContext<SurfaceEnv>;

const Line = z.object({
  id: z.string(),
  number: z.string().describe('Identification number'),
  title: z.string(),
  unitId: z.string(),
  changedAt: z.iso.datetime(),
  links: z.record(z.string(), z.string()),
});

/** Internal datasets the token may read. */
export const InternalListAnswer = z.object({ count: z.number().int(), results: z.array(Line) });

/** An internal dataset: passport and structure, without the columns that are closed. */
export const InternalAnswer = Line.extend({
  readerUnitIds: z.array(z.string()).describe('Units that read it beside its own'),
  passport: Passport,
  resources: z.array(z.object({ id: z.string(), title: z.string(), fields: z.array(StructureField) })),
});

const MOST_ROWS = 200;

/** Which rows of an internal table. */
export const InternalRowsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
});

/** Rows of an internal table, every value as text. */
export const InternalRowsAnswer = z.object({
  resourceId: z.string(),
  title: z.string(),
  columns: z.array(z.object({ name: z.string(), title: z.string(), type: z.string() })),
  rows: z.array(z.record(z.string(), z.string().nullable())),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  links: z.object({ next: z.string().nullable() }),
});

/**
 * `/api/1/internal…`: internal (службові) datasets for programs whose token has the scope `internal.read` and whose unit or person may read them.
 * To every other they are not there. Never kept by anybody on the way.
 */
export function internalRoutes(): Hono<SurfaceEnv> {
  const path = '/api/1/internal';
  const routes = new Hono<SurfaceEnv>();
  routes.use(`${path}/*`, async (c, next) => {
    await requireScope(c.get('visit').ctx, 'internal.read');
    await next();
    c.header('cache-control', 'no-store');
  });
  return routes.get(path, list).get(`${path}/:dataset`, show).get(`${path}/:dataset/rows`, rows);
}

async function list(c: Asked): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  const results = (await listInternal(ctx)).map((dataset) => lineOf(dataset, origin));
  const body: z.infer<typeof InternalListAnswer> = { count: results.length, results };
  return c.json(body);
}

async function show(c: Asked): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  const { dataset, readerUnitIds } = await loadInternal(ctx, c.req.param('dataset') ?? '');
  const body: z.infer<typeof InternalAnswer> = {
    ...lineOf(dataset, origin),
    readerUnitIds: [...readerUnitIds],
    passport: dataset.passport,
    resources: dataset.resources.map(({ id, title, structure }) => ({
      id,
      title,
      fields: structure.fields.filter(({ sensitivity }) => sensitivity === 'open'),
    })),
  };
  return c.json(body);
}

async function rows(c: Asked): Promise<Response> {
  const { ctx, origin } = c.get('visit');
  const asked = InternalRowsQuery.safeParse(c.req.query());
  if (!asked.success) throw badPage();
  const { page, size } = asked.data;
  const id = c.req.param('dataset') ?? '';
  const found = await readInternalRows(ctx, id, { from: (page - 1) * size + 1, count: size });
  if (!found) throw noTableYet();
  const { resourceId, title, fields, total } = found;
  const more = page * size < total;
  const body: z.infer<typeof InternalRowsAnswer> = {
    resourceId,
    title,
    columns: fields.map((field) => ({ name: field.name, title: field.title, type: field.type })),
    rows: found.rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? null]))),
    total,
    page,
    size,
    links: { next: more ? `${origin}/api/1/internal/${id}/rows?page=${page + 1}&size=${size}` : null },
  };
  return c.json(body);
}

function lineOf({ id, number, passport, unitId, changedAt }: Dataset, origin: string): z.infer<typeof Line> {
  const self = `${origin}/api/1/internal/${id}`;
  const links = { self, rows: `${self}/rows`, page: `${origin}/cabinet/internal/${id}` };
  return { id, number, title: passport.title, unitId, changedAt: changedAt.toISOString(), links };
}

function badPage(): RequestError {
  return new RequestError('invalid', 'bad-page', {
    uk: `page — від 1, size — від 1 до ${MOST_ROWS}.`,
    en: `page is from 1, size from 1 to ${MOST_ROWS}.`,
  });
}

function noTableYet(): RequestError {
  return new RequestError('not-found', 'no-such-table', {
    uk: 'У цього службового набору ще немає прочитаної таблиці. Паспорт є за адресою без /rows.',
    en: 'This internal dataset has no table that is read yet. The passport is at the address without /rows.',
  });
}
