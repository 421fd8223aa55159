import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Row 10 of the numbers to hold: first page on an empty folder ≤ 5 s, again ≤ 2 s; idle memory of all processes ≤ 450 MB. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  try {
    const empty = await startOnce(folder);
    const again = await startOnce(folder);
    console.log(
      `start on an empty folder   first page ${empty.seconds.toFixed(2)} s (hold 5), idle memory ${empty.megabytes.toFixed(0)} MB (hold 450)`,
    );
    console.log(
      `start again                first page ${again.seconds.toFixed(2)} s (hold 2), idle memory ${again.megabytes.toFixed(0)} MB (hold 450)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the built system, waits for a page, lets it rest for five seconds, measures and stops it. */
async function startOnce(dataFolder: string): Promise<{ seconds: number; megabytes: number }> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['tools/run.mjs', 'start'], {
    env: { ...process.env, PORT: String(port), VIDKRYTO_DATA: dataFolder },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilAnswers(`http://127.0.0.1:${port}/`);
  const seconds = (performance.now() - started) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const megabytes = (await proportionalMemory(child.pid ?? 0)) / 1024;
  child.kill('SIGTERM');
  await ended;
  return { seconds, megabytes };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    try {
      const { status } = await fetch(url);
      if (status < 500) return;
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${url} did not answer in 60 s`);
}

/** PSS of a process and all its descendants, kB: shared pages are counted once. Linux only. */
async function proportionalMemory(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(name), parent);
  }
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid);
        grown = true;
      }
    }
  }
  const sizes = await Promise.all(
    [...family].map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(text.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
