import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../logging/log.ts';
import { type PostgresUser, postgresBinaries, postgresUser } from './postgres-binaries.ts';
import { isAlive, livePostmaster, type Postmaster, removeStalePostmasterFile } from './postmaster-file.ts';

/** The name of the only role and of the database of records. */
export const DATABASE_NAME = 'vidkryto';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made when missing. Its parent may be closed to others. */
  readonly cluster: string;
  readonly log: Log;
  /** Faster and unsafe at a power cut: for tests only. */
  readonly careless?: boolean;
}

/** A PostgreSQL of ours: reached by its unix socket only, never by the network. */
export interface EmbeddedPostgres {
  readonly socketFolder: string;
  readonly pid: number;
  /** True when it was already running and was taken over. */
  readonly adopted: boolean;
  /** Settles when the process is gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, the rest is written; kill −9 after 20 s. */
  stop(): Promise<void>;
}

/** Connection string of a database of that PostgreSQL. */
export function socketUrl(socketFolder: string, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_NAME}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/**
 * PostgreSQL is started inside the cluster's folder and told that its data are at `/proc/self/cwd`: so it needs no way down
 * to it, and the cluster can stay in a folder that its unprivileged user cannot enter (a project of mode 0700 under root).
 */
function clusterAddress(user: PostgresUser | null): string {
  return user ? '/proc/self/cwd' : '.';
}

function spawnOptions(cluster: string, user: PostgresUser | null) {
  // LC_ALL=C: without a locale of the machine initdb would choose SQL_ASCII; our locale is the built-in C.UTF-8.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return { cwd: cluster, env, ...(user ?? {}), stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
}

async function initialise(
  options: EmbeddedPostgresOptions,
  binaries: string,
  user: PostgresUser | null,
): Promise<void> {
  const { cluster } = options;
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  // Made beside and renamed when it is whole: a first start killed half-way leaves nothing that looks like a cluster.
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (user) await chown(unfinished, user.uid, user.gid);
  const args = ['-D', clusterAddress(user), `--username=${DATABASE_NAME}`, '--auth=trust', '--encoding=UTF8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (options.careless) args.push('--no-sync');
  const child = spawn(join(binaries, 'bin/initdb'), args, spawnOptions(unfinished, user));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb failed (${code}): ${output.slice(-2000)}`);
  await rename(unfinished, cluster);
}

/** A short path (a unix socket's is limited to ~100 bytes) that only PostgreSQL and we can enter. */
async function makeSocketFolder(user: PostgresUser | null): Promise<string> {
  const base = tmpdir().length > 60 ? '/tmp' : tmpdir();
  const folder = await mkdtemp(join(base, 'vidkryto-'));
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

function serverArguments(socketFolder: string, user: PostgresUser | null, careless: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '64MB',
    io_method: 'sync', // the three workers of PostgreSQL 18 would cost memory and gain nothing at this size
    max_wal_size: '512MB',
    jit: 'off',
    log_line_prefix: '',
    log_checkpoints: 'off',
    // no DETAIL with keys, no statement with values in its log
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  if (careless) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterAddress(user), ...flags];
}

/** What PostgreSQL says while it reads its log again after a fall. */
const STARTING_UP = '57P03';
/** Reading the log again after a fall takes seconds; longer than this is an illness, ms. */
const LONGEST_START = 60_000;

/** Whether the PostgreSQL behind this socket takes connections; one that is starting up is waited for. */
export async function answers(socketFolder: string): Promise<boolean> {
  for (const end = Date.now() + LONGEST_START; Date.now() < end; await sleep(50)) {
    const said = await greeting(socketFolder);
    if (said !== 'starting up') return said === 'ready';
  }
  return false;
}

async function greeting(socketFolder: string): Promise<'ready' | 'starting up' | 'deaf'> {
  const client = new pg.Client({
    connectionString: socketUrl(socketFolder, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === STARTING_UP ? 'starting up' : 'deaf';
  } finally {
    await client.end().catch(() => {});
  }
}

async function untilGone(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50)) if (!isAlive(pid)) return true;
  return false;
}

function handle(postmaster: Postmaster, adopted: boolean, gone: Promise<void>): EmbeddedPostgres {
  const { pid, socketFolder } = postmaster;
  return {
    pid,
    socketFolder,
    adopted,
    gone,
    async stop() {
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      if (!(await untilGone(pid, 20_000))) process.kill(pid, 'SIGKILL');
      await rm(socketFolder, { recursive: true, force: true });
    },
  };
}

async function adopt(postmaster: Postmaster): Promise<EmbeddedPostgres> {
  const gone = (async () => {
    while (isAlive(postmaster.pid)) await sleep(500);
  })();
  return handle(postmaster, true, gone);
}

/** PostgreSQL's own lines, by their weight, in our log. */
function follow(child: ChildProcess, log: Log): void {
  if (!child.stderr) return;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^(FATAL|PANIC|ERROR)/.test(line) && !/is (starting up|shutting down)/.test(line))
      log.warn({ postgres: line.slice(0, 500) }, 'PostgreSQL says');
    else log.debug({ postgres: line.slice(0, 500) }, 'PostgreSQL says');
  });
  child.stdout?.resume();
}

/**
 * Starts PostgreSQL on the cluster and waits until it answers; makes the cluster at the first start, and takes over a
 * PostgreSQL that already lives there (its supervisor was killed). Throws when it does not answer in a minute.
 * @param socketFolder the folder to use again after a restart, so that open pools find it
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
  socketFolder?: string,
): Promise<EmbeddedPostgres> {
  const { cluster, log } = options;
  const live = existsSync(cluster) ? await livePostmaster(cluster) : null;
  if (live && (await answers(live.socketFolder))) return adopt(live);
  if (live) {
    process.kill(live.pid, 'SIGQUIT'); // alive but deaf: its socket was swept away with the temporary folder
    if (!(await untilGone(live.pid, 10_000))) process.kill(live.pid, 'SIGKILL');
  }
  const user = await postgresUser();
  const binaries = await postgresBinaries(user);
  await initialise(options, binaries, user);
  const folder = socketFolder ?? (await makeSocketFolder(user));
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(300)) {
    await removeStalePostmasterFile(cluster);
    const args = serverArguments(folder, user, options.careless ?? false);
    const child = spawn(join(binaries, 'bin/postgres'), args, { ...spawnOptions(cluster, user), detached: true });
    follow(child, log);
    const gone = new Promise<void>((resolve) => {
      child.on('error', () => resolve());
      child.on('exit', () => resolve());
    });
    while (child.pid && child.exitCode === null && child.signalCode === null) {
      if (await answers(folder)) return handle({ pid: child.pid, socketFolder: folder }, false, gone);
      await sleep(25);
    }
    // It ended at once: after kill −9 the old server's children may still hold its memory; they end in a moment.
    log.info({ code: child.exitCode }, 'PostgreSQL did not start, trying again');
  }
  throw new Error('PostgreSQL does not answer; its own words are in the log above');
}
