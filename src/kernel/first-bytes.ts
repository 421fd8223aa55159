/** What the first bytes of a file can say it is. */
export type FirstBytes =
  | 'pdf'
  | 'zip'
  | '7z'
  | 'rar'
  | 'gz'
  | 'bz2'
  | 'xz'
  | 'zst'
  | 'rtf'
  | 'ole'
  | 'biff'
  | 'tiff'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'bmp'
  | 'webp'
  | 'audio'
  | 'video'
  | 'shapefile'
  | 'parquet'
  | 'sqlite'
  | 'program'
  | 'signature';

type Begins = readonly [kind: FirstBytes, bytes: readonly number[]];

/** The one table of first bytes. MZ, BM and ID3 also begin ordinary words: more is asked of them below. */
const TABLE: readonly Begins[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['gz', [0x1f, 0x8b]],
  ['bz2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zst', [0x28, 0xb5, 0x2f, 0xfd]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['biff', [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
  ['audio', [0x49, 0x44, 0x33]],
  ['audio', [0x4f, 0x67, 0x67, 0x53]],
  ['video', [0x1a, 0x45, 0xdf, 0xa3]],
  ['shapefile', [0x00, 0x00, 0x27, 0x0a]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a]],
];

/** Kinds whose first bytes are letters too: a real one has a zero byte soon after. */
const WORDS: ReadonlySet<FirstBytes> = new Set(['program', 'bmp', 'audio']);

const ascii = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));

/** RIFF and ISO boxes name what they hold a few bytes later. */
function inContainer(head: Uint8Array): FirstBytes | null {
  if (ascii(head, 4, 8) === 'ftyp') return 'video';
  if (ascii(head, 0, 4) !== 'RIFF') return null;
  const held = ascii(head, 8, 12);
  if (held === 'WEBP') return 'webp';
  return held === 'AVI ' ? 'video' : 'audio';
}

/**
 * What a file is by its first bytes; null where they say nothing (every text).
 * @param head the beginning of the file, some KiB are plenty
 */
export function firstBytes(head: Uint8Array): FirstBytes | null {
  for (const [kind, bytes] of TABLE) {
    // the fourth sign of bzip2 is the size of its blocks, 1–9
    if (!bytes.every((byte, at) => head[at] === byte || (kind === 'bz2' && at === 3))) continue;
    if (WORDS.has(kind) && !head.subarray(0, 8192).includes(0)) continue;
    return kind;
  }
  return inContainer(head);
}

/** A signature in DER (CMS, `.p7s`) begins as many a text does: it is recognised only where one is expected. */
function isSignature(head: Uint8Array): boolean {
  return head[0] === 0x30;
}

/** A kind of file people attach, and how it is told. */
export interface AttachedKind {
  readonly kind: FirstBytes;
  readonly mediaType: string;
  /** Endings of its name, lower case; kinds of archives differ by them alone. */
  readonly endings: readonly string[];
}

export const PDF: AttachedKind = { kind: 'pdf', mediaType: 'application/pdf', endings: ['pdf'] };
export const PNG: AttachedKind = { kind: 'png', mediaType: 'image/png', endings: ['png'] };
export const JPEG: AttachedKind = { kind: 'jpeg', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] };

/** Which of the kinds these bytes are; null where none. @param fileName null: the bytes alone decide */
export function attachedKind(
  kinds: readonly AttachedKind[],
  bytes: Uint8Array,
  fileName: string | null,
): AttachedKind | null {
  const found = firstBytes(bytes);
  const ending = fileName === null ? null : (fileName.toLowerCase().split('.').at(-1) ?? '');
  const fits = ({ kind, endings }: AttachedKind) =>
    (ending === null || endings.includes(ending)) && (kind === 'signature' ? isSignature(bytes) : found === kind);
  return kinds.find(fits) ?? null;
}
