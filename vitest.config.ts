import { defineConfig } from 'vitest/config';
import { detectorsFingerprint } from './tools/detectors-fingerprint.ts';

export default defineConfig({
  define: { __DETECTORS_FINGERPRINT__: JSON.stringify(detectorsFingerprint()) },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // modules keep no state, so the files of a worker may share them: importing is a sixth of the run otherwise
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
