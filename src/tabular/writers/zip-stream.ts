import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { FileTooLargeError } from './written-table.ts';

/** A file inside an archive. */
export type ZipEntry =
  | { readonly name: string; readonly text: string; readonly stored?: boolean }
  | { readonly name: string; readonly pieces: AsyncIterable<string | Uint8Array> };

/** The form of a ZIP archive without its 64-bit additions, which some programs for tables refuse. */
const MOST_BYTES = 0xff_ff_ff_ff;

/** Days before this one cannot be written in an archive; all files carry it, so that the same table gives the same bytes. */
const DAY = (1 << 5) | 1;

/** UTF-8 names; sizes follow the bytes. */
const UTF8 = 0x0800;
const SIZES_AFTER = 0x0008;
const STORED = 0;
const DEFLATED = 8;

interface Written {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly at: number;
  crc: number;
  packed: number;
  size: number;
}

/**
 * An archive as a stream: entries are written one after another, long ones packed while they are made (zlib of Node, off the main thread).
 * Throws FileTooLargeError where an entry or the archive passes 4 GB.
 * @param format named in that error
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, format: string): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  const passed = (bytes: Uint8Array) => {
    at += bytes.length;
    if (at > MOST_BYTES) throw new FileTooLargeError(format);
    return bytes;
  };
  for await (const entry of entries) {
    const name = Buffer.from(entry.name);
    const one: Written = { name, flags: UTF8, method: DEFLATED, at, crc: 0, packed: 0, size: 0 };
    if ('text' in entry) {
      for (const bytes of shortEntry(one, entry.text, entry.stored === true, written)) yield passed(bytes);
      continue;
    }
    const long = { ...one, flags: UTF8 | SIZES_AFTER };
    written.push(long);
    yield passed(localHeader(long));
    for await (const bytes of packed(long, entry.pieces, format)) yield passed(bytes);
    yield passed(sizesAfter(long));
  }
  yield* directory(written, at);
}

function shortEntry(one: Written, text: string, stored: boolean, written: Written[]): Uint8Array[] {
  const bytes = Buffer.from(text);
  // a few hundred bytes are not worth packing
  const whole = { ...one, method: STORED, crc: crc32(bytes), packed: bytes.length, size: bytes.length };
  written.push(stored ? { ...whole, flags: UTF8 } : whole);
  return [localHeader(whole), bytes];
}

async function* packed(
  one: Written,
  pieces: AsyncIterable<string | Uint8Array>,
  format: string,
): AsyncGenerator<Uint8Array> {
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      one.crc = crc32(bytes, one.crc);
      one.size += bytes.length;
      if (one.size > MOST_BYTES) throw new FileTooLargeError(format);
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: 1 });
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED + 1, chunkSize: 64 * 1024 });
  source.on('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  try {
    for await (const bytes of deflate) {
      one.packed += (bytes as Buffer).length;
      yield bytes as Buffer;
    }
  } finally {
    deflate.destroy();
    source.destroy();
  }
}

function localHeader({ name, flags, method, crc, packed: length, size }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizesAfter({ crc, packed: length, size }: Written): Buffer {
  const after = Buffer.alloc(16);
  after.writeUInt32LE(0x08_07_4b_50, 0);
  after.writeUInt32LE(crc, 4);
  after.writeUInt32LE(length, 8);
  after.writeUInt32LE(size, 12);
  return after;
}

function* directory(written: readonly Written[], at: number): Generator<Uint8Array> {
  let length = 0;
  for (const one of written) {
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02_01_4b_50, 0);
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(one.flags, 8);
    record.writeUInt16LE(one.method, 10);
    record.writeUInt16LE(DAY, 14);
    record.writeUInt32LE(one.crc, 16);
    record.writeUInt32LE(one.packed, 20);
    record.writeUInt32LE(one.size, 24);
    record.writeUInt16LE(one.name.length, 28);
    record.writeUInt32LE(one.at, 42);
    length += record.length + one.name.length;
    yield Buffer.concat([record, one.name]);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  yield end;
}
