import { spawn } from 'node:child_process';
import type { Report } from './report.ts';

const HOLD_MINUTES = 8;

/** The last number to hold: all tests of the product, the browser's too, as `npm test` runs them. */
export async function benchTests(report: Report): Promise<void> {
  const begun = performance.now();
  const child = spawn('npm', ['test', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const minutes = (performance.now() - begun) / 60_000;
  report({
    what: 'npm test',
    measured: `${minutes.toFixed(1)} min${code === 0 ? '' : ', and tests FAILED'}`,
    unit: 'build included',
    hold: `≤ ${HOLD_MINUTES} min`,
    held: code === 0 && minutes <= HOLD_MINUTES,
  });
}
