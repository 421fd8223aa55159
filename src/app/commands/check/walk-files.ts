import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file found in a folder. */
export interface FoundFile {
  readonly path: string;
  /** From the folder that was walked, with «/» between its parts. */
  readonly name: string;
  readonly stats: Stats;
}

/** Files of systems and programs, and copies that offices keep while a file is open. */
function isOfProgram(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

const byName = (one: Dirent, other: Dirent): number => (one.name < other.name ? -1 : 1);

/**
 * The files of a folder and of those in it, by name. Links are not followed, so no loop of them has no end; hidden files and what cannot be opened
 * are passed by. Only the names of one folder on the way are held at a time.
 */
export async function* walkFiles(folder: string, inside = ''): AsyncGenerator<FoundFile> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted(byName)) {
    if (isOfProgram(entry.name)) continue;
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) yield* walkFiles(folder, name);
    else if (entry.isFile()) {
      const path = join(folder, name);
      const stats = await stat(path).catch(() => null);
      if (stats) yield { path, name, stats };
    }
  }
}
