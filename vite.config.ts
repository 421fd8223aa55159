import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { detectorsFingerprint } from './tools/detectors-fingerprint.ts';

/** Every file of a surface's `islands/` folder that is not a part of another one is a script of its own. */
function islandEntries(): Record<string, string> {
  const entries: Record<string, string> = { style: 'src/surfaces/components/style.css' };
  for (const surface of readdirSync('src/surfaces')) {
    let files: string[] = [];
    try {
      files = readdirSync(`src/surfaces/${surface}/islands`);
    } catch {
      continue; // a surface without islands
    }
    for (const file of files) {
      if (/^[a-z-]+\.island\.tsx?$/.test(file)) {
        entries[file.replace(/\.island\.tsx?$/, '')] = `src/surfaces/${surface}/islands/${file}`;
      }
    }
  }
  return entries;
}

export default defineConfig(({ mode }) =>
  mode === 'client'
    ? {
        base: '/assets/',
        publicDir: 'src/surfaces/components/public',
        build: {
          outDir: 'dist/client',
          emptyOutDir: true,
          manifest: 'manifest.json',
          assetsDir: '.',
          target: 'es2022',
          modulePreload: { polyfill: false },
          rolldownOptions: { input: islandEntries() },
        },
      }
    : {
        publicDir: false,
        define: { __DETECTORS_FINGERPRINT__: JSON.stringify(detectorsFingerprint()) },
        build: {
          outDir: 'dist/server',
          emptyOutDir: true,
          ssr: 'src/main.ts',
          target: 'node24',
          sourcemap: true,
        },
      },
);
