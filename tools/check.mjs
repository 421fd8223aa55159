// Everything that can be told without running the product: format and lint, types, promises, walls, dead code, the lock, the map.
// All run, all faults are told; exits with 1 when any failed.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

ensureNode();
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;

const CHECKS = {
  'format and lint': ['biome', 'check', '--error-on-warnings', '.'],
  types: ['tsc', '--noEmit'],
  promises: ['oxlint', '--type-aware', '--config', '.oxlintrc.json', 'src', 'tests', 'bench'],
  walls: ['node', 'tools/walls.mjs'],
  'dead code': ['knip'],
  lock: ['node', 'tools/complete-lock.mjs', '--check'],
  map: ['node', 'tools/draw-map.mjs', '--check'],
  reference: ['node', 'tools/draw-reference.mjs', '--check'],
};

/** Runs one check and gathers what it prints. */
function run(name, [command, ...args]) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, PATH, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

const results = await Promise.all(Object.entries(CHECKS).map(([name, command]) => run(name, command)));
for (const { name, ok, output, seconds } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd().replaceAll(/^/gm, '     '));
}
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
