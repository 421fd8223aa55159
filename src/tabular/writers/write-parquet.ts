import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { parquetOptions } from './parquet-options.ts';
import type { TableWriter } from './written-table.ts';

/**
 * Parquet with the machine names and types of the columns, packed by zstd. The format ends with its own table of contents, so the file is
 * made whole in a work folder first and given then.
 */
export const writeParquet: TableWriter = async function* write(table, { session, workFolder }) {
  const folder = await workFolder();
  try {
    const path = join(folder, 'table.parquet');
    const list = table.columns.map(({ name, value }) => `${value} AS ${identifier(name)}`).join(', ');
    const options = parquetOptions(table.columns.length, 'zstd');
    await session.run(`COPY (SELECT ${list} FROM ${table.from}) TO ${literal(path)} (${options})`, table.values);
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
