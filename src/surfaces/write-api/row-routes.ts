import { Hono, type Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { type RowsWritten, writeRows } from '../../capabilities/publishing/index.ts';
import { type BatchKind, MOST_BATCH, type SentRow } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import type { RowsWrittenAnswer } from './answer-schemas.ts';
import { keyOf, tokensOnly } from './asked-by-token.ts';
import { csvRows } from './csv-rows.ts';

type Asked = HonoContext<SurfaceEnv>;

const KINDS: Readonly<Record<'POST' | 'PUT' | 'PATCH' | 'DELETE', BatchKind>> = {
  POST: 'append',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
};

/**
 * Rows by key at the address they are read from: `POST /api/rows/<resource>` adds, `PUT` replaces or adds, `PATCH` changes the named
 * columns, `DELETE` removes. A JSON array or object, JSON Lines or CSV; all or nothing.
 */
export function rowRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    routes.on(method, '/api/rows/:id', tokensOnly, async (c) => {
      const rows = method === 'DELETE' ? await keysOf(c) : await rowsOf(c);
      if (rows.length === 0) throw noRows();
      if (rows.length > MOST_BATCH) throw tooMany();
      const batch = { kind: KINDS[method], rows };
      const key = keyOf(c.req.raw.headers);
      return answer(c, await writeRows(c.get('visit').ctx, c.req.param('id'), batch, key));
    });
  }
  return routes;
}

function answer(c: Asked, written: RowsWritten & { readonly repeated: boolean }): Response {
  const { origin } = c.get('visit');
  const { repeated, datasetId, tableId, version, rows, added, changed, deleted, unchanged } = written;
  if (repeated) c.header('idempotency-replayed', 'true');
  c.header('cache-control', 'no-store');
  const links = {
    rows: `${origin}/api/rows/${c.req.param('id')}`,
    written: `${origin}/api/rows/${tableId}`,
    dataset: `${origin}/api/1/datasets/${datasetId}`,
  };
  const body: z.infer<typeof RowsWrittenAnswer> = { added, changed, deleted, unchanged, version, rows, links };
  return c.json(body);
}

/** Keys to delete: one in the address (`?code=5`), or many in the body. */
async function keysOf(c: Asked): Promise<readonly SentRow[]> {
  const query = c.req.query();
  return Object.keys(query).length > 0 ? [query] : rowsOf(c);
}

async function rowsOf(c: Asked): Promise<readonly SentRow[]> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  const text = await c.req.text();
  switch (type) {
    case 'text/csv':
      return csvRows(text);
    case 'application/jsonl':
    case 'application/x-ndjson':
    case 'application/json-seq':
      return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [rowOf(parsed(line, i + 1), i + 1)]));
    case 'application/json': {
      const body = parsed(text, null);
      const list: unknown[] = Array.isArray(body) ? body : [body];
      return list.map((row, i) => rowOf(row, i + 1));
    }
    default:
      throw badType(type);
  }
}

function parsed(text: string, line: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badJson(line);
  }
}

function rowOf(value: unknown, row: number): SentRow {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as SentRow;
  const text = {
    uk: 'Рядок — це об’єкт: {"код": 5, "назва": "…"}.',
    en: 'A row is an object: {"code": 5, "name": "…"}.',
  };
  throw new RequestError('invalid', 'bad-rows', text, [{ field: `rows[${row}]`, text }]);
}

function badJson(line: number | null): RequestError {
  const uk = line === null ? 'Тіло запиту не є JSON.' : `Рядок ${line} не є JSON.`;
  const en = line === null ? 'The body of the request is not JSON.' : `Line ${line} is not JSON.`;
  return new RequestError('invalid', 'bad-json', {
    uk: `${uk} Перевірте лапки й коми.`,
    en: `${en} Check quotes and commas.`,
  });
}

function badType(type: string): RequestError {
  return new RequestError('invalid', 'bad-content-type', {
    uk: `Рядки надсилають як application/json, application/jsonl або text/csv, а не «${type}».`,
    en: `Rows are sent as application/json, application/jsonl or text/csv, not “${type}”.`,
  });
}

function noRows(): RequestError {
  return new RequestError('invalid', 'no-rows', {
    uk: 'У запиті немає жодного рядка.',
    en: 'There is no row in the request.',
  });
}

function tooMany(): RequestError {
  return new RequestError('too-large', 'too-many-rows', {
    uk: `За один раз записують до ${MOST_BATCH} рядків. Надішліть частинами; цілу таблицю зручніше подати файлом.`,
    en: `Up to ${MOST_BATCH} rows are written at once. Send them in parts; a whole table is easier to give as a file.`,
  });
}
