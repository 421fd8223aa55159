import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from './report.ts';
import { proportionalMemory, startSystem } from './system.ts';

const IDLE_MB = 450;

/** Starts the built system, waits for a page, lets it rest for five seconds, measures and stops it. */
async function startOnce(data: string): Promise<{ seconds: number; megabytes: number }> {
  const system = await startSystem(data);
  try {
    await sleep(5000);
    return {
      seconds: system.seconds,
      megabytes: await proportionalMemory((await system.processes()).keys()),
    };
  } finally {
    await system.stop();
  }
}

/** First page on an empty folder ≤ 5 s after the build, again ≤ 2 s; idle memory of all processes ≤ 450 MB. */
export async function benchStart(report: Report): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  try {
    for (const [what, hold] of [
      ['start on an empty folder', 5],
      ['start again', 2],
    ] as const) {
      const { seconds, megabytes } = await startOnce(data);
      report({ what, measured: `${seconds.toFixed(2)} s`, hold: `≤ ${hold} s`, held: seconds <= hold });
      report({
        what: `idle memory (PSS) of all processes, ${what}`,
        measured: `${megabytes.toFixed(0)} MB`,
        hold: `≤ ${IDLE_MB} MB`,
        held: megabytes <= IDLE_MB,
      });
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
