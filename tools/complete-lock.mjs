// Completes package-lock.json with the optional platform packages that were not served when the lock was written:
// `npm ci` refuses a lock that misses them. Run after every `npm install`. With --check it changes nothing and fails
// when something would be added.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = { windows: 'win32', win32: 'win32' };
for (const name of ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos']) {
  SYSTEMS[name] = name;
}
const PROCESSORS = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]);

/** What a platform package's own name says of the machines it is for, e.g. `@x/y-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.toLowerCase().split(/[-/@_]/);
  const os = [...new Set(words.map((word) => SYSTEMS[word]).filter(Boolean))];
  const cpu = words.filter((word) => PROCESSORS.has(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os.includes('linux') ? ['glibc'] : [];
  return { os, cpu, libc };
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = [];
for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || lock.packages[`${owner}/${place}`]) continue;
    const { os, cpu, libc } = platformOf(name);
    if (os.length === 0 || !/^\d/.test(version)) continue;
    lock.packages[place] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(libc.length > 0 ? { libc } : {}),
    };
    added.push(`${name}@${version}`);
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0) {
    console.error(`package-lock.json misses ${added.length}: ${added.join(', ')}\nRun: node tools/complete-lock.mjs`);
    process.exit(1);
  }
} else if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`added ${added.length}: ${added.join(', ')}`);
}
