import { fork } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench` runs in the project's root, the built bench in dist/bench. */
const BUILT = join(process.cwd(), 'dist/bench');

/**
 * Measures in a process of its own, so that memory is that of the one deed. It has the worker's own settings.
 * @param name of the built file without `.js`; it sends what it measured and ends
 */
export function inProcess<T>(name: string, args: readonly string[]): Promise<T> {
  const child = fork(join(BUILT, `${name}.js`), args, {
    execArgv: ['--max-semi-space-size=4', '--max-old-space-size=2000'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the measuring process ended with ${code}`)));
  });
}
