// `npm run bench [-- NAME …]`: builds the product and bench/run.ts, then measures. Ratios are taken within one run.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

ensureNode();
process.env.UV_THREADPOOL_SIZE ??= '32';
const { buildIfChanged } = await import('./build.mjs');
await buildIfChanged();
const { build } = await import('vite');
const ENTRIES = ['run', 'tables-child', 'workbooks-child', 'downloads-child', 'count-statements'];
const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'dist/bench',
    emptyOutDir: true,
    ssr: true,
    target: 'node24',
    rolldownOptions: { input: Object.fromEntries(ENTRIES.map((name) => [name, `bench/${name}.ts`])) },
  },
});
const { runBenches } = await import('../dist/bench/run.js');
await runBenches(process.argv.slice(2));
