import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { testDuckDb } from '../testing/text-table-of.ts';
import { copyCsv, writeCsv } from './csv.ts';
import { copyJson, writeJson } from './json.ts';
import type { WrittenRows } from './line-stream.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
let session: DuckSession;
beforeAll(async () => {
  parts = await testDuckDb();
  session = await parts.duckdb.session();
});
afterAll(async () => {
  session.close();
  await rm(parts.folder, { recursive: true, force: true });
});

const ROWS: WrittenRows = {
  columns: [
    { sql: 'a', name: 'Назва, коротка', type: 'text' },
    { sql: 'b', name: 'b', type: 'decimal' },
    { sql: 'c', name: 'c', type: 'datetime' },
    { sql: 'd', name: 'd', type: 'boolean' },
  ],
  from: `(VALUES ('Сад «Сонечко», "1"', 1.5::DOUBLE, TIMESTAMP '2024-05-06 10:00:00', true), (NULL, 2::DOUBLE, NULL, NULL), (e'два\\nрядки', NULL, NULL, false)) t(a, b, c, d)`,
};

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

it('writes CSV by RFC 4180', async () => {
  expect(await textOf(writeCsv(session, ROWS))).toBe(
    '"Назва, коротка",b,c,d\r\n"Сад «Сонечко», ""1""",1.5,2024-05-06T10:00:00,true\r\n,2,,\r\n"два\nрядки",,,false\r\n',
  );
});

it('writes a table without rows, and a single empty cell that readers do not skip', async () => {
  expect(await textOf(writeCsv(session, { ...ROWS, from: `${ROWS.from} WHERE false` }))).toBe(
    '"Назва, коротка",b,c,d\r\n',
  );
  const columns = [{ sql: 'a', name: 'a', type: 'text' as const }];
  expect(await textOf(writeCsv(session, { columns, from: '(VALUES (NULL::VARCHAR)) t(a)' }))).toBe('a\r\n""\r\n');
});

it('writes a JSON array of objects', async () => {
  expect(JSON.parse(await textOf(writeJson(session, ROWS)))).toEqual([
    { 'Назва, коротка': 'Сад «Сонечко», "1"', b: 1.5, c: '2024-05-06T10:00:00', d: true },
    { 'Назва, коротка': null, b: 2, c: null, d: null },
    { 'Назва, коротка': 'два\nрядки', b: null, c: null, d: false },
  ]);
  expect(JSON.parse(await textOf(writeJson(session, { ...ROWS, from: `${ROWS.from} WHERE false` })))).toEqual([]);
});

it('writes the same into files', async () => {
  const csv = join(parts.folder, 'out.csv');
  const json = join(parts.folder, 'out.json');
  await copyCsv(session, ROWS, csv);
  await copyJson(session, ROWS, json);
  expect((await readFile(csv, 'utf8')).split('\n')[1]).toBe('"Сад «Сонечко», ""1""",1.5,2024-05-06T10:00:00,true');
  expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(JSON.parse(await textOf(writeJson(session, ROWS))));
});
