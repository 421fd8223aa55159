// The system runs on the Node that comes as its npm dependency. npm scripts find it by PATH; a script called by hand
// with an older Node starts itself again with the right one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WANTED = 24;

/** Re-runs this very command with the pinned Node where the present one is older. */
export function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return;
  const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(pinned)) {
    console.error('Node 24 is not installed yet. Run: npm ci');
    process.exit(1);
  }
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}
