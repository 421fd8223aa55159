import { availableParallelism } from 'node:os';
import type { DuckDb } from './duckdb.ts';
import { openDuckSession } from './duckdb-session.ts';
import { answerHere, LockedDuckDb } from './locked-duckdb.ts';

export interface LocalDuckDbOptions {
  /** The objects' folder: all that the public's questions may read. */
  readonly folder: string;
  /** Threads of a session that asks for no number of its own. */
  readonly threads?: number;
}

/** DuckDB wholly inside this process. Its library is loaded at the first use. */
export function openLocalDuckDb({ folder, threads }: LocalDuckDbOptions): DuckDb & { close(): Promise<void> } {
  let locked: Promise<LockedDuckDb> | null = null;
  return {
    session: (limits = {}) => openDuckSession({ threads: threads ?? availableParallelism(), ...limits }),
    async query(query) {
      locked ??= LockedDuckDb.open({ folder });
      return answerHere(await locked, query);
    },
    async close() {
      (await locked)?.close();
    },
  };
}
