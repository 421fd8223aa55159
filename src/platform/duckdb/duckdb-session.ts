import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import { quietError } from '../logging/without-values.ts';
import type { DuckRow, DuckSession, DuckValue, SessionLimits } from './duckdb.ts';

/** A JavaScript number is bound as a 64-bit integer when it is whole, so that LIMIT and keys get integers. */
export function bindings(values: readonly DuckValue[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  const types = values.map((value) => {
    if (value === null) return SQLNULL;
    if (typeof value === 'boolean') return BOOLEAN;
    if (typeof value === 'string') return VARCHAR;
    return Number.isSafeInteger(value) ? BIGINT : DOUBLE;
  });
  const bound = values.map((value) => (Number.isSafeInteger(value) ? BigInt(value as number) : value));
  return { values: bound, types };
}

/** Settings of an instance. Extensions are neither fetched nor loaded: what we use is built in. */
export function instanceSettings(limits: SessionLimits): Record<string, string> {
  return {
    memory_limit: limits.memory ?? '300MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(limits.threads ? { threads: String(limits.threads) } : {}),
    ...(limits.spillFolder === undefined ? {} : { temp_directory: limits.spillFolder }),
  };
}

/** A DuckDB of its own in memory, so that one session's limits and settings never touch another's. */
export async function openDuckSession(limits: SessionLimits): Promise<DuckSession> {
  const instance = await DuckDBInstance.create(':memory:', instanceSettings(limits));
  return sessionOn(await instance.connect(), () => instance.closeSync());
}

/** DuckDB's errors quote the value they stumbled over: nobody above hears it. */
export function quietly<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw quietError(error);
  });
}

/** A session over a connection, which it closes in the end. @param closed told after that */
export function sessionOn(connection: DuckDBConnection, closed: () => void): DuckSession {
  const running = new Set<Promise<unknown>>();
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const ended = () => running.delete(work);
    running.add(work);
    void work.then(ended, ended);
    return work;
  };
  const closeNow = () => {
    connection.closeSync();
    closed();
  };
  return {
    async run(sql, values = []) {
      const bound = bindings(values);
      await quietly(tracked(connection.run(sql, bound.values, bound.types)));
    },
    async rows(sql, values = []) {
      const bound = bindings(values);
      const reader = await quietly(tracked(connection.runAndReadAll(sql, bound.values, bound.types)));
      return reader.getRowObjectsJson() as DuckRow[];
    },
    async *chunks(sql, values = []) {
      const bound = bindings(values);
      try {
        const result = await connection.stream(sql, bound.values, bound.types);
        for await (const rows of result.yieldRowsJson()) yield rows as DuckValue[][];
      } catch (error) {
        throw quietError(error);
      }
    },
    interrupt: () => connection.interrupt(),
    close() {
      if (running.size === 0) return closeNow();
      // closed under a running statement, DuckDB would hang the whole process
      connection.interrupt();
      void Promise.allSettled([...running]).then(closeNow);
    },
  };
}
