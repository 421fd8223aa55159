import { defineConfig } from 'vitest/config';
import FileOrder from './tests/support/file-order.ts';
import { detectorsFingerprint } from './tools/detectors-fingerprint.ts';

export default defineConfig({
  define: { __DETECTORS_FINGERPRINT__: JSON.stringify(detectorsFingerprint()) },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // modules keep no state, so the files of a worker may share them: importing is a sixth of the run otherwise
    isolate: false,
    // one more than the processors of a small machine: tests of whole systems wait half of their time
    maxWorkers: 3,
    sequence: { sequencer: FileOrder },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
