import type { DuckDb } from './duckdb.ts';
import type { LocalDuckDbOptions } from './local-duckdb.ts';

/** DuckDB inside this process whose library (~60 MB of memory) is loaded at the first use: many processes never need it. */
export function openLazyDuckDb(options: LocalDuckDbOptions): DuckDb & { close(): Promise<void> } {
  let opened: Promise<DuckDb & { close(): Promise<void> }> | null = null;
  const open = () => {
    opened ??= import('./local-duckdb.ts').then(({ openLocalDuckDb }) => openLocalDuckDb(options));
    return opened;
  };
  return {
    session: async (limits) => (await open()).session(limits),
    query: async (query) => (await open()).query(query),
    async close() {
      await (await opened)?.close();
    },
  };
}
