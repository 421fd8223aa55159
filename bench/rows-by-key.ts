import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceToken, setUp } from '../src/capabilities/accounts/index.ts';
import { loadDataset } from '../src/capabilities/catalog/index.ts';
import { changeFields } from '../src/capabilities/drafts/index.ts';
import { findPublicTable } from '../src/capabilities/publishing/index.ts';
import { foldTable, openTable } from '../src/capabilities/tables/index.ts';
import type { Context } from '../src/platform/context.ts';
import { type DuckSession, literal } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { inside, publishMillion, readMillion, writeMillion } from './million.ts';
import { percentile, type Report, timed } from './report.ts';
import { startSystem } from './system.ts';

const ROWS = 1_000_000;
const SINGLES = 1_000;
const BATCHES = [10_000, 100_000];
const READS = 40;
/** Every third row of a batch is new, the others stand in the place of old ones. */
const NEW = 3;

const COMMUNITY = {
  community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
  administrator: { name: 'Ганна Мальва', email: 'data@verbivka.example', password: 'Верба-над-ставком-27' },
};

/** A published table of a running system, and the token that writes it. */
interface Target {
  readonly url: string;
  readonly resource: string;
  readonly secret: string;
  /** The table as it was published, which stays. */
  readonly before: string;
  /** Numbers of rows given out so far beyond the first million. */
  added: number;
}

/** What programs ask of a table; each question differs from the one before, so that none is answered from memory. */
const QUESTIONS: readonly { readonly name: string; readonly question: (n: number) => string }[] = [
  { name: 'one row by its key', question: (n) => `nomer=${1 + ((n * 7919) % ROWS)}` },
  { name: 'a page in the order of the source', question: (n) => `page=${1 + ((n * 977) % 9_000)}&page_size=100` },
  { name: 'filtered, in order, exact total', question: (n) => `vulytsia=вулиця Верболозова ${n % 977}&sort=-suma_hrn` },
];

function rowOf(number: number, turn: number): Record<string, unknown> {
  const suma = ((number * 31 + turn) % 90_000) + 0.5;
  return { nomer: number, raion: 'Центр', vulytsia: `вулиця Верболозова ${number % 977}`, suma_hrn: suma };
}

/** `count` rows by key: two thirds spread over the old ones, a third new. */
function batchOf(target: Target, count: number, turn: number): Record<string, unknown>[] {
  const step = Math.floor(ROWS / count);
  return Array.from({ length: count }, (_, i) => {
    const isNew = i % NEW === 0;
    if (isNew) target.added += 1;
    return rowOf(isNew ? ROWS + target.added : 1 + ((i * step + turn) % ROWS), turn);
  });
}

