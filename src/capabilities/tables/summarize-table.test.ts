import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { createTable } from './create-table.ts';
import type { ManifestColumn } from './manifest.ts';
import { summarizeTable } from './summarize-table.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

const RESOURCE = '01990000-0000-7000-8000-000000000001';

/** A table made of a SELECT whose columns are c0, c1 …; the last one is restricted. */
async function table(select: string, types: readonly ManifestColumn['type'][]): Promise<string> {
  const path = join(await test.ctx.objects.workFolder(), 'table.parquet');
  const session = await test.ctx.duckdb.session();
  await session.run(`COPY (${select}) TO ${literal(path)} (FORMAT parquet)`);
  const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${literal(path)})`);
  session.close();
  const file = await test.ctx.objects.takeFile('public', RESOURCE, path);
  const columns = types.map(
    (type, i): ManifestColumn => ({
      parquetColumn: `c${i}`,
      name: `column${i}`,
      title: `Стовпець ${i}`,
      type,
      sensitivity: i === types.length - 1 ? 'restricted' : 'open',
      geometry: null,
      identifier: false,
    }),
  );
  const rows = Number(counted?.n);
  const manifest = { parts: [{ kind: 'base' as const, key: file.key, rows }], columns, rows };
  return createTable(test.ctx, { resourceId: RESOURCE, manifest });
}

describe('the summary of a table', () => {
  it('tells blanks, different values, least and most, and nothing of a restricted column', async () => {
    const id = await table(
      `SELECT * FROM (VALUES
        (1::BIGINT, 'Центр', 10.50::DECIMAL(12,2), DATE '2020-01-31', TIMESTAMP '2020-01-31 23:30:00', true, 'таємне'),
        (12, 'Схід', NULL, NULL, NULL, NULL, 'таємне'),
        (9007199254740993, 'Схід', -1, DATE '2019-12-31', TIMESTAMP '2020-02-01 10:00:00', true, 'таємне')
      ) t(c0, c1, c2, c3, c4, c5, c6)`,
      ['integer', 'text', 'decimal', 'date', 'datetime', 'boolean', 'text'],
    );
    const facts = await summarizeTable(test.ctx, id);
    const line = (blanks: number, distinct: number, least: string | null, most: string | null, at: number) => ({
      name: `column${at}`,
      blanks,
      distinct,
      exact: true,
      least,
      most,
    });
    expect(facts).toEqual([
      line(0, 3, '1', '9007199254740993', 0),
      line(0, 2, null, null, 1),
      line(1, 2, '-1', '10.50', 2),
      line(1, 2, '2019-12-31', '2020-01-31', 3),
      line(1, 2, '2020-01-31T23:30:00', '2020-02-01T10:00:00', 4),
      line(1, 1, null, null, 5),
    ]);
    expect(JSON.stringify(facts)).not.toContain('таємне');
  });

  it('counts about so many different values of a large table, and never more than there are', async () => {
    const types = Array.from({ length: 60 }, () => 'integer' as const);
    const columns = types.map((_, i) => (i % 2 ? `i % 7 AS c${i}` : `i AS c${i}`));
    const facts = await summarizeTable(
      test.ctx,
      await table(`SELECT ${columns.join(', ')} FROM range(40000) t(i)`, types),
    );
    expect(facts).toHaveLength(59);
    for (const [at, { exact, distinct, most }] of facts.entries()) {
      expect([exact, most]).toEqual([false, at % 2 ? '6' : '39999']);
      if (at % 2) expect(distinct).toBe(7);
      else expect(Math.abs(distinct - 40_000)).toBeLessThan(6000);
      expect(distinct).toBeLessThanOrEqual(40_000);
    }
  });

  it('answers for a table without rows', async () => {
    const facts = await summarizeTable(
      test.ctx,
      await table('SELECT 1 AS c0, 2 AS c1 WHERE false', ['integer', 'text']),
    );
    expect(facts).toEqual([{ name: 'column0', blanks: 0, distinct: 0, exact: true, least: null, most: null }]);
  });
});
