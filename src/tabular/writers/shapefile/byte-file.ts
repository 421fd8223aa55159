import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 18;

/** A file of bytes written one after another, its head once more at the end. Memory is a piece. */
export class ByteFile {
  readonly path: string;
  /** Bytes written. */
  length = 0;
  private readonly file: number;
  private pending: Buffer[] = [];
  private waiting = 0;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, 'w');
  }

  add(bytes: Buffer): void {
    this.pending.push(bytes);
    this.waiting += bytes.length;
    this.length += bytes.length;
    if (this.waiting > PIECE) this.flush();
  }

  private flush(): void {
    if (this.waiting > 0) writeSync(this.file, Buffer.concat(this.pending));
    this.pending = [];
    this.waiting = 0;
  }

  /** Writes the head over its place and ends the file. */
  close(head: Buffer): void {
    this.flush();
    writeSync(this.file, head, 0, head.length, 0);
    closeSync(this.file);
  }
}
