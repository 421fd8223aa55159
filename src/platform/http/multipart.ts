import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { RequestError } from '../../kernel/errors.ts';

/** A form sent as multipart/form-data whose file went to the disk on the way. */
export interface MultipartForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly size: number } | null;
}

interface Part {
  readonly name: string;
  readonly fileName: string | null;
}

/** Bytes. */
const FIELD_LIMIT = 64 * 1024;
const HEADER_LIMIT = 16 * 1024;
/** Our own form has a handful. */
const MOST_PARTS = 100;

/**
 * Reads a multipart form (RFC 7578) as it comes: text fields into memory, the first file to `filePath`, so that a large file is never held
 * whole. Throws `invalid` for what is no such form and `too-large` past the limit; the file is then gone.
 * @param limit largest file, bytes
 */
export async function readMultipart(request: Request, filePath: string, limit: number): Promise<MultipartForm> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark || !request.body) throw badForm();
  const reader = new PartReader(request.body[Symbol.asyncIterator](), Buffer.from(`\r\n--${mark}`));
  const fields = new Map<string, string>();
  let file: MultipartForm['file'] = null;
  try {
    let parts = 0;
    for (let part = await reader.nextPart(); part; part = await reader.nextPart()) {
      parts += 1;
      if (parts > MOST_PARTS) throw badForm();
      if (part.fileName === null) fields.set(part.name, await readField(reader));
      else if (part.fileName === '' || file) await drain(reader);
      else file = { name: part.fileName, size: await writeFilePart(reader, filePath, limit) };
    }
  } catch (error) {
    await rm(filePath, { force: true });
    throw error;
  }
  return { fields, file };
}

async function readField(reader: PartReader): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of reader.content()) {
    size += piece.length;
    if (size > FIELD_LIMIT) throw badForm();
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function drain(reader: PartReader): Promise<void> {
  for await (const _ of reader.content());
}

async function writeFilePart(reader: PartReader, path: string, limit: number): Promise<number> {
  let size = 0;
  const limited = async function* () {
    for await (const piece of reader.content()) {
      size += piece.length;
      if (size > limit) throw tooLarge(limit);
      yield piece;
    }
  };
  await pipeline(limited, createWriteStream(path));
  return size;
}

/** Cuts the stream at the boundary; holds at most one chunk and a boundary's length. */
class PartReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #boundary: Buffer;
  /** Begins with the line break the first boundary lacks, so that all boundaries look alike. */
  #held: Buffer = Buffer.from('\r\n');
  #ended = false;
  #inside = false;

  constructor(chunks: AsyncIterator<Uint8Array>, boundary: Buffer) {
    this.#chunks = chunks;
    this.#boundary = boundary;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) {
      this.#ended = true;
      return false;
    }
    this.#held = Buffer.concat([this.#held, next.value]);
    return true;
  }

  /** The head of the next part, or null after the last. */
  async nextPart(): Promise<Part | null> {
    if (!this.#inside) for await (const _ of this.content()); // what stands before the first boundary
    while (this.#held.length < 2) if (!(await this.#more())) throw badForm();
    if (this.#held.subarray(0, 2).toString('latin1') === '--') return null;
    let end = this.#held.indexOf('\r\n\r\n');
    while (end < 0) {
      if (this.#held.length > HEADER_LIMIT || !(await this.#more())) throw badForm();
      end = this.#held.indexOf('\r\n\r\n');
    }
    const head = this.#held.subarray(0, end).toString('utf8');
    this.#held = this.#held.subarray(end + 4);
    // an empty part: its closing boundary's line break was eaten as the end of the head
    if (this.#held.length < this.#boundary.length) await this.#more();
    return partOf(head);
  }

  /** The bytes of the present part up to its boundary. */
  async *content(): AsyncGenerator<Uint8Array> {
    this.#inside = true;
    for (;;) {
      const at = this.#held.indexOf(this.#boundary);
      if (at >= 0) {
        if (at > 0) yield this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + this.#boundary.length);
        return;
      }
      const safe = this.#held.length - this.#boundary.length;
      if (safe > 0) {
        yield this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
      }
      if (this.#ended || !(await this.#more())) throw badForm();
    }
  }
}

function partOf(head: string): Part {
  const disposition = /content-disposition:([^\r\n]*)/i.exec(head)?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw badForm();
  const fileName = /[;\s]filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  return { name, fileName: fileName === undefined ? null : unquoted(fileName) };
}

/** Browsers write a quote as %22 and line breaks as %0D %0A in a name. */
function unquoted(name: string): string {
  return name
    .replace(/%22/g, '"')
    .replace(/%0[AD]/gi, ' ')
    .replace(/\\(["\\])/g, '$1');
}

function badForm(): RequestError {
  return new RequestError('invalid', 'broken-form', {
    uk: 'Файл надійшов не повністю. Завантажте його ще раз.',
    en: 'The file did not arrive whole. Upload it again.',
  });
}

function tooLarge(limit: number): RequestError {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return new RequestError('too-large', 'file-too-large', {
    uk: `Файл більший за ${megabytes} МБ. Поділіть його, наприклад за роками, і завантажте частинами.`,
    en: `The file is larger than ${megabytes} MB. Split it, by year for example, and upload the parts.`,
  });
}
