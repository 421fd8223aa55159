import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL says of itself in `postmaster.pid`: our own state file of it as well. */
export interface Postmaster {
  readonly pid: number;
  /** Folder of the unix socket. */
  readonly socketFolder: string;
}

/** False for the dead, and for a zombie whose parent has not asked for it yet. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** True when the process stands in that folder, as every PostgreSQL process stands in its cluster's. */
function standsIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * The PostgreSQL that lives on this cluster now, e.g. after its supervisor was killed. The number in a stale file may belong
 * to any process by now (in a container often does), so it must also stand in the cluster's folder.
 */
export async function livePostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const socketFolder = lines[4]?.trim();
  if (!pid || !socketFolder || !isAlive(pid) || !standsIn(pid, await realpath(cluster))) return null;
  return { pid, socketFolder };
}

/** Removes the file a killed PostgreSQL left behind; a live one's is never touched. */
export async function removeStalePostmasterFile(cluster: string): Promise<void> {
  if (!(await livePostmaster(cluster))) await rm(join(cluster, 'postmaster.pid'), { force: true });
}
