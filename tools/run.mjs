// `npm start` and `npm run vidkryto -- COMMAND`: builds when something changed, then becomes the command line of dist/.
import { ensureNode } from './node-version.mjs';

ensureNode();
const { buildIfChanged } = await import('./build.mjs');
await buildIfChanged();
process.env.NODE_ENV ??= 'production';
process.env.UV_THREADPOOL_SIZE ??= '32';
const { main } = await import('../dist/server/main.js');
await main(process.argv.slice(2));
