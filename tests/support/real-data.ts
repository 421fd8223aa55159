import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Folder with real files of public bodies, kept beside the project and never inside it; null where it is absent:
 * tests that need it then say so by `describe.skipIf(!realData)`.
 */
export const realData: string | null = (() => {
  const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  return existsSync(folder) ? folder : null;
})();
