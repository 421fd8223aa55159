// `npm run bench:search [-- FILE] [--passports]`: builds bench/search.ts and scores the search over the list of resolution 835.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

ensureNode();
process.env.UV_THREADPOOL_SIZE ??= '32';
const { build } = await import('vite');
const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'dist/bench-search',
    emptyOutDir: true,
    ssr: true,
    target: 'node24',
    rolldownOptions: { input: { search: 'bench/search.ts' } },
  },
});
const { benchSearch } = await import('../dist/bench-search/search.js');
await benchSearch(process.argv.slice(2), fileURLToPath(new URL('../bench/queries.tsv', import.meta.url)));
