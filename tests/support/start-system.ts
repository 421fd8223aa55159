import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/server/main.js');

export interface SystemOptions {
  /** Folder of data to start on; a fresh one by default. A folder that was given is not removed by `stop`. */
  readonly data?: string;
  readonly environment?: Record<string, string>;
  /** Limits of the shell it is started by, e.g. `-f 65536` (no file larger than 64 MB, as on a disk that is full). */
  readonly ulimit?: string;
}

/** The real system, built and running. */
export interface RunningSystem {
  /** E.g. `http://127.0.0.1:43817`. */
  readonly url: string;
  readonly port: number;
  readonly data: string;
  /** Number of the supervisor's process. */
  readonly pid: number;
  /** All it has printed so far. */
  output(): string;
  /** Numbers of its processes by command: `web`, `worker`, `query`, `postgres`. */
  processes(): Record<string, number[]>;
  /** Waits until /healthz says ok. */
  healthy(milliseconds?: number): Promise<void>;
  /** Runs another command on the same data folder, e.g. `['user', 'create', …]`; gives what it printed. */
  command(
    args: readonly string[],
    input?: string,
    environment?: Record<string, string>,
  ): { code: number | null; output: string; errors: string };
  /** SIGTERM, and waits for the end; removes a fresh data folder. */
  stop(): Promise<void>;
}

/** A port nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function build(): void {
  if (existsSync(PROGRAM)) return;
  const { status, stderr } = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

/** Whose child a process is, and its command line; null when it is gone. */
function lookAt(pid: number): { parent: number; words: string[]; folder: string } | null {
  try {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { parent, words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'), folder: '' };
  } catch {
    return null;
  }
}

/** The processes below one, by command. */
export function processesBelow(root: number): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const below = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const pid of all) {
      const process = below.has(pid) ? null : lookAt(pid);
      if (process && below.has(process.parent)) {
        below.add(pid);
        grown = true;
        const [program = '', second = '', third = ''] = process.words;
        const name = program.endsWith('/postgres') ? 'postgres' : second === PROGRAM ? third : '';
        if (name) found[name] = [...(found[name] ?? []), pid];
      }
    }
  }
  return found;
}

/** Kills a process at once, as the kernel would when memory runs out. */
export function killHard(pid: number | undefined): void {
  if (pid) process.kill(pid, 'SIGKILL');
}

/** Waits until it holds; throws with its name after the time. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 20_000,
): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50)) if (await holds()) return;
  throw new Error(`waited ${milliseconds} ms in vain: ${what}`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, {
      signal: AbortSignal.timeout(4000),
      headers: { connection: 'close' },
    });
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Starts the built system on a free port and, unless told otherwise, an empty data folder; waits until it is healthy. */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  build();
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'vidkryto-system-')));
  const port = await freePort();
  const settings = { PORT: String(port), HOST: '127.0.0.1', VIDKRYTO_DATA: data, VIDKRYTO_RATE_LIMIT: '0' };
  const env = { ...process.env, NODE_ENV: 'production', ...settings, ...options.environment };
  const shell = ['-c', `ulimit ${options.ulimit}; exec "$0" "$@"`, process.execPath, PROGRAM, 'start'];
  const [command, args] = options.ulimit ? ['bash', shell] : [process.execPath, [PROGRAM, 'start']];
  // to a file: a pipe that nobody empties while a command is waited for would stop the system at 64 kB of log
  const logFolder = await mkdtemp(join(tmpdir(), 'vidkryto-log-'));
  const logFile = join(logFolder, 'log');
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { env, cwd: ROOT, stdio: ['ignore', log, log] });
  closeSync(log);
  const printed = () => readFileSync(logFile, 'utf8');
  const url = `http://127.0.0.1:${port}`;
  const pid = child.pid ?? 0;
  const system: RunningSystem = {
    url,
    port,
    data,
    pid,
    output: printed,
    processes: () => processesBelow(pid),
    healthy: (milliseconds) => until('the system is healthy', () => isHealthy(url), milliseconds),
    command(args, input, environment = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        env: { ...env, ...environment },
        cwd: ROOT,
        input: input ?? '',
        encoding: 'utf8',
      });
      return { code: status, output: stdout, errors: stderr };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      if (!options.data) await rm(data, { recursive: true, force: true });
      await rm(logFolder, { recursive: true, force: true });
    },
  };
  try {
    await Promise.race([
      system.healthy(60_000),
      ended(child).then(() => {
        throw new Error('the system ended at once');
      }),
    ]);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${printed().slice(-4000)}`);
  }
  return system;
}
