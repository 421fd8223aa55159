import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RequestError } from '../../kernel/errors.ts';
import type { ByteRange, ObjectClass, ObjectKey, ObjectStore, StoredObject } from './object-store.ts';

const KEY = /^(public|restricted|staging)\/[A-Za-z0-9_-]{1,100}\/[0-9a-f]{64}$/;
const OWNER = /^[A-Za-z0-9_-]{1,100}$/;
const CLASSES: readonly ObjectClass[] = ['public', 'restricted', 'staging'];
const TOMBSTONE = '.purged';

function missing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

/**
 * Objects as files: `<root>/<class>/<owner>/<sha256>`, work files under `<root>/work`. An object appears under its name by
 * rename after its bytes reached the disk, so at any moment it is there whole or not at all.
 */
class FolderStore implements ObjectStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = resolve(root);
  }

  #path(key: ObjectKey): string {
    if (!KEY.test(key)) {
      throw new RequestError('not-found', 'no-such-file', { uk: 'Такого файла немає.', en: 'There is no such file.' });
    }
    return join(this.#root, key.replaceAll('/', sep));
  }

  #target(objectClass: ObjectClass, owner: string, sha256: string): { key: ObjectKey; path: string } {
    if (!OWNER.test(owner)) throw new Error(`an object's owner is an identifier, not ${JSON.stringify(owner)}`);
    const key = `${objectClass}/${owner}/${sha256}`;
    return { key, path: this.#path(key) };
  }

  /** Gives the prepared file its name for good. */
  async #settle(from: string, objectClass: ObjectClass, owner: string, sha256: string): Promise<StoredObject> {
    const { key, path } = this.#target(objectClass, owner, sha256);
    await mkdir(dirname(path), { recursive: true });
    await sync(from);
    await rename(from, path);
    await rm(`${path}${TOMBSTONE}`, { force: true });
    await sync(dirname(path));
    return { key, sha256, size: (await stat(path)).size };
  }

  async #workPath(): Promise<string> {
    const folder = join(this.#root, 'work');
    await mkdir(folder, { recursive: true });
    return join(folder, `incoming-${randomUUID()}`);
  }

  async takeFile(objectClass: ObjectClass, owner: string, path: string): Promise<StoredObject> {
    const incoming = await this.#workPath();
    try {
      await rename(path, incoming);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await pipeline(createReadStream(path), createWriteStream(incoming));
      await rm(path);
    }
    return this.#settle(incoming, objectClass, owner, await hashOf(incoming));
  }

  async takeStream(objectClass: ObjectClass, owner: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredObject> {
    const incoming = await this.#workPath();
    const hash = createHash('sha256');
    try {
      await pipeline(Readable.from(hashed(bytes, hash)), createWriteStream(incoming));
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
    return this.#settle(incoming, objectClass, owner, hash.digest('hex'));
  }

  async localPath(key: ObjectKey): Promise<string> {
    if (!(await this.stat(key))) await this.#refuse(key);
    return this.#path(key);
  }

  async copy(key: ObjectKey, objectClass: ObjectClass, owner: string): Promise<StoredObject> {
    const from = await this.localPath(key);
    const sha256 = key.slice(-64);
    const target = this.#target(objectClass, owner, sha256);
    const present = await this.stat(target.key);
    if (present) return present;
    const incoming = await this.#workPath();
    try {
      await link(from, incoming); // one content, two names: instant, and each name lives its own life
    } catch {
      await pipeline(createReadStream(from), createWriteStream(incoming));
    }
    return this.#settle(incoming, objectClass, owner, sha256);
  }

  async read(key: ObjectKey, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    const path = await this.localPath(key);
    return createReadStream(path, { highWaterMark: 256 * 1024, ...range });
  }

  async stat(key: ObjectKey): Promise<StoredObject | null> {
    try {
      return { key, sha256: key.slice(-64), size: (await stat(this.#path(key))).size };
    } catch (error) {
      if (missing(error) || error instanceof RequestError) return null;
      throw error;
    }
  }

  async purge(key: ObjectKey, reason: string): Promise<void> {
    const path = this.#path(key);
    await mkdir(dirname(path), { recursive: true });
    const tombstone = await open(`${path}${TOMBSTONE}`, 'w');
    await tombstone.writeFile(JSON.stringify({ reason, at: new Date().toISOString() }));
    await tombstone.sync();
    await tombstone.close();
    await this.discard(key);
  }

  async discard(key: ObjectKey): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  /** Keys of all files under a class and an owner, tombstones' with their ending. */
  async *#names(): AsyncIterable<string> {
    for (const objectClass of CLASSES) {
      const folder = join(this.#root, objectClass);
      for (const owner of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, owner)).catch(() => [])) yield `${objectClass}/${owner}/${name}`;
      }
    }
  }

  async *list(): AsyncIterable<StoredObject> {
    for await (const name of this.#names()) {
      const object = await this.stat(name);
      if (object) yield object;
    }
  }

  async *listPurged(): AsyncIterable<{ key: ObjectKey; reason: string }> {
    for await (const name of this.#names()) {
      if (!name.endsWith(TOMBSTONE)) continue;
      const text = await readFile(join(this.#root, name.replaceAll('/', sep)), 'utf8');
      const { reason } = JSON.parse(text) as { reason: string };
      yield { key: name.slice(0, -TOMBSTONE.length), reason };
    }
  }

  async workFolder(): Promise<string> {
    await mkdir(join(this.#root, 'work'), { recursive: true });
    return mkdtemp(join(this.#root, 'work', 'job-'));
  }

  /** Says why there are no bytes: never were, or purged for a reason. */
  async #refuse(key: ObjectKey): Promise<never> {
    const tombstone = await readFile(`${this.#path(key)}${TOMBSTONE}`, 'utf8').catch(() => null);
    if (tombstone === null) {
      throw new RequestError('not-found', 'no-such-file', { uk: 'Такого файла немає.', en: 'There is no such file.' });
    }
    const { reason } = JSON.parse(tombstone) as { reason: string };
    throw new RequestError('gone', 'file-purged', {
      uk: `Файл вилучено. Причина: ${reason}`,
      en: `The file was removed. Reason: ${reason}`,
    });
  }
}

/** The store that keeps objects in a folder of this machine. */
export function openFolderStore(root: string): ObjectStore {
  return new FolderStore(root);
}

/** Removes what killed processes left half-way in the work folder; called at start, before anybody works. */
export async function sweepWorkFolder(root: string): Promise<void> {
  await rm(join(root, 'work'), { recursive: true, force: true });
}
