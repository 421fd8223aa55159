import { join } from 'node:path';
import { createTable, type ManifestColumn } from '../../src/capabilities/tables/index.ts';
import { literal } from '../../src/platform/duckdb/duckdb.ts';
import type { TestContext } from './make-context.ts';

/** A column of a table made for a test. */
export type ColumnSpec = readonly [
  name: string,
  title: string,
  type: ManifestColumn['type'],
  options?: Partial<ManifestColumn>,
];

const RESOURCE = '01990000-0000-7000-8000-000000000001';

/** A table whose parts are the rows of SELECTs with columns c0, c1 …; gives its id. */
export async function smallTable(
  test: TestContext,
  selects: string | readonly string[],
  specs: readonly ColumnSpec[],
): Promise<string> {
  const session = await test.ctx.duckdb.session();
  const parts = [];
  for (const select of typeof selects === 'string' ? [selects] : selects) {
    const path = join(await test.ctx.objects.workFolder(), 'table.parquet');
    await session.run(`COPY (${select}) TO ${literal(path)} (FORMAT parquet)`);
    const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${literal(path)})`);
    const file = await test.ctx.objects.takeFile('public', RESOURCE, path);
    parts.push({ kind: 'base' as const, key: file.key, rows: Number(counted?.n) });
  }
  session.close();
  const columns = specs.map(([name, title, type, options], i) => ({
    ...{ parquetColumn: `c${i}`, name, title, type, sensitivity: 'open' as const, geometry: null, identifier: false },
    ...options,
  }));
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  return createTable(test.ctx, { resourceId: RESOURCE, manifest: { parts, columns, rows } });
}
