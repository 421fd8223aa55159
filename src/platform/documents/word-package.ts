import { inflateRawSync } from 'node:zlib';
import { badPackage, type PackageTrouble } from './refusals.ts';

/** Files of a document by their names inside it. */
export type WordPackage = ReadonlyMap<string, Uint8Array>;

/** The largest file taken, bytes. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;
/** Unpacked, all its parts together. */
const LARGEST_UNPACKED = 60 * 1024 * 1024;
const MOST_PARTS = 500;

const END = 0x06054b50;
const MEMBER = 0x02014b50;

/**
 * Unpacks a DOCX and refuses what a document of an office has no need of: macros, things of other programs, links to other files, more than it may
 * weigh. Sizes written in the archive are not believed: unpacking stops where they are passed. Throws `invalid` or `too-large`.
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length > LARGEST_DOCUMENT) throw badPackage('large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = new Map<string, Uint8Array>();
  let left = LARGEST_UNPACKED;
  for (const member of membersOf(file)) {
    if (member.name.endsWith('/')) continue;
    const content = unpack(file, member, left);
    left -= content.length;
    parts.set(member.name, content);
  }
  const trouble = troubleOf(parts);
  if (trouble) throw badPackage(trouble);
  return parts;
}

interface Member {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

function membersOf(file: Buffer): Member[] {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) end--;
  if (end < 0) throw badPackage('not-word');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw badPackage('large');
  const members: Member[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== MEMBER) throw badPackage('not-word');
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw badPackage('closed');
    const nameLength = file.readUInt16LE(at + 28);
    members.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return members;
}

function unpack(file: Buffer, { method, packed, offset }: Member, most: number): Uint8Array {
  if (offset + 30 > file.length) throw badPackage('not-word');
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const content = file.subarray(start, start + packed);
  if (content.length > most || most <= 0) throw badPackage('large');
  if (method === 0) return content;
  if (method !== 8) throw badPackage('not-word');
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    const over = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw badPackage(over ? 'large' : 'not-word');
  }
}

const MACROS = /(?:^|\/)vba(?:Project|Data)|macroEnabled|\.bin$/iu;
const FOREIGN = /^word\/(?:embeddings|activeX)\//u;
const WEB_ADDRESS = /^(?:https?|mailto):/iu;

function troubleOf(parts: WordPackage): PackageTrouble | null {
  const types = textOf(parts, '[Content_Types].xml');
  if (!parts.has('word/document.xml')) return 'not-word';
  if (/macroEnabled/u.test(types) || [...parts.keys()].some((name) => MACROS.test(name))) return 'macros';
  if ([...parts.keys()].some((name) => FOREIGN.test(name))) return 'foreign';
  for (const [name, content] of parts) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const text = Buffer.from(content).toString('utf8');
    if (/<!DOCTYPE|<!ENTITY/u.test(text)) return 'not-word';
    if (name.endsWith('.rels') && hasOutsideLink(text)) return 'outside';
  }
  return null;
}

/** A link a reader may follow is a link; a picture, a template or a file fetched by itself when the document is opened is not. */
function hasOutsideLink(rels: string): boolean {
  return [...rels.matchAll(/<Relationship\b[^>]*>/gu)].some(([link]) => {
    if (!/TargetMode\s*=\s*["']External/iu.test(link)) return false;
    const target = /Target\s*=\s*["']([^"']*)/u.exec(link)?.[1] ?? '';
    return !(/\/hyperlink["']/u.test(link) && WEB_ADDRESS.test(target));
  });
}

/** A part of it as text; '' where there is none. */
export function textOf(parts: WordPackage, name: string): string {
  const content = parts.get(name);
  return content ? Buffer.from(content).toString('utf8') : '';
}
