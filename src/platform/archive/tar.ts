import { once } from 'node:events';
import type { Writable } from 'node:stream';

/*
 * The tar format (POSIX ustar), as much of it as a backup needs: regular files, names up to 255 bytes, sizes of any length
 * (over 8 GiB in GNU's binary form). Any tar program reads what we write.
 */
const BLOCK = 512;

function field(header: Buffer, at: number, text: string): void {
  header.write(text, at, 'utf8');
}

/** The name in ustar's two fields: at most 100 bytes after the last cut, 155 before. */
function putName(header: Buffer, name: string): void {
  const bytes = Buffer.byteLength(name);
  if (bytes <= 100) {
    field(header, 0, name);
    return;
  }
  const cut = name.indexOf('/', bytes - 101);
  if (cut < 1 || cut > 155) throw new Error(`the name is too long for an archive: ${name}`);
  field(header, 0, name.slice(cut + 1));
  field(header, 345, name.slice(0, cut));
}

function putSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) {
    field(header, 124, size.toString(8).padStart(11, '0'));
    return;
  }
  header.writeBigUInt64BE(BigInt(size), 128);
  header[124] = 0x80;
}

function headerOf(name: string, size: number, modified: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  putName(header, name);
  field(header, 100, '0000600\0');
  field(header, 108, '0000000\0');
  field(header, 116, '0000000\0');
  putSize(header, size);
  field(
    header,
    136,
    Math.floor(modified.getTime() / 1000)
      .toString(8)
      .padStart(11, '0'),
  );
  field(header, 148, ' '.repeat(8));
  field(header, 156, '0');
  field(header, 257, 'ustar\x0000');
  const sum = header.reduce((total, byte) => total + byte, 0);
  field(header, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** Writes files one after another into a stream; holds no more than a chunk. */
export class TarWriter {
  readonly #out: Writable;

  constructor(out: Writable) {
    this.#out = out;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (!this.#out.write(bytes)) await once(this.#out, 'drain');
  }

  /** @param size in bytes; throws when the content is not exactly so long */
  async add(name: string, size: number, content: AsyncIterable<Uint8Array>, modified = new Date()): Promise<void> {
    await this.#write(headerOf(name, size, modified));
    let written = 0;
    for await (const chunk of content) {
      written += chunk.byteLength;
      await this.#write(chunk);
    }
    if (written !== size) throw new Error(`${name} is ${written} bytes long, not ${size}`);
    if (size % BLOCK > 0) await this.#write(Buffer.alloc(BLOCK - (size % BLOCK)));
  }

  /** Ends the archive; the stream is left open. */
  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * BLOCK));
  }
}

/** One file of an archive. Its content must be read, or skipped by going on, before the next one comes. */
export interface TarEntry {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Hands out exact numbers of bytes from chunks of any length. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #left: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Some bytes, at most so many; throws when the archive ends before. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#left.byteLength === 0) {
      const { value, done } = await this.#source.next();
      if (done) throw new Error('the archive is cut short');
      this.#left = value;
    }
    const piece = this.#left.subarray(0, most);
    this.#left = this.#left.subarray(piece.byteLength);
    return piece;
  }

  async exactly(count: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for (let need = count; need > 0; ) {
      const piece = await this.some(need);
      pieces.push(piece);
      need -= piece.byteLength;
    }
    return Buffer.concat(pieces);
  }
}

function textOf(header: Buffer, at: number, length: number): string {
  const bytes = header.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end < 0 ? length : end).toString('utf8');
}

function sizeOf(header: Buffer): number {
  if (header[124] === 0x80) return Number(header.readBigUInt64BE(128));
  return Number.parseInt(textOf(header, 124, 12), 8);
}

/** Reads an archive from its first byte to its last, file by file. Throws when it is cut short or is no archive. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncIterable<TarEntry> {
  const reader = new ByteReader(source);
  for (;;) {
    const header = await reader.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (sum !== Number.parseInt(textOf(header, 148, 8), 8)) throw new Error('this is not an archive, or it is damaged');
    const size = sizeOf(header);
    const prefix = textOf(header, 345, 155);
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const piece = await reader.some(left);
        left -= piece.byteLength;
        yield piece;
      }
    })();
    yield { name: (prefix ? `${prefix}/` : '') + textOf(header, 0, 100), size, content };
    while (left > 0) left -= (await reader.some(left)).byteLength;
    if (size % BLOCK > 0) await reader.exactly(BLOCK - (size % BLOCK));
  }
}
