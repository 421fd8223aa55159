// What detectors of personal data are, as one digest: of their files and of all they judge by (lists of words, kinds, the scan). A table that was
// looked at by detectors of another digest is looked at again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['src/tabular/detectors', 'src/tabular/scan', 'src/tabular/kinds', 'src/language'];

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : [path];
    })
    .filter((path) => !/(\.test\.tsx?$)|(\/testing\/)/.test(path))
    .sort();
}

/** SHA-256 in hex. @param root of the repository */
export function detectorsFingerprint(root: string = ROOT): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    for (const path of filesOf(join(root, folder)))
      hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}
