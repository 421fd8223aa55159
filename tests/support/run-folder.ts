import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, livePostmaster } from '../../src/platform/database/postmaster-file.ts';

const PREFIX = 'vidkryto-tests-';
/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** What a run with two workers never fills, bytes: PostgreSQL with its log, objects, folders of started systems. */
const ROOM = 4 * 1024 ** 3;

/** A folder that outlives the run, for what is dear to unpack: the browser. */
export function lastingFolder(): string {
  return process.env.TESTS_LASTING_FOLDER ?? tmpdir();
}

/** Some machines let no program run from memory; PostgreSQL under root may have to be copied there. */
function runsPrograms(folder: string): boolean {
  const program = join(folder, `${PREFIX}${process.pid}.sh`);
  try {
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  } catch {
    return false;
  } finally {
    rmSync(program, { force: true });
  }
}

/** Memory where it is plentiful, else the machine's temporary folder. */
function placeOfRuns(): string {
  if (!existsSync(IN_MEMORY) || process.availableMemory() < 2 * ROOM) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM && runsPrograms(IN_MEMORY) ? IN_MEMORY : tmpdir();
}

/**
 * Makes the one folder of a run and names it the temporary folder of its workers and of every system they start. A clone of the
 * database is some 700 small files: on a disk they cost ten times what they cost in memory, and half of PostgreSQL's work was that.
 */
export async function makeRunFolder(): Promise<string> {
  const folder = await mkdtemp(join(placeOfRuns(), `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o711); // PostgreSQL's own user goes through it to its socket
  process.env.TESTS_LASTING_FOLDER ??= tmpdir();
  process.env.TMPDIR = folder;
  return folder;
}

/** Ends what a killed run left behind: its folder bears the number of the process that made it. */
export async function sweepKilledRuns(): Promise<void> {
  for (const place of new Set([tmpdir(), IN_MEMORY].filter((one) => existsSync(one)))) {
    for (const name of await readdir(place)) {
      const owner = Number(/^vidkryto-tests-(\d+)-/.exec(name)?.[1]);
      if (!owner || isAlive(owner)) continue;
      const folder = join(place, name);
      const live = await livePostmaster(join(folder, 'postgres'));
      if (live) process.kill(live.pid, 'SIGQUIT');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
