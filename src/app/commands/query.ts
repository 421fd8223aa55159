import { LockedDuckDb } from '../../platform/duckdb/locked-duckdb.ts';
import type { FromQuery, ToQuery } from '../../platform/duckdb/query-messages.ts';
import { objectsFolder } from '../open-system.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import type { Command } from './command.ts';

/** The query process: answers public questions on a locked DuckDB, told only statements and values. It may die; it holds nothing. */
export const query: Command = async ({ config }) => {
  const locked = await LockedDuckDb.open({
    folder: objectsFolder(config),
    memory: config.queryMemory,
    threads: config.threads ?? undefined,
  });
  const signal = stopSignal();
  const interrupts = new Map<number, () => void>();
  const tell = (message: FromQuery) => {
    if (process.connected) process.send?.(message);
  };
  process.on('message', (message: ToQuery) => {
    if ('interrupt' in message) {
      interrupts.get(message.interrupt)?.();
      return;
    }
    const { id, sql, values } = message;
    locked
      .select(sql, values, (interrupt) => interrupts.set(id, interrupt))
      .then((rows) => tell({ id, rows }))
      .catch((error: unknown) => tell({ id, failure: error instanceof Error ? error.message : String(error) }))
      .finally(() => interrupts.delete(id));
  });
  tell('ready');
  await aborted(signal);
  return 0;
};
