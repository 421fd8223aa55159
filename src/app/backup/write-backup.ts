import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { TarWriter } from '../../platform/archive/tar.ts';
import { copyOut } from '../../platform/database/copy.ts';
import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ObjectStore } from '../../platform/objects/object-store.ts';
import { type BackupManifest, JOBS_TABLE, MANIFEST_NAME, type TableCopy } from './manifest.ts';
import { restrictedOf } from './restricted.ts';

export interface BackupParts {
  readonly pool: pg.Pool;
  readonly objects: ObjectStore;
}

/** Ordinary tables of our schema with their columns; computed ones are left to the database. */
async function tablesOf(
  client: pg.PoolClient,
  schema: string,
  only?: string,
): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and ($2::text is null or c.relname = $2)
     group by 1 order by 1`,
    [schema, only ?? null],
  );
  return rows;
}

async function* hashing(
  source: AsyncIterable<Uint8Array>,
  seen: (chunk: Uint8Array) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of source) {
    seen(chunk);
    yield chunk;
  }
}

/** Copies one table to a work file (its size must be known before it goes into the archive), then into the archive. */
async function addTable(
  client: pg.PoolClient,
  tar: TarWriter,
  folder: string,
  table: { name: string; columns: string[]; from: string },
): Promise<TableCopy> {
  const hash = createHash('sha256');
  let rows = 0;
  const path = join(folder, 'table.copy');
  const bytes = copyOut(client, `copy (${table.from}) to stdout`);
  const counted = hashing(bytes, (chunk) => {
    hash.update(chunk);
    for (const byte of chunk) if (byte === 10) rows += 1; // in COPY's text form a line feed always ends a row
  });
  await pipeline(Readable.from(counted), createWriteStream(path));
  const file = `tables/${table.name}.copy`;
  await tar.add(file, (await stat(path)).size, createReadStream(path));
  return { table: table.name, columns: table.columns, rows, file, sha256: hash.digest('hex') };
}

async function addTables(client: pg.PoolClient, tar: TarWriter, folder: string): Promise<TableCopy[]> {
  const { rows } = await client.query<{ schema: string }>('select current_schema() as schema');
  const list = (columns: string[]) => columns.map(identifier).join(', ');
  const copies: TableCopy[] = [];
  for (const { table: name, columns } of await tablesOf(client, rows[0]?.schema ?? 'public')) {
    copies.push(
      await addTable(client, tar, folder, { name, columns, from: `select ${list(columns)} from ${identifier(name)}` }),
    );
  }
  for (const { columns } of await tablesOf(client, 'pgboss', 'job')) {
    const from = `select ${list(columns)} from ${JOBS_TABLE} where state in ('created', 'retry', 'active')`;
    copies.push(await addTable(client, tar, folder, { name: JOBS_TABLE, columns, from }));
  }
  return copies;
}

async function sequencesOf(client: pg.PoolClient): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string; value: string | number | null }>(
    'select sequencename as name, last_value as value from pg_sequences where schemaname = current_schema()',
  );
  return rows.map(({ name, value }) => ({ name, value: value === null ? null : Number(value) }));
}

/** Files as they are now. Objects never change; one that a nightly cleaning removes meanwhile belongs to no record of ours. */
async function addObjects(objects: ObjectStore, tar: TarWriter): Promise<BackupManifest['objects']> {
  const kept: { key: string; size: number }[] = [];
  for await (const { key, size } of objects.list()) {
    if (!(await objects.stat(key))) continue;
    await tar.add(`objects/${key}`, size, await objects.read(key));
    kept.push({ key, size });
  }
  return kept;
}

async function writeAll({ pool, objects }: BackupParts, tar: TarWriter): Promise<BackupManifest> {
  const client = await pool.connect();
  const folder = await objects.workFolder();
  try {
    // One snapshot for all tables: what is committed meanwhile is not in the backup, wholly.
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>('select name from platform_migration order by name');
    const tables = await addTables(client, tar, folder);
    const sequences = await sequencesOf(client);
    await client.query('commit');
    const migrations = rows.map(({ name }) => name);
    const kept = await addObjects(objects, tar);
    const purged: BackupManifest['purged'] = [];
    for await (const one of objects.listPurged()) purged.push(one);
    const restricted = restrictedOf(tables, kept);
    const all = { migrations, tables, sequences, objects: kept, purged, restricted };
    return { format: 1, madeAt: new Date().toISOString(), ...all };
  } finally {
    client.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Writes all records and files of a running system into one tar archive with the sum of each. The file appears under its name
 * when it is complete and on the disk.
 */
export async function writeBackup(parts: BackupParts, path: string): Promise<BackupManifest> {
  const partial = `${path}.partial`;
  const out = createWriteStream(partial, { mode: 0o600 }); // it holds e-mail addresses and password hashes
  try {
    const tar = new TarWriter(out);
    const manifest = await writeAll(parts, tar);
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    await tar.add(MANIFEST_NAME, text.byteLength, Readable.from([text]));
    await tar.finish();
    out.end();
    await finished(out);
    const file = await open(partial, 'r');
    await file.sync();
    await file.close();
    await rename(partial, path);
    return manifest;
  } catch (error) {
    out.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
