import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { decodeSample } from './text-decoding.ts';

export interface ZipMember {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  /** How it is packed: 0 stored, 8 deflate. */
  readonly method: number;
  /** Where its local header stands in the file. */
  readonly offset: number;
}

/** The table of contents at the end of a zip: read by us before any library unpacks a byte. */
export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  /** Content of an uncompressed `mimetype` member (OpenDocument begins with it), or ''. */
  readonly mimetype: string;
}

const END_SIGNATURE = 0x06054b50;
const MEMBER_SIGNATURE = 0x02014b50;
/** A directory longer than this is no workbook a person made. */
const DIRECTORY_LIMIT = 8 * 1024 * 1024;

function findEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

/** Sizes above 4 GiB stand in an extra field (zip64); such a member is over every limit of ours, so infinity will do. */
function sizeOf(value: number): number {
  return value === 0xffffffff ? Number.POSITIVE_INFINITY : value;
}

const UTF8_NAMES = 0x0800;

/** Programs of Windows write names by the code page of DOS and do not say so; those that are UTF-8 without the flag are told by their bytes. */
function memberName(bytes: Buffer, flags: number): string {
  const utf8 = (flags & UTF8_NAMES) !== 0 || isUtf8(bytes);
  return (utf8 ? bytes.toString('utf8') : decodeSample(bytes, 'cp866')).replaceAll('\\', '/');
}

function readMembers(directory: Buffer): ZipMember[] | null {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === MEMBER_SIGNATURE) {
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    members.push({
      name: memberName(directory.subarray(at + 46, at + 46 + nameLength), directory.readUInt16LE(at + 8)),
      packed: sizeOf(directory.readUInt32LE(at + 20)),
      unpacked: sizeOf(directory.readUInt32LE(at + 24)),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return members;
}

async function readMimetype(file: FileHandle): Promise<string> {
  const head = Buffer.alloc(160);
  await file.read(head, 0, head.length, 0);
  const nameLength = head.readUInt16LE(26);
  if (head.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return '';
  const start = 30 + nameLength + head.readUInt16LE(28);
  return head.toString('latin1', start, start + Math.min(100, head.readUInt32LE(18)));
}

/**
 * Reads the directory of a zip.
 * @returns null when it is cut short or damaged
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipDirectory | null> {
  const tail = Buffer.alloc(Math.min(size, 65_557));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = findEnd(tail);
  if (end < 0) return null;
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (length > DIRECTORY_LIMIT || offset + length > size) return null;
  const directory = Buffer.alloc(length);
  await file.read(directory, 0, length, offset);
  const members = readMembers(directory);
  if (members === null) return null;
  return { members, mimetype: await readMimetype(file) };
}

/** True when some member's name fits. */
export function hasMember(directory: ZipDirectory, name: RegExp): boolean {
  return directory.members.some((member) => name.test(member.name));
}

/** Bytes all members would take unpacked, as the directory says (a lie is caught while unpacking). */
export function unpackedSize(directory: ZipDirectory): number {
  return directory.members.reduce((sum, member) => sum + member.unpacked, 0);
}
