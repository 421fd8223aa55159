import { open } from 'node:fs/promises';
import { type FirstBytes, firstBytes } from '../../kernel/first-bytes.ts';
import { findMember, unpackMember } from './workbook/archive.ts';
import { hasMember, readZipDirectory, type ZipDirectory } from './zip-directory.ts';

/** What a file is by its bytes; the extension is never trusted. */
export type ContentKind =
  | 'text'
  | 'json'
  | 'xlsx'
  | 'xlsb'
  | 'ole'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'docx'
  | 'pptx'
  | 'ods'
  | 'odt'
  | 'zip'
  | 'archive'
  | 'gzip'
  | 'shapefile'
  | 'dbf'
  | 'parquet'
  | 'sqlite'
  | 'media'
  | 'broken-zip'
  | 'binary'
  | 'empty';

export interface Content {
  readonly kind: ContentKind;
  readonly size: number;
  /** The table of contents, for everything that is a zip inside. */
  readonly directory: ZipDirectory | null;
  /** The first bytes, at most 64 KiB. */
  readonly head: Buffer;
}

const HEAD_BYTES = 65_536;

const BY_FIRST_BYTES: Readonly<Record<Exclude<FirstBytes, 'zip' | 'signature'>, ContentKind>> = {
  pdf: 'pdf',
  '7z': 'archive',
  rar: 'archive',
  gz: 'gzip',
  bz2: 'archive',
  xz: 'archive',
  zst: 'archive',
  rtf: 'rtf',
  ole: 'ole',
  biff: 'ole',
  tiff: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  bmp: 'image',
  webp: 'image',
  audio: 'media',
  video: 'media',
  shapefile: 'shapefile',
  parquet: 'parquet',
  sqlite: 'sqlite',
  program: 'binary',
};

/** dBASE has no signature, but its header is bound by its own numbers: date, header length, record length. */
function looksLikeDbf(head: Buffer, size: number): boolean {
  if (head.length < 33 || ![0x02, 0x03, 0x30, 0x83, 0x8b, 0xf5].includes(head[0] ?? 0)) return false;
  const month = head[2] ?? 0;
  const day = head[3] ?? 0;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const expected = head.readUInt16LE(8) + head.readUInt32LE(4) * head.readUInt16LE(10);
  return Math.abs(expected - size) <= 2;
}

function byZip(directory: ZipDirectory | null, mimetype: string): ContentKind {
  if (directory === null) return 'broken-zip';
  if (hasMember(directory, /^xl\/workbook\.bin$/i)) return 'xlsb';
  if (hasMember(directory, /^(xl\/)?workbook\d*\.xml$/i) || hasMember(directory, /^xl\/worksheets\//i)) return 'xlsx';
  if (hasMember(directory, /^word\//i)) return 'docx';
  if (hasMember(directory, /^ppt\//i)) return 'pptx';
  if (hasMember(directory, /^content\.xml$/i) && hasMember(directory, /^mimetype$/i)) {
    return mimetype.includes('spreadsheet') ? 'ods' : 'odt';
  }
  return 'zip';
}

/** A zero byte every other place is UTF-16; elsewhere zero bytes and control codes mean it is no text at all. */
function looksBinary(head: Buffer): boolean {
  const bom = head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff));
  if (bom) return false;
  let control = 0;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) {
      // 0x04 is the high half of every Cyrillic letter in UTF-16, 0x01 and 0x1c–0x1f serve as separators in old exports.
      if (byte !== 0x04 && byte !== 0x01 && byte < 0x1c) control += 1;
    }
  }
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  const cyrillicHalves = countEvery(head, 0x04);
  const wide = Math.max(even + (cyrillicHalves[0] ?? 0), odd + (cyrillicHalves[1] ?? 0)) > half * 0.6;
  if (wide && Math.min(even, odd) < half * 0.05) return false;
  return control + even + odd + (cyrillicHalves[0] ?? 0) + (cyrillicHalves[1] ?? 0) > head.length * 0.02;
}

function countEvery(head: Buffer, byte: number): readonly [number, number] {
  let even = 0;
  let odd = 0;
  for (let at = head.indexOf(byte); at !== -1; at = head.indexOf(byte, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return [even, odd];
}

function byMarkup(head: Buffer): ContentKind | null {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || head[1] === 0;
  const text = head
    .toString(wide ? 'utf16le' : 'latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '')
    .trimStart();
  const start = text.slice(0, 1_000).toLowerCase();
  if (
    /^(<!doctype html|<html|<head|<body|<table|<meta|<div|<h[1-6][\s>]|<p[\s>]|<center|<font|<style|<title|<script|<span|<br)/.test(
      start,
    )
  )
    return 'html';
  // names of elements may be of any letters, seen here as bytes
  const tag = /^<(\?xml|!doctype\s|!--|[a-z_\u0080-\u04ff][\w:.\u0080-\u04ff-]*\s*[\s/>])/.test(start);
  if (tag) return /<html[\s>]/.test(start) ? 'html' : 'xml';
  if (start.startsWith('mime-version:') || start.startsWith('content-type: multipart')) return 'html';
  if (/^[[{]\s*(["[{\]}\d-]|true|false|null)/.test(start)) return 'json';
  return null;
}

/** OpenDocument names itself in its first member, unpacked; some programs put it elsewhere or pack it. */
async function mimetypeOf(path: string, directory: ZipDirectory | null): Promise<string> {
  const member = directory?.mimetype === '' ? findMember(directory, 'mimetype') : undefined;
  if (member === undefined || member.unpacked > 200) return directory?.mimetype ?? '';
  try {
    const pieces: Buffer[] = [];
    for await (const piece of unpackMember(path, member)) pieces.push(piece);
    return Buffer.concat(pieces).toString('latin1');
  } catch {
    return '';
  }
}

/**
 * Tells what a file is by its content.
 * @param path the file; only its first 64 KiB and, for a zip, its directory are read
 */
export async function detectContent(path: string): Promise<Content> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    await file.read(head, 0, head.length, 0);
    const plain = (kind: ContentKind): Content => ({ kind, size, directory: null, head });
    if (size === 0) return plain('empty');
    const first = firstBytes(head);
    if (first === 'zip') {
      const directory = await readZipDirectory(file, size);
      return { kind: byZip(directory, await mimetypeOf(path, directory)), size, directory, head };
    }
    if (first !== null && first !== 'signature') return plain(BY_FIRST_BYTES[first]);
    if (looksLikeDbf(head, size)) return plain('dbf');
    if (looksBinary(head)) return plain('binary');
    return plain(byMarkup(head) ?? 'text');
  } finally {
    await file.close();
  }
}
