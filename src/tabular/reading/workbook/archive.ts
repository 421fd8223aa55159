import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';

const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const PIECE = 64 * 1024;

/** The member of that name, whatever the case of its letters; programs disagree on it. */
export function findMember(directory: ZipDirectory, name: string): ZipMember | undefined {
  const plain = name.toLowerCase();
  return directory.members.find((member) => member.name.toLowerCase() === plain);
}

/** Where the packed bytes begin: after the local header, whose own lengths count. */
async function contentStart(path: string, member: ZipMember): Promise<number> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(LOCAL_HEADER);
    const { bytesRead } = await file.read(head, 0, LOCAL_HEADER, member.offset);
    if (bytesRead < LOCAL_HEADER || head.readUInt32LE(0) !== LOCAL_SIGNATURE)
      throw new Error(`${member.name}: no local header`);
    return member.offset + LOCAL_HEADER + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/**
 * Unpacks one member of a zip piece by piece; the next piece is unpacked when it is asked for.
 * @throws when the member is damaged, encrypted, packed in a way we do not know, or larger than the directory says
 */
export async function* unpackMember(path: string, member: ZipMember): AsyncGenerator<Buffer> {
  if (member.encrypted || (member.method !== 0 && member.method !== 8))
    throw new Error(`${member.name}: cannot unpack`);
  if (member.packed === 0) return;
  const start = await contentStart(path, member);
  const packed = createReadStream(path, { start, end: start + member.packed - 1, highWaterMark: PIECE });
  // a fault of the file reaches the reader through the pipeline, which destroys both ends
  const stream =
    member.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => undefined);
  let unpacked = 0;
  for await (const piece of stream) {
    unpacked += (piece as Buffer).length;
    if (unpacked > member.unpacked) throw new Error(`${member.name}: larger than the directory says`);
    yield piece as Buffer;
  }
  if (unpacked < member.unpacked) throw new Error(`${member.name}: cut short`);
}
