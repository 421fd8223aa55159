import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { BenchSystem } from './system.ts';

/** What the web process has sent to PostgreSQL. */
export interface Sent {
  /** Statements since the process started. */
  readonly count: number;
  /** Their texts since the last question. */
  readonly sent: readonly string[];
}

/** Counts what the web process of a running system sends to PostgreSQL. */
export interface StatementCounter {
  /** For the system to be started with. */
  readonly environment: NodeJS.ProcessEnv;
  /** Statements sent since the process started. */
  soFar(system: BenchSystem): Promise<number>;
  /** The same with the texts of what was sent since the last question. */
  ask(system: BenchSystem): Promise<Sent>;
}

/** @param folder where the count is written for us */
export function statementCounter(folder: string): StatementCounter {
  const path = join(folder, 'statements');
  const preload = pathToFileURL(join(process.cwd(), 'dist/bench/count-statements.js')).href;
  const ask = async (system: BenchSystem): Promise<Sent> => {
    const web = [...(await system.processes())].find(([, name]) => name === 'web');
    if (!web) throw new Error('there is no process web');
    await rm(path, { force: true });
    process.kill(web[0], 'SIGUSR2');
    for (;;) {
      const text = await readFile(path, 'utf8').catch(() => '');
      if (text.endsWith('}')) return JSON.parse(text) as Sent;
      await sleep(5);
    }
  };
  return {
    environment: { BENCH_STATEMENTS: path, NODE_OPTIONS: `--import=${preload}` },
    ask,
    soFar: async (system) => (await ask(system)).count,
  };
}
