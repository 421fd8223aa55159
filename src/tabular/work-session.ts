import { statSync } from 'node:fs';
import type { DuckDb, DuckSession, SessionLimits } from '../platform/duckdb/duckdb.ts';

/** A table wider than this is worked on with more memory: DuckDB holds buffers of 256 KiB for each column. */
const WIDE = 150;

/** What a session that writes a table of so many columns may take. */
export function writingLimits(columns: number): SessionLimits {
  return columns > WIDE ? { memory: `${Math.min(1600, 300 + columns * 2)}MB`, threads: 1 } : {};
}

/** A table in a smaller file (bytes) is worked on in the DuckDB that stays open: opening one of its own would be a tenth of the work. */
const SMALL_FILE = 64 * 1024;

export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** Columns of the table worked on. */
  readonly columns?: number;
  /** The Parquet file worked on. */
  readonly file?: string;
  /** A Parquet file is written: of a wide table by one thread, for each holds its own buffers. */
  readonly writes?: boolean;
}

function limitsOf({ columns = 0, file, writes = false }: WorkOptions): SessionLimits {
  if (columns > WIDE) return { memory: '1GB', ...(writes ? { threads: 1 } : {}) };
  return file !== undefined && statSync(file).size <= SMALL_FILE ? { warm: true } : {};
}

/** Runs work in a DuckDB session of its own; stops it when the signal says so. Throws the signal's reason then. */
export async function withWorkSession<T>(
  duckdb: DuckDb,
  options: WorkOptions,
  work: (session: DuckSession) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  signal?.throwIfAborted();
  const session = await duckdb.session(limitsOf(options));
  const stop = () => session.interrupt();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // the description of a table of thousands of columns takes long to read, and every statement would read it again
    await session.run('SET parquet_metadata_cache = true');
    return await work(session);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    session.close();
  }
}
