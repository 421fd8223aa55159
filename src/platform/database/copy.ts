import type { Connection, PoolClient, Submittable } from 'pg';

/** What node-postgres tells the query whose turn it is; the part of it that COPY needs. */
interface WireConnection extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** Common to both directions: the statement is sent, its end or failure is awaited. */
abstract class Copy implements Submittable {
  readonly #sql: string;
  protected wire: WireConnection | null = null;
  failure: Error | null = null;
  finished = false;
  protected wake: () => void = () => {};

  constructor(sql: string) {
    this.#sql = sql;
  }

  submit(connection: Connection): void {
    this.wire = connection as WireConnection;
    this.wire.query(this.#sql);
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  handleReadyForQuery(): void {
    this.finished = true;
    this.wake();
  }

  // Told to every query; nothing of it matters here.
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCommandComplete(): void {}
  handleCopyInResponse(_connection: Connection): void {}
  handleCopyData(_message: { chunk: Buffer }): void {}
}

/** Rows waiting beyond this make the server wait. Chunks. */
const HIGH_WATER = 512;

class CopyOut extends Copy {
  readonly chunks: Buffer[] = [];

  override handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk)); // the parser uses its own buffer again
    if (this.chunks.length >= HIGH_WATER) this.wire?.stream.pause();
    this.wake();
  }

  async *read(): AsyncIterable<Uint8Array> {
    for (;;) {
      if (this.chunks.length > 0) {
        yield Buffer.concat(this.chunks.splice(0));
        this.wire?.stream.resume();
      } else if (this.finished) {
        if (this.failure) throw this.failure;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}

class CopyIn extends Copy {
  readonly #source: AsyncIterable<Uint8Array>;

  constructor(sql: string, source: AsyncIterable<Uint8Array>) {
    super(sql);
    this.#source = source;
  }

  override handleCopyInResponse(): void {
    void this.#send();
  }

  async #send(): Promise<void> {
    const { wire } = this;
    if (!wire) return;
    try {
      for await (const chunk of this.#source) {
        if (this.failure) break;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await new Promise((resolve) => wire.stream.once('drain', resolve));
      }
      wire.endCopyFrom();
    } catch (error) {
      wire.sendCopyFail(error instanceof Error ? error.message : String(error));
    }
  }

  async done(): Promise<void> {
    while (!this.finished) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure) throw this.failure;
  }
}

/** Rows as `COPY … TO STDOUT` gives them, without holding them all. */
export function copyOut(client: PoolClient, sql: string): AsyncIterable<Uint8Array> {
  return client.query(new CopyOut(sql)).read();
}

/** Carries out `COPY … FROM STDIN` with those bytes. */
export function copyIn(client: PoolClient, sql: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  return client.query(new CopyIn(sql, bytes)).done();
}
