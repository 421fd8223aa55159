import type { Context } from '../../platform/context.ts';
import { downloadPlan } from './download-statement.ts';
import type { DownloadFormat, OpenTable } from './table.ts';

/** Bytes gathered before they are passed on. */
const PIECE = 64 * 1024;

/**
 * The whole table as the bytes of a file, read as they are wanted: memory stays flat whatever the table's size. One thread, so that a
 * large download leaves the others to the pages.
 */
export async function* streamTable(ctx: Context, table: OpenTable, format: DownloadFormat): AsyncGenerator<Uint8Array> {
  const plan = downloadPlan(format, table.columns, table.paths);
  const session = await ctx.duckdb.session({ threads: 1, memory: '300MB' });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    let piece = plan.head;
    let first = true;
    for await (const rows of session.chunks(plan.sql)) {
      ctx.signal.throwIfAborted();
      for (const [line] of rows) {
        // In JSON the comma that ends an object stands before the next one.
        piece += first || format === 'csv' ? plan.between : `,${plan.between}`;
        piece += String(line ?? '');
        first = false;
      }
      if (piece.length >= PIECE) {
        yield Buffer.from(piece);
        piece = '';
      }
    }
    yield Buffer.from(piece + plan.tail);
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
  }
}
