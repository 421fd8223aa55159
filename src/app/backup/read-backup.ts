import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { MIGRATIONS } from '../../migrations/list.ts';
import { readTar, type TarEntry } from '../../platform/archive/tar.ts';
import type { Database } from '../../platform/context.ts';
import { copyIn } from '../../platform/database/copy.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { AnyJob } from '../../platform/jobs/job-queue.ts';
import { prepareJobs } from '../../platform/jobs/job-queue.ts';
import { SILENT } from '../../platform/logging/pino-log.ts';
import type { ObjectClass, ObjectStore } from '../../platform/objects/object-store.ts';
import { BackupManifest, JOBS_TABLE, MANIFEST_NAME } from './manifest.ts';

export interface RestoreParts {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly objects: ObjectStore;
  readonly jobs: readonly AnyJob[];
  /** For the tables' files while they are checked. */
  readonly folder: string;
}

/** What came out of the archive, each with the sum of the bytes that came. */
interface Unpacked {
  readonly manifest: BackupManifest;
  readonly tables: ReadonlyMap<string, { path: string; sha256: string }>;
  readonly objects: ReadonlySet<string>;
}

async function unpackTable(entry: TarEntry, path: string): Promise<string> {
  const hash = createHash('sha256');
  const counted = (async function* () {
    for await (const chunk of entry.content) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  await pipeline(Readable.from(counted), createWriteStream(path));
  return hash.digest('hex');
}

/** Keeps an object; its name in the archive must be the sum of its bytes. */
async function unpackObject(entry: TarEntry, objects: ObjectStore): Promise<string> {
  const match = /^objects\/((public|restricted|staging)\/([A-Za-z0-9_-]+)\/([0-9a-f]{64}))$/.exec(entry.name);
  const [, key = '', objectClass, owner = '', sha256] = match ?? [];
  if (!match) throw new Error(`the archive holds a file that is not ours: ${entry.name}`);
  const kept = await objects.takeStream(objectClass as ObjectClass, owner, entry.content);
  if (kept.sha256 !== sha256) throw new Error(`the checksum of ${entry.name} does not match: the backup is damaged`);
  return key;
}

async function unpack(path: string, { objects, folder }: RestoreParts): Promise<Unpacked> {
  const tables = new Map<string, { path: string; sha256: string }>();
  const keys = new Set<string>();
  let manifest: BackupManifest | null = null;
  await mkdir(folder, { recursive: true });
  for await (const entry of readTar(createReadStream(path, { highWaterMark: 1 << 20 }))) {
    if (entry.name === MANIFEST_NAME) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry.content) chunks.push(chunk);
      manifest = BackupManifest.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    } else if (/^tables\/[a-z0-9_.]+\.copy$/.test(entry.name)) {
      const to = join(folder, `${tables.size}.copy`);
      tables.set(entry.name, { path: to, sha256: await unpackTable(entry, to) });
    } else {
      keys.add(await unpackObject(entry, objects));
    }
  }
  if (!manifest)
    throw new Error('the archive has no list of its files: it is no backup of this system, or is cut short');
  return { manifest, tables, objects: keys };
}

/** Everything the list names came, and every sum is right. */
function verify({ manifest, tables, objects }: Unpacked): void {
  for (const { file, sha256 } of manifest.tables) {
    if (tables.get(file)?.sha256 !== sha256)
      throw new Error(`the checksum of ${file} does not match: the backup is damaged`);
  }
  for (const { key } of manifest.objects) if (!objects.has(key)) throw new Error(`the backup lacks the file ${key}`);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`the backup was made by a newer release (it has ${unknown.join(', ')})`);
}

/** Loads all rows in one transaction, with triggers and foreign keys at rest: the rows were whole where they came from. */
async function load({ pool }: RestoreParts, { manifest, tables }: Unpacked): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    const own = manifest.tables.filter(({ table }) => table !== JOBS_TABLE).map(({ table }) => identifier(table));
    await client.query(`truncate ${own.join(', ')}`);
    for (const { table, columns, file } of manifest.tables) {
      const source = tables.get(file);
      if (!source) continue;
      const name = table === JOBS_TABLE ? JOBS_TABLE : identifier(table);
      await copyIn(
        client,
        `copy ${name} (${columns.map(identifier).join(', ')}) from stdin`,
        createReadStream(source.path),
      );
    }
    for (const { name, value } of manifest.sequences) {
      if (value !== null) await client.query('select setval($1::regclass, $2)', [identifier(name), value]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Restores a backup into an empty database and store: checks every sum, brings the database to the form it had, loads, then migrates on. */
export async function readBackup(parts: RestoreParts, path: string): Promise<BackupManifest> {
  const unpacked = await unpack(path, parts);
  verify(unpacked);
  const had = new Set(unpacked.manifest.migrations);
  await migrate(
    parts.db,
    MIGRATIONS.filter(({ name }) => had.has(name)),
    SILENT,
  );
  await prepareJobs(parts.db, parts.jobs, SILENT);
  await load(parts, unpacked);
  for (const { key, reason } of unpacked.manifest.purged) await parts.objects.purge(key, reason);
  await migrate(parts.db, MIGRATIONS, SILENT);
  return unpacked.manifest;
}
