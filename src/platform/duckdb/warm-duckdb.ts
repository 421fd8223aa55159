import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckSession, SessionLimits } from './duckdb.ts';
import { instanceSettings, sessionOn } from './duckdb-session.ts';

/** Without work for so long, it is closed and its memory given back, ms. */
const REST = 60_000;
const MEMORY = '200MB';

/** A DuckDB that stays open between short sessions. Each session is a connection with temporary tables of its own. */
export class WarmDuckDb {
  readonly #limits: () => Promise<SessionLimits>;
  #instance: Promise<DuckDBInstance> | null = null;
  #busy = 0;
  #rest: NodeJS.Timeout | undefined;

  /** @param limits asked for at each opening: threads, and where it may spill */
  constructor(limits: () => Promise<SessionLimits>) {
    this.#limits = limits;
  }

  async session(): Promise<DuckSession> {
    clearTimeout(this.#rest);
    this.#busy += 1;
    this.#instance ??= this.#open();
    const opened = this.#instance;
    try {
      const session = sessionOn(await (await opened).connect(), () => this.#ended());
      return watched(session, () => {
        if (this.#instance === opened) this.#instance = null;
      });
    } catch (error) {
      if (this.#instance === opened) this.#instance = null;
      this.#ended();
      throw error;
    }
  }

  /** Closes it once nobody works with it. */
  async close(): Promise<void> {
    clearTimeout(this.#rest);
    const instance = this.#busy === 0 ? this.#instance : null;
    if (!instance) return;
    this.#instance = null;
    (await instance).closeSync();
  }

  async #open(): Promise<DuckDBInstance> {
    const instance = await DuckDBInstance.create(
      ':memory:',
      instanceSettings({ ...(await this.#limits()), memory: MEMORY }),
    );
    const connection = await instance.connect();
    await connection.run('set parquet_metadata_cache = true'); // files of tables never change
    connection.closeSync();
    return instance;
  }

  #ended(): void {
    this.#busy -= 1;
    if (this.#busy > 0) return;
    this.#rest = setTimeout(() => void this.close(), REST);
    this.#rest.unref();
  }
}

/** How DuckDB says that its own state cannot be trusted any more: every later statement would fail. */
const FALLEN = /FATAL|database has been invalidated/;

/** The session, which tells when DuckDB fell under it: the next one is given another. */
function watched(session: DuckSession, fell: () => void): DuckSession {
  const watch = (error: unknown): never => {
    if (error instanceof Error && FALLEN.test(error.message)) fell();
    throw error;
  };
  return {
    ...session,
    run: (sql, values) => session.run(sql, values).catch(watch),
    rows: (sql, values) => session.rows(sql, values).catch(watch),
  };
}
