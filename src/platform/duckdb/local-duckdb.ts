import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDb } from './duckdb.ts';
import { openDuckSession } from './duckdb-session.ts';
import { answerHere, LockedDuckDb } from './locked-duckdb.ts';
import { WarmDuckDb } from './warm-duckdb.ts';

export interface LocalDuckDbOptions {
  /** The objects' folder: all that the public's questions may read. */
  readonly folder: string;
  /** Threads of a session that asks for no number of its own. */
  readonly threads?: number;
}

/** DuckDB wholly inside this process. Its library is loaded at the first use. */
export function openLocalDuckDb({ folder, threads }: LocalDuckDbOptions): DuckDb & { close(): Promise<void> } {
  let locked: Promise<LockedDuckDb> | null = null;
  const warm = new WarmDuckDb(async () => {
    const work = join(folder, 'work');
    await mkdir(work, { recursive: true });
    return { threads: threads ?? availableParallelism(), spillFolder: join(work, `spill-${randomUUID()}`) };
  });
  return {
    session: async (limits = {}) => {
      if (limits.warm) return warm.session();
      // Beside the other work files, each session its own: DuckDB's own choice would be the folder we were started in.
      const work = join(folder, 'work');
      if (limits.spillFolder === undefined) await mkdir(work, { recursive: true });
      const spillFolder = join(work, `spill-${randomUUID()}`);
      return openDuckSession({ threads: threads ?? availableParallelism(), spillFolder, ...limits });
    },
    async query(query) {
      locked ??= LockedDuckDb.open({ folder });
      return answerHere(await locked, query);
    },
    async close() {
      await warm.close();
      (await locked)?.close();
    },
  };
}
