import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the key's file in the data folder. */
const KEY_FILE = 'secret.key';

/**
 * The key of `Secrets`: what the settings say, else that of the data folder, made at the first start and readable by its owner only.
 * Machines that share a database have to be told one key in the settings.
 */
export async function secretKey(given: string | null, dataFolder: string): Promise<string> {
  if (given !== null) return given;
  const path = join(dataFolder, KEY_FILE);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  try {
    // 'wx': of several processes that start at once, one makes it
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  for (let tries = 0; tries < 50; tries += 1) {
    const key = (await readFile(path, 'utf8')).trim();
    if (key.length >= 64) return key;
    await new Promise((resolve) => setTimeout(resolve, 20)); // another process is just writing it
  }
  throw new Error(`${path} holds no key: remove it, and the secrets closed with it have to be typed anew`);
}
