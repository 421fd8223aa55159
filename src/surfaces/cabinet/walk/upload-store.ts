import { createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { cancelReading, loadReading, type Reading } from '../../../capabilities/ingest/index.ts';
import { isRequestError, type RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { diskFull, isDiskFull } from '../../../platform/objects/disk-full.ts';

/** The file a reading's bytes gather in. */
export function gatheringPath(folder: string, readingId: string): string {
  return join(folder, `${readingId}.part`);
}

/**
 * Bytes of uploads for the tus protocol. An upload is a reading: its row says name and size, the length of its file says how far it has
 * come; nothing else is kept, so nothing can disagree after a kill. One store serves one request and asks the rights of its person.
 */
export class ReadingUploads extends DataStore {
  readonly #ctx: Context;
  readonly #folder: string;
  /** Why bytes could not be kept; the protocol's own error says only that the stream broke. */
  refusal: RequestError | null = null;

  constructor(ctx: Context, folder: string) {
    super();
    this.#ctx = ctx;
    this.#folder = folder;
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  async #reading(id: string): Promise<Reading> {
    try {
      return await loadReading(this.#ctx, id);
    } catch (error) {
      throw isRequestError(error) ? ERRORS.FILE_NOT_FOUND : error;
    }
  }

  override async create(upload: Upload): Promise<Upload> {
    const reading = await this.#reading(upload.id);
    if (reading.state !== 'receiving' || reading.size !== upload.size) throw ERRORS.FILE_NO_LONGER_EXISTS;
    await (await open(gatheringPath(this.#folder, upload.id), 'a')).close();
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { state, size, fileName, createdAt } = await this.#reading(id);
    const gathered = await stat(gatheringPath(this.#folder, id)).catch(() => null);
    if (state !== 'receiving' && state !== 'cancelled') {
      // received already: an answer got lost on the way, the client learns that all is here
      return new Upload({ id, size, offset: size, metadata: { fileName } });
    }
    if (state === 'cancelled' || !gathered) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return new Upload({
      id,
      size,
      offset: gathered.size,
      metadata: { fileName },
      creation_date: createdAt.toISOString(),
    });
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const path = gatheringPath(this.#folder, id);
    const out = createWriteStream(path, { flags: 'r+', start: offset });
    // an interrupted part counts too: what reached the file is not sent again
    await pipeline(bytes, out).catch((error: unknown) => {
      if (isDiskFull(error)) this.refusal = diskFull();
      this.#ctx.log.info({ readingId: id, error: String(error) }, 'an upload was interrupted');
    });
    if (this.refusal) throw this.refusal;
    return (await stat(path)).size;
  }

  override async remove(id: string): Promise<void> {
    await this.#reading(id);
    await cancelReading(this.#ctx, id);
    await rm(gatheringPath(this.#folder, id), { force: true });
  }
}
