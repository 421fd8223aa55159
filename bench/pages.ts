import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StatementCounter, statementCounter } from './count-of-statements.ts';
import { publishMillion, readMillion, writeMillion } from './million.ts';
import { percentile, type Report } from './report.ts';
import { type BenchSystem, peakMemory, runCommand, startSystem } from './system.ts';

const ROUNDS = 60;
/** Between two requests of one visitor, ms. */
const PAUSE = 15;
const VISITORS = 8;
const SECONDS = 6;

const agent = new Agent({ keepAlive: true });

/** Milliseconds until the whole page is there. */
function ask(url: string): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - begun)
          : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    }).once('error', reject);
  });
}

/** Times by page, asked one after another until it is enough. */
async function latencies(urls: readonly string[], enough: (rounds: number) => boolean): Promise<number[][]> {
  const times: number[][] = urls.map(() => []);
  for (let round = 0; !enough(round); round += 1) {
    for (const [at, url] of urls.entries()) {
      times[at]?.push(await ask(url));
      await sleep(PAUSE);
    }
  }
  return times;
}

/** Asks for the pages for as long as the deed lasts. */
async function during(urls: readonly string[], deed: () => Promise<unknown>): Promise<number[][]> {
  let over = false;
  const [times] = await Promise.all([
    latencies(urls, () => over),
    deed().finally(() => {
      over = true;
    }),
  ]);
  return times;
}

const NAMES = ['home', 'search', 'dataset page'] as const;

function reportLatencies(report: Report, idle: readonly number[][], busy: readonly number[][], when: string): void {
  for (const [at, name] of NAMES.entries()) {
    const [before, now] = [percentile(idle[at] ?? [], 0.95), percentile(busy[at] ?? [], 0.95)];
    const most = Math.max(2 * before, before + 25);
    report({
      what: `${name}, p95 ${when}`,
      measured: `${now.toFixed(1)} ms (p50 ${percentile(busy[at] ?? [], 0.5).toFixed(1)}, ${busy[at]?.length ?? 0} asked)`,
      unit: `idle ${before.toFixed(1)} ms (p50 ${percentile(idle[at] ?? [], 0.5).toFixed(1)})`,
      ratio: `${(now / before).toFixed(1)} ×`,
      hold: `≤ ${most.toFixed(0)} ms`,
      held: now <= most,
    });
  }
}

async function onlyProcess(system: BenchSystem, name: string): Promise<number> {
  const found = [...(await system.processes())].find(([, each]) => each === name);
  if (!found) throw new Error(`there is no process ${name}`);
  return found[0];
}

async function reportStatements(
  report: Report,
  system: BenchSystem,
  url: string,
  counter: StatementCounter,
): Promise<void> {
  const requests = 100;
  await ask(url);
  const before = await counter.soFar(system);
  for (let at = 0; at < requests; at += 1) await ask(url);
  const each = ((await counter.soFar(system)) - before) / requests;
  report({
    what: 'dataset page: SQL statements',
    measured: each.toFixed(2),
    unit: `mean of ${requests} requests`,
    hold: '≤ 3',
    held: each <= 3,
  });
}

/** Puts every thread of the system on one core, the visitors on the others. False where it cannot be done. */
async function onCores(system: BenchSystem, cores: string): Promise<boolean> {
  const pids = [...(await system.processes()).keys()];
  return pids.map((pid) => spawnSync('taskset', ['-apc', cores, String(pid)]).status === 0).every(Boolean);
}

async function reportThroughput(report: Report, system: BenchSystem, url: string): Promise<void> {
  const all = `0-${availableParallelism() - 1}`;
  const one = await onCores(system, '0');
  let requests = 0;
  const begun = performance.now();
  const visitor = async () => {
    for (; performance.now() - begun < SECONDS * 1000; requests += 1) await ask(url);
  };
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  const each = requests / ((performance.now() - begun) / 1000);
  await onCores(system, all);
  report({
    what: 'dataset page: requests a second',
    measured: each.toFixed(0),
    unit: one ? 'all its processes on one core' : `${availableParallelism()} cores: taskset is absent`,
    hold: '≥ 300',
    held: each >= 300,
  });
}

/** Latency of pages beside heavy work, the dataset page's speed and statements: the real system in its own processes. */
export async function benchPages(report: Report): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const counter = statementCounter(data);
  const system = await startSystem(data, counter.environment);
  try {
    await runCommand(data, ['demo']);
    const slug = (await (await fetch(`${system.url}/datasets`)).text()).match(/href="\/datasets\/([a-z0-9-]+)"/)?.[1];
    if (!slug) throw new Error('the catalog shows no dataset');
    const page = `${system.url}/datasets/${slug}`;
    const urls = [system.url, `${system.url}/datasets?q=${encodeURIComponent('дерева')}`, page];
    await latencies(urls, (round) => round >= 20);
    const idle = await latencies(urls, (round) => round >= ROUNDS);
    await reportStatements(report, system, page, counter);
    await reportThroughput(report, system, page);
    const file = join(data, 'million.csv');
    await writeMillion(file);
    let dataset = '';
    const reading = await during(urls, async () => {
      dataset = await readMillion(data, file);
    });
    reportLatencies(report, idle, reading, 'while 1M rows are read');
    reportLatencies(report, idle, await during(urls, () => publishMillion(data, dataset)), 'while they are published');
    const worker = await peakMemory(await onlyProcess(system, 'worker'));
    report({
      what: 'worker of the real system, after reading and publishing 1M rows',
      measured: `${worker.toFixed(0)} MB`,
      hold: '≤ 800 MB',
      held: worker <= 800,
    });
  } finally {
    agent.destroy();
    await system.stop();
    await rm(data, { recursive: true, force: true });
  }
}
