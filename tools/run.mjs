// `npm start` and `npm run vidkryto -- COMMAND`: builds when something changed, then becomes the command line of dist/.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

ensureNode();
// In a process of its own: the builder takes ~150 MB that a running system would otherwise keep.
const builder = fileURLToPath(new URL('build.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [builder], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(status ?? 1);
process.env.NODE_ENV ??= 'production';
process.env.UV_THREADPOOL_SIZE ??= '32';
const { main } = await import('../dist/server/main.js');
await main(process.argv.slice(2));
