import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/context.ts';
import { socketUrl } from '../../src/platform/database/embedded-postgres.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { livePostmaster } from '../../src/platform/database/postmaster-file.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';
import { openOutbox } from '../../src/platform/mail/outbox.ts';
import { openFolderStore } from '../../src/platform/objects/folder-store.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

let folder: string;
let first: RunningSystem;
let second: RunningSystem;

async function withDatabase<T>(data: string, deed: (db: Database) => Promise<T>): Promise<T> {
  const live = await livePostmaster(join(data, 'postgres'));
  if (!live) throw new Error('PostgreSQL does not run');
  const database = openDatabase(socketUrl(live.socketFolder), SILENT, 1);
  try {
    return await deed(database.db);
  } finally {
    await database.close();
  }
}

/** Every table's number of rows and the sum of their bytes in the order of the text of rows. */
function contents(data: string): Promise<Record<string, string>> {
  return withDatabase(data, async (db) => {
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(
      db,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ state: string }>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '-') as state
        from ${sql.table(name)} t`.execute(db);
      if (name !== 'platform_migration') found[name] = rows[0]?.state ?? '';
    }
    return found;
  });
}

async function objectsOf(data: string): Promise<Record<string, string>> {
  const store = openFolderStore(join(data, 'objects'));
  const found: Record<string, string> = {};
  for await (const { key } of store.list()) {
    found[key] = createHash('sha256')
      .update(await readFile(await store.localPath(key)))
      .digest('hex');
  }
  return found;
}

async function fill(data: string): Promise<void> {
  const store = openFolderStore(join(data, 'objects'));
  for (const size of [0, 1, 511, 512, 513, 3_000_000]) {
    const bytes = Readable.from([Buffer.alloc(size, `рядок ${size}`)]);
    await store.takeStream(size === 513 ? 'restricted' : 'public', `dataset-${size}`, bytes);
  }
  const gone = await store.takeStream('public', 'dataset-gone', Readable.from([Buffer.from('персональні дані')]));
  await store.purge(gone.key, 'рішення суду');
  await withDatabase(data, async (db) => {
    const outbox = openOutbox({ now: () => new Date('2026-03-01T10:00:00Z') }, async () => {});
    for (let n = 0; n < 500; n += 1) {
      const body = `Лист ${n}\nз рядками,\tтабуляцією, \\ і «лапками» ${'ї'.repeat(n)}`;
      await outbox.write(db, { to: `a${n}@example.org`, subject: `№ ${n}`, body });
    }
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-backup-'));
  first = await startSystem();
  await fill(first.data);
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup of a running system', () => {
  const file = () => join(folder, 'backup.tar');

  test('is one file', () => {
    const made = first.command(['backup', file()]);
    expect(made.errors).toBe('');
    expect(made.code).toBe(0);
    expect(first.command(['backup', file()]).code).toBe(1); // never over an existing file
    expect(statSync(file()).mode & 0o077).toBe(0); // it holds addresses and digests of passwords: its owner's only
  });

  test('says which of its parts the public never sees', async () => {
    const { output } = first.command(['backup', `${file()}.again`]);
    expect(output).toMatch(/Restricted .*: files 1 \(513 bytes\), tables [1-9]\d*: .*platform_letter/);
    const archive = await readFile(`${file()}.again`, 'latin1');
    expect(archive).toMatch(/"restricted": \{\s*"tables": \[[^\]]*"table": "platform_letter",\s*"rows": 500,/);
  });

  test('is restored elsewhere row for row and byte for byte', async () => {
    const data = join(folder, 'data');
    const restored = first.command(['restore', file()], '', { VIDKRYTO_DATA: data });
    expect(restored.errors).toBe('');
    expect(restored.output).toMatch(/Restored/);
    second = await startSystem({ data });
    expect(await contents(data)).toEqual(await contents(first.data));
    expect(await objectsOf(data)).toEqual(await objectsOf(first.data));
    expect(Object.keys(await objectsOf(data))).toHaveLength(6);
    for await (const { reason } of openFolderStore(join(data, 'objects')).listPurged())
      expect(reason).toBe('рішення суду');
  });

  test('is not restored over data', () => {
    const refused = first.command(['restore', file()], '', { VIDKRYTO_DATA: first.data });
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/not empty/);
  });

  test('that was damaged is refused, and the folder stays empty', async () => {
    const bytes = await readFile(file());
    const at = bytes.lastIndexOf(Buffer.from('рядок 3000000')) + 2;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(join(folder, 'damaged.tar'), bytes);
    const data = join(folder, 'empty');
    const refused = first.command(['restore', join(folder, 'damaged.tar')], '', { VIDKRYTO_DATA: data });
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/checksum/);
    expect(first.command(['restore', file()], '', { VIDKRYTO_DATA: data }).code).toBe(0);
  });
});
