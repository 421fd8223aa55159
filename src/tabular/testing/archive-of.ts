import { writeFile } from 'node:fs/promises';
import { type ZipEntry, zipStream } from '../writers/zip-stream.ts';

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** Writes a ZIP archive of these members. */
export async function archiveOf(path: string, members: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [name, content] of Object.entries(members)) yield { name, pieces: once(content) };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(entries(), 'zip')) pieces.push(piece);
  await writeFile(path, Buffer.concat(pieces));
  return path;
}
