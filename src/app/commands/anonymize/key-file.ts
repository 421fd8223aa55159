import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { AnonymizeUsageError } from './anonymize-options.ts';

const BYTES = 32;
const OTHERS = 0o077;

/** The key of pseudonyms and whether it was made just now. */
export interface PseudonymKey {
  readonly key: string;
  readonly made: boolean;
}

/**
 * Reads the key of pseudonyms, or makes one that only its owner may read. One key for one dataset: with it the same person has the same pseudonym in every
 * file, and whoever has it can find out whose a pseudonym is.
 * @throws AnonymizeUsageError where others may read it or it is too short
 */
export async function pseudonymKey(path: string): Promise<PseudonymKey> {
  const there = await stat(path).catch(() => null);
  if (there === null) {
    const key = randomBytes(BYTES).toString('base64url');
    await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return { key, made: true };
  }
  if ((there.mode & OTHERS) !== 0 && process.platform !== 'win32')
    throw new AnonymizeUsageError(
      'Файл ключа можуть читати інші люди. Закрийте його: chmod 600. / Others may read the key file: chmod 600.',
    );
  const key = (await readFile(path, 'utf8')).trim();
  if (Buffer.byteLength(key) < BYTES)
    throw new AnonymizeUsageError(
      'Ключ закороткий: потрібно 32 випадкові знаки. Файла немає — ключ створимо самі. / The key is too short: 32 random signs; without the file one is made.',
    );
  return { key, made: false };
}
