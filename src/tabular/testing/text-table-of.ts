import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../../platform/duckdb/local-duckdb.ts';
import { sqlText } from '../scan/predicate.ts';
import type { TextTable } from '../text-table.ts';
import { writingLimits } from '../work-session.ts';

/** DuckDB and a folder for the tests of this part. */
export async function testDuckDb(): Promise<{ duckdb: DuckDb; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-tabular-'));
  return { duckdb: openLocalDuckDb({ folder, threads: 2 }), folder };
}

let made = 0;

/** A text table of the given cells, each row as long as the headers; NULL is an empty cell. */
export async function textTableOf(
  { duckdb, folder }: { duckdb: DuckDb; folder: string },
  headers: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<TextTable> {
  made += 1;
  const parquetPath = join(folder, `table-${made}.parquet`);
  const names = headers.map((_, index) => `c${index}`);
  const session = await duckdb.session(writingLimits(headers.length));
  try {
    await session.run(`CREATE TABLE t (${names.map((name) => `${name} VARCHAR`).join(', ')})`);
    for (let at = 0; at < rows.length; at += 500) {
      const values = rows
        .slice(at, at + 500)
        .map((row) => `(${headers.map((_, index) => cellSql(row[index] ?? null)).join(', ')})`);
      await session.run(`INSERT INTO t VALUES ${values.join(', ')}`);
    }
    await session.run(`COPY t TO ${sqlText(parquetPath)} (FORMAT parquet)`);
  } finally {
    session.close();
  }
  return {
    parquetPath,
    format: 'csv',
    encoding: 'utf-8',
    dialect: null,
    sheet: null,
    sheets: [],
    rows: rows.length,
    headers,
    findings: [],
  };
}

function cellSql(cell: string | null): string {
  return cell === null ? 'NULL' : sqlText(cell);
}

/** The cells of a Parquet file, in its order. */
export async function cellsOf(duckdb: DuckDb, path: string): Promise<(string | number | boolean | null)[][]> {
  const session = await duckdb.session();
  try {
    const rows: (string | number | boolean | null)[][] = [];
    for await (const chunk of session.chunks(`SELECT * FROM read_parquet(${sqlText(path)})`)) rows.push(...chunk);
    return rows;
  } finally {
    session.close();
  }
}
