import type { DuckSession, DuckValue } from '../../platform/duckdb/duckdb.ts';

/** Characters gathered before they are passed on as bytes. */
const PIECE = 64 * 1024;

/**
 * A file of text made of lines: DuckDB writes each row's line, so that the process that serves pages only passes text on.
 */
export interface LineFile {
  readonly head: string;
  /** Gives one column of text: a row's line. */
  readonly sql: string;
  readonly values: readonly DuckValue[];
  /** Before the first line and before each of the others. */
  readonly first: string;
  readonly between: string;
  /** After the last line; asked for when all lines are written. */
  readonly tail: () => string;
  /** Last change of a piece of lines, e.g. of characters the format cannot hold. */
  readonly mend?: (lines: string) => string;
}

/** The file's text in pieces of some 64 thousand characters. */
export async function* linePieces(session: DuckSession, file: LineFile): AsyncGenerator<string> {
  const mend = file.mend ?? ((lines: string) => lines);
  // at once: the asker sees that the file begins, whatever the first row costs
  yield file.head;
  let piece = '';
  let before = file.first;
  for await (const rows of session.chunks(file.sql, file.values)) {
    for (const [line] of rows) {
      piece += before;
      piece += line;
      before = file.between;
    }
    if (piece.length >= PIECE) {
      yield mend(piece);
      piece = '';
    }
  }
  const rest = mend(piece);
  yield rest + file.tail();
}

/** The same as bytes in UTF-8. */
export async function* lineBytes(session: DuckSession, file: LineFile): AsyncGenerator<Uint8Array> {
  for await (const piece of linePieces(session, file)) yield Buffer.from(piece);
}
