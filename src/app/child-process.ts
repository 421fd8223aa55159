import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../platform/logging/log.ts';

export interface ChildOptions {
  /** Its name in the log; the command it is started with. */
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** 10 gives way to everybody; 0 by default. */
  readonly niceness?: number;
  readonly log: Log;
}

/** A process that is started again whenever it ends, until it is told to stop. */
export interface Kept {
  stop(): Promise<void>;
}

/** Started again after this long; longer each time it ends at once. ms */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
/** A process that lived so long is healthy: the pause starts anew. ms */
const HEALTHY = 10_000;
/** A process that was asked to stop and does not is killed after so long. ms */
const PATIENCE = 15_000;

function start({ name, program, args = [], environment, niceness, log }: ChildOptions): ChildProcess {
  const child = fork(program, [name, ...args], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '32', ...environment },
    serialization: 'advanced',
  });
  if (niceness && child.pid) {
    try {
      setPriority(child.pid, niceness);
    } catch (error) {
      log.warn({ error: String(error) }, 'the priority could not be lowered');
    }
  }
  return child;
}

function gone(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
}

/** Keeps a process running. @param onReady called whenever it says `ready` */
export function keepRunning(options: ChildOptions, onReady?: (child: ChildProcess) => void): Kept {
  const { log, name } = options;
  const stopping = new AbortController();
  let child: ChildProcess | null = null;
  const life = (async () => {
    for (let pause = FIRST_PAUSE; !stopping.signal.aborted; ) {
      const born = Date.now();
      const present = start(options);
      child = present;
      present.on('message', (message) => {
        if (message === 'ready') onReady?.(present);
      });
      const why = await gone(present);
      child = null;
      if (stopping.signal.aborted) return;
      pause = Date.now() - born > HEALTHY ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      log.warn({ child: name, why, pause }, 'a process ended, it is started again');
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      const present = child;
      present?.kill('SIGTERM');
      const timer = setTimeout(() => present?.kill('SIGKILL'), PATIENCE);
      await life;
      clearTimeout(timer);
    },
  };
}
