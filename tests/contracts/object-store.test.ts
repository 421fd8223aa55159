import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolderStore } from '../../src/platform/objects/folder-store.ts';
import type { ObjectStore, StoredObject } from '../../src/platform/objects/object-store.ts';

/** Every store is held to the same contract; S3 joins this list. */
const STORES: Record<string, (folder: string) => ObjectStore> = { folder: openFolderStore };

const HELLO = Buffer.from('назва;адреса\nҐанок;вул. Їжакевича\n');
const HELLO_SHA = /^[0-9a-f]{64}$/;

async function* stream(...chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}

async function listed(store: ObjectStore): Promise<StoredObject[]> {
  const objects: StoredObject[] = [];
  for await (const object of store.list()) objects.push(object);
  return objects;
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

for (const [name, open] of Object.entries(STORES)) {
  describe(`objects in a ${name}`, () => {
    let folder: string;
    let store: ObjectStore;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vidkryto-contract-'));
      store = open(folder);
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('keeps a stream under the name of its content and gives it back', async () => {
      const kept = await store.takeStream('staging', 'upload-1', stream(HELLO.subarray(0, 7), HELLO.subarray(7)));
      expect(kept.sha256).toMatch(HELLO_SHA);
      expect(kept).toMatchObject({ key: `staging/upload-1/${kept.sha256}`, size: HELLO.length });
      expect(await bytesOf(await store.read(kept.key))).toEqual(HELLO);
      expect(await bytesOf(await store.read(kept.key, { start: 0, end: 9 }))).toEqual(HELLO.subarray(0, 10));
      expect(await store.stat(kept.key)).toEqual(kept);
      expect(await readFile(await store.localPath(kept.key))).toEqual(HELLO);
    });

    test('keeps nothing of a stream that fails', async () => {
      const before = (await listed(store)).length;
      const broken = async function* () {
        yield HELLO;
        throw new Error('the line broke');
      };
      await expect(store.takeStream('staging', 'upload-2', broken())).rejects.toThrow('the line broke');
      expect(await listed(store)).toHaveLength(before);
    });

    test('moves a file in: the source is gone', async () => {
      const work = await store.workFolder();
      await writeFile(join(work, 'table.parquet'), HELLO);
      const kept = await store.takeFile('public', 'dataset-1', join(work, 'table.parquet'));
      await expect(readFile(join(work, 'table.parquet'))).rejects.toThrow('ENOENT');
      expect(await bytesOf(await store.read(kept.key))).toEqual(HELLO);
      await rm(work, { recursive: true });
    });

    test('a copy lives its own life', async () => {
      const first = await store.takeStream('staging', 'upload-3', stream(HELLO));
      const copy = await store.copy(first.key, 'public', 'dataset-3');
      expect(copy).toMatchObject({ sha256: first.sha256, size: first.size, key: `public/dataset-3/${first.sha256}` });
      expect(await store.copy(first.key, 'public', 'dataset-3')).toEqual(copy);
      await store.discard(first.key);
      await store.discard(first.key); // repeating it is harmless
      expect(await store.stat(first.key)).toBeNull();
      expect(await bytesOf(await store.read(copy.key))).toEqual(HELLO);
    });

    test('the same bytes of two owners are two objects', async () => {
      const one = await store.takeStream('restricted', 'owner-a', stream(HELLO));
      const two = await store.takeStream('restricted', 'owner-b', stream(HELLO));
      expect(one.key).not.toBe(two.key);
      await store.purge(one.key, 'персональні дані');
      expect(await bytesOf(await store.read(two.key))).toEqual(HELLO);
    });

    test('a purged object says gone and why; a missing one says there is none', async () => {
      const kept = await store.takeStream('public', 'dataset-4', stream(HELLO));
      await store.purge(kept.key, 'рішення суду');
      await expect(store.read(kept.key)).rejects.toMatchObject({ kind: 'gone', code: 'file-purged' });
      await expect(store.read(kept.key)).rejects.toMatchObject({
        text: { uk: expect.stringContaining('рішення суду') },
      });
      expect(await store.stat(kept.key)).toBeNull();
      const purged: unknown[] = [];
      for await (const one of store.listPurged()) purged.push(one);
      expect(purged).toContainEqual({ key: kept.key, reason: 'рішення суду' });
      const other = `public/dataset-4/${'0'.repeat(64)}`;
      await expect(store.read(other)).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('a key that is no key never leaves the store', async () => {
      for (const key of ['../../etc/passwd', 'public/../x/y', `public/a/b/${'0'.repeat(64)}`, '']) {
        await expect(store.read(key)).rejects.toMatchObject({ kind: 'not-found' });
        expect(await store.stat(key)).toBeNull();
      }
      await expect(store.takeStream('public', '../x', stream(HELLO))).rejects.toThrow(/identifier/);
    });

    test('lists every live object once, without tombstones and work files', async () => {
      const keys = (await listed(store)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => /^(public|restricted|staging)\/[\w-]+\/[0-9a-f]{64}$/.test(key))).toBe(true);
    });
  });
}
