/** Bytes of a member of an archive, taken in the portions their format has. Memory is one portion and one piece. */
export class ByteSource {
  /** Bytes taken so far. */
  taken = 0;
  private readonly pieces: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next so many bytes; fewer where the source ends before. */
  async take(length: number): Promise<Buffer> {
    const parts = [this.rest];
    let have = this.rest.length;
    while (have < length) {
      const next = await this.pieces.next();
      if (next.done) break;
      parts.push(next.value);
      have += next.value.length;
    }
    const all = parts.length === 1 ? this.rest : Buffer.concat(parts);
    const given = all.subarray(0, length);
    this.rest = all.subarray(given.length);
    this.taken += given.length;
    return given;
  }

  /** Leaves the rest unread. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }
}