async function write({ url, resource, secret }: Target, rows: readonly object[]): Promise<void> {
  const answer = await fetch(`${url}/api/rows/${resource}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  });
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(`rows were not written: ${answer.status} ${said.slice(0, 300)}`);
}

async function ask(url: string): Promise<number> {
  return timed(async () => {
    const answer = await fetch(url);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`rows were not read: ${answer.status} ${text.slice(0, 300)}`);
  });
}

/** Middle times of each question to the table as it was and as it is, asked in turn; a few unmeasured ones before, so that files are open. */
async function measureReads(target: Target, from: number, when: string, report: Report): Promise<void> {
  const { url, resource, before } = target;
  for (const { name, question } of QUESTIONS) {
    const [was, is]: [number[], number[]] = [[], []];
    for (let n = 0; n < READS; n += 1) {
      const [first, second] = [
        await ask(`${url}/api/rows/${before}?${question(from + n)}`),
        await ask(`${url}/api/rows/${resource}?${question(from + n)}`),
      ];
      if (n < 5) continue;
      was.push(first);
      is.push(second);
    }
    const [old, now] = [percentile(was, 0.5), percentile(is, 0.5)];
    report({
      what: `1M rows read, ${name}, ${when}`,
      measured: `${now.toFixed(1)} ms (p95 ${percentile(is, 0.95).toFixed(0)})`,
      unit: `version before the writes ${old.toFixed(1)} ms (p95 ${percentile(was, 0.95).toFixed(0)})`,
      ratio: (now / old).toFixed(2),
      hold: '≤ 2 ×',
      held: now <= 2 * old,
    });
  }
}

/** The published million: every row told by «Номер». */
async function publishTarget(data: string, url: string): Promise<Target> {
  const path = join(data, 'million.csv');
  await writeMillion(path);
  const { root } = await inside(data, (ctx) => setUp(ctx, COMMUNITY));
  const datasetId = await readMillion(data, path);
  const made = await inside(data, async (ctx) => {
    const resource = (await loadDataset(ctx, datasetId)).resources[0]?.id ?? '';
    const { fields } = (await loadDataset(ctx, datasetId)).resources[0]?.structure ?? { fields: [] };
    const changes = fields.map(({ name }) => ({ name, purpose: 'Виміри', identifier: name === 'nomer' }));
    await changeFields(ctx, resource, changes);
    const token = { name: 'Виміри', scopes: ['rows.write' as const], unitId: root.id, datasetIds: null };
    return { resource, secret: (await createServiceToken(ctx, token)).secret };
  });
  await publishMillion(data, datasetId);
  const before = await inside(data, async (ctx) => (await findPublicTable(ctx, made.resource))?.tableId ?? '');
  return { ...made, url, before, added: 0 };
}

/** The present table folded to one part beside the plain copy of the same rows. */
async function measureFolding(
  ctx: Context,
  target: Target,
  plain: DuckSession,
  folder: string,
  report: Report,
): Promise<void> {
  const table = await openTable(ctx, (await findPublicTable(ctx, target.resource))?.tableId ?? '');
  const took = await timed(() => foldTable(ctx, table));
  const copy = table.paths.map(({ path }) => `SELECT * FROM read_parquet(${literal(path)})`).join(' UNION ALL ');
  const unit = await timed(() => plain.run(copyOf(copy, join(folder, 'copy.parquet'))));
  report({
    what: `${table.manifest.rows} rows in ${table.paths.length} parts folded to one`,
    measured: `${(took / 1000).toFixed(2)} s`,
    unit: `plain copy of the files ${(unit / 1000).toFixed(2)} s`,
    ratio: (took / unit).toFixed(2),
    hold: '≤ 3 ×',
    held: took <= 3 * unit,
  });
}

function copyOf(select: string, to: string): string {
  return `COPY (${select}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`;
}

/** What a batch costs without us: rows of the same keys left out of the whole table, which is written anew. Milliseconds. */
async function plainUpsert(ctx: Context, target: Target, plain: DuckSession, folder: string): Promise<number> {
  const { tableId = '' } = (await findPublicTable(ctx, target.resource)) ?? {};
  const [path = ''] = (await openTable(ctx, tableId)).paths.map((one) => one.path);
  const keys = `SELECT 1 + (range * 97) % ${ROWS} AS key FROM range(100)`;
  const kept = `SELECT held.* FROM read_parquet(${literal(path)}) AS held ANTI JOIN (${keys}) AS sent ON held.c0 = sent.key`;
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    times.push(await timed(() => plain.run(copyOf(kept, join(folder, 'upsert.parquet')))));
  }
  return percentile(times, 0.5);
}

async function measureBatch(target: Target, count: number, unit: number, report: Report): Promise<void> {
  const rows = batchOf(target, count, count);
  const took = await timed(() => write(target, rows));
  report({
    what: `${count} rows written by key into 1M`,
    measured: `${took.toFixed(0)} ms (${Math.round((1000 * count) / took)} rows/s)`,
    unit: `the table written anew by plain DuckDB ${unit.toFixed(0)} ms`,
    ratio: (took / unit).toFixed(2),
    hold: `≤ ${count / 50_000 + 2} ×`,
    held: took <= (count / 50_000 + 2) * unit,
  });
}

async function measureSingles(target: Target, unit: number, report: Report): Promise<void> {
  const times: number[] = [];
  const rows = batchOf(target, SINGLES, 1);
  for (const row of rows) times.push(await timed(() => write(target, [row])));
  const [first, last] = [percentile(times.slice(0, 100), 0.5), percentile(times.slice(-100), 0.5)];
  report({
    what: `${SINGLES} rows written one by one into 1M`,
    measured: `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
    unit: `the table written anew by plain DuckDB ${unit.toFixed(0)} ms`,
    ratio: (percentile(times, 0.5) / unit).toFixed(3),
    hold: '≤ 0.25 ×',
    held: percentile(times, 0.5) <= 0.25 * unit,
  });
  report({
    what: `the last hundred of them beside the first`,
    measured: `${last.toFixed(0)} ms`,
    unit: `${first.toFixed(0)} ms`,
    ratio: (last / first).toFixed(2),
    hold: '≤ 1.5 ×',
    held: last <= 1.5 * first,
  });
}

/** Rows written by key into a published table of a million, over HTTP with a running system: writes, reads after them, folding. */
export async function benchRowsByKey(report: Report): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const system = await startSystem(data);
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const duckdb = openLocalDuckDb({ folder, threads: availableParallelism() });
  try {
    const target = await publishTarget(data, system.url);
    const plain = await duckdb.session({ memory: '300MB' });
    const unit = await inside(data, (ctx) => plainUpsert(ctx, target, plain, folder));
    await measureSingles(target, unit, report);
    await measureReads(target, 1, 'after the thousand', report);
    for (const count of BATCHES) {
      const again = await inside(data, (ctx) => plainUpsert(ctx, target, plain, folder));
      await measureBatch(target, count, again, report);
    }
    await measureReads(target, 1_001, 'after the batches', report);
    await inside(data, (ctx) => measureFolding(ctx, target, plain, folder, report));
    plain.close();
  } finally {
    await duckdb.close();
    await system.stop();
    await rm(data, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}
