import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = join(process.cwd(), 'dist/server/main.js');

/** The real system, built and running on a data folder. */
export interface BenchSystem {
  readonly url: string;
  /** Seconds from the command to the first page. */
  readonly seconds: number;
  /** Its processes now: number → the command it was started with (`web`, `worker`, `query`, `start`) or `postgres`. */
  processes(): Promise<Map<number, string>>;
  stop(): Promise<void>;
}

/** Environment of the system's commands on that data folder; nobody is held back. */
export function environmentOf(data: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', VIDKRYTO_DATA: data, VIDKRYTO_RATE_LIMIT: '0' };
}

/** Starts the system as a person does and waits for its first page. */
export async function startSystem(data: string, environment: NodeJS.ProcessEnv = {}): Promise<BenchSystem> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['tools/run.mjs', 'start'], {
    env: { ...environmentOf(data), PORT: String(port), ...environment },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(url).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw error;
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    url,
    seconds,
    processes: () => familyOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs another command of the product on that data folder and gives what it printed; throws when it fails. */
export async function runCommand(data: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: environmentOf(data),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return printed;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilAnswers(url: string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(20)) {
    try {
      const { status } = await fetch(url);
      if (status < 500) return;
    } catch {
      // not listening yet
    }
  }
  throw new Error(`${url} did not answer in 60 s`);
}

/** A process and all its descendants. Linux only. */
async function familyOf(root: number): Promise<Map<number, string>> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(name), parent);
  }
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid);
        grown = true;
      }
    }
  }
  const named = new Map<number, string>();
  for (const pid of family) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    const at = words.findIndex((word) => word.endsWith('main.js'));
    named.set(pid, at === -1 ? (words[0]?.includes('postgres') ? 'postgres' : '') : (words[at + 1] ?? ''));
  }
  return named;
}

/** PSS of processes, MB: shared pages are counted once. */
export async function proportionalMemory(pids: Iterable<number>): Promise<number> {
  let kilobytes = 0;
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(text.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** Peak resident memory of a process, MB: the kernel's, because what `getrusage` says begins with the parent's. Linux only. */
export async function peakMemory(pid: number | 'self' = 'self'): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(text.match(/^VmHWM:\s+(\d+)/m)?.[1] ?? 0) / 1024;
}
