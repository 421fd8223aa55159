import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { type DuckRow, type DuckValue, literal, type PublicQuery } from './duckdb.ts';
import { bindings, instanceSettings, quietly } from './duckdb-session.ts';
import { explainFailure, QUERY_TIMEOUT } from './query-limits.ts';

export interface LockedOptions {
  /** The only folder it may read. */
  readonly folder: string;
  readonly memory?: string;
  readonly threads?: number;
}

/**
 * DuckDB for the public's questions: reads one folder, nothing else of the machine, and its settings cannot be changed.
 * Because COPY … TO would still write inside that folder, only a single SELECT is ever carried out.
 */
export class LockedDuckDb {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  static async open({ folder, memory, threads }: LockedOptions): Promise<LockedDuckDb> {
    const instance = await DuckDBInstance.create(':memory:', {
      // No folder to spill into: a sort too large for the memory is told so, it never fills the disk.
      ...instanceSettings({ memory: memory ?? '300MB', threads: threads ?? availableParallelism(), spillFolder: '' }),
      preserve_insertion_order: 'true',
    });
    const connection = await instance.connect();
    await connection.run(`set allowed_directories = [${literal(folder.endsWith('/') ? folder : `${folder}/`)}]`);
    await connection.run('set parquet_metadata_cache = true'); // an option of the Parquet part, unknown before the instance exists
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    const locked = new LockedDuckDb(instance);
    locked.#idle.push(connection);
    return locked;
  }

  /** Carries out one SELECT. Its errors quote no value. @param onStart gets the way to interrupt it */
  select(sql: string, values: readonly DuckValue[], onStart?: (interrupt: () => void) => void): Promise<DuckRow[]> {
    return quietly(this.#answer(sql, values, onStart));
  }

  async #answer(
    sql: string,
    values: readonly DuckValue[],
    onStart?: (interrupt: () => void) => void,
  ): Promise<DuckRow[]> {
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    onStart?.(() => connection.interrupt());
    try {
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1) throw new Error('a public query is exactly one statement');
      const prepared = await statements.prepare(0);
      try {
        if (prepared.statementType !== StatementType.SELECT) throw new Error('a public query is a SELECT');
        const bound = bindings(values);
        prepared.bind(bound.values, bound.types);
        return (await prepared.runAndReadAll()).getRowObjectsJson() as DuckRow[];
      } finally {
        prepared.destroySync();
      }
    } finally {
      this.#idle.push(connection);
    }
  }

  close(): void {
    for (const connection of this.#idle) connection.closeSync();
    this.#instance.closeSync();
  }
}

/** Answers in this very process: the worker, the command line, tests. */
export async function answerHere(locked: LockedDuckDb, query: PublicQuery): Promise<DuckRow[]> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await locked.select(query.sql, query.values, (interrupt) => {
      timer = setTimeout(interrupt, query.timeout ?? QUERY_TIMEOUT);
    });
  } catch (error) {
    throw explainFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
