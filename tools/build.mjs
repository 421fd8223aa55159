// Builds the server and the browser's files into dist/; skipped when nothing changed since the last build (a stamp).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureNode } from './node-version.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist/stamp');

/** One line a source file: its path, size and time; enough to see any change without reading the files. */
function sourceLines(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceLines(path);
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
}

function currentStamp() {
  const lines = [...sourceLines(join(ROOT, 'src')), readFileSync(join(ROOT, 'vite.config.ts'), 'utf8')];
  lines.push(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Builds when needed. Prints to standard error only, so that a command's own output stays clean. */
export async function buildIfChanged() {
  const stamp = currentStamp();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.error('Збирання… / Building…');
  const { build } = await import('vite');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  for (const mode of ['client', 'server']) {
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'error' });
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, stamp);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureNode();
  await buildIfChanged();
}
