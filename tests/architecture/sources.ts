import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Source {
  /** From the project's root, e.g. `src/kernel/ids.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every file of src/ that git knows or would add, tests included. */
export function allSources(): Source[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return list
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)))
    .filter((path) => /\.(tsx?|css|json)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** The product's TypeScript without its tests. */
export function productSources(): Source[] {
  return allSources().filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
}
