import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContext } from '../src/app/compose.ts';
import {
  buildDownload,
  compareNow,
  createTable,
  distinctValues,
  EVERY_ROW,
  type OpenTable,
  openDownload,
  openTable,
  parseGroupQuery,
  parseRowQuery,
  profileColumn,
  queryGroups,
  queryOpenTable,
  queryPoints,
} from '../src/capabilities/tables/index.ts';
import { system } from '../src/kernel/actor.ts';
import { MIGRATIONS } from '../src/migrations/list.ts';
import type { Context } from '../src/platform/context.ts';
import { socketUrl, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { type DuckSession, literal } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { openJobQueue } from '../src/platform/jobs/job-queue.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { openFolderStore } from '../src/platform/objects/folder-store.ts';
import { percentile, type Report, timed } from './report.ts';
import { COLUMNS, GROUPS, PROFILES, QUESTIONS, register } from './rows-questions.ts';

const ROWS = 5_000_000;
const ROUNDS = 3;
const RESOURCE = '01990000-0000-7000-8000-000000000001';
const HOLD = '1.5 × + 5 ms';

/** Milliseconds, the middle of several rounds. */
async function measured(deed: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(deed));
  return percentile(times, 0.5);
}

/** Both versions matched row by row, and the same join as anybody would write it for DuckDB, within the same memory. */
async function measureComparison(ctx: Context, olderId: string, newerId: string, report: Report): Promise<void> {
  const [older, newer] = [await openTable(ctx, olderId), await openTable(ctx, newerId)];
  const side = ({ columns, manifest }: OpenTable) => ({ columns, parts: manifest.parts });
  const took = await timed(() => compareNow(ctx, side(older), side(newer)));
  const plain = await ctx.duckdb.session({ memory: '300MB' });
  const from = ({ paths }: OpenTable) => `read_parquet(${literal(paths[0]?.path ?? '')}, file_row_number = true)`;
  const values = COLUMNS.map(({ parquetColumn: c }) => `a.${c} IS DISTINCT FROM b.${c}`).join(' OR ');
  const unit = await timed(() =>
    plain.run(`CREATE TEMP TABLE differences AS SELECT a.file_row_number AS o, b.file_row_number AS n
      FROM ${from(older)} a FULL OUTER JOIN ${from(newer)} b ON a.c0 = b.c0 WHERE ${values}`),
  );
  plain.close();
  report({
    what: 'two versions of 1M rows compared, 300 MB of memory',
    measured: `${(took / 1000).toFixed(1)} s (plain DuckDB join ${(unit / 1000).toFixed(1)} s, ${(took / unit).toFixed(1)} ×)`,
    hold: '≤ 60 s',
    held: took <= 60_000,
  });
}

async function makeTable(ctx: Context, rows: number, salt = 0): Promise<string> {
  const path = join(await ctx.objects.workFolder(), 'table.parquet');
  const session = await ctx.duckdb.session({ memory: '1GB' });
  await session.run(
    `COPY (${register(rows, salt)}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`,
  );
  session.close();
  const { key } = await ctx.objects.takeFile('public', RESOURCE, path);
  return createTable(ctx, {
    resourceId: RESOURCE,
    manifest: { parts: [{ kind: 'base', key, rows }], columns: COLUMNS, rows },
  });
}

/** Everything the row API and the explorer ask of 5M rows, beside the same in plain DuckDB: one run, equal threads and memory, medians. */
class RowBench {
  readonly #ctx: Context;
  readonly #folder: string;
  readonly #table: OpenTable;
  readonly #plain: DuckSession;
  readonly #report: Report;

  constructor(parts: { ctx: Context; folder: string; table: OpenTable; plain: DuckSession; report: Report }) {
    this.#ctx = parts.ctx;
    this.#folder = parts.folder;
    this.#table = parts.table;
    this.#plain = parts.plain;
    this.#report = parts.report;
  }

  /** A context that remembers no answer: what is asked again is found out again. */
  #forgetful(): Context {
    return { ...this.#ctx, objects: openFolderStore(this.#folder) };
  }

  #from(): string {
    return `read_parquet(${literal(this.#table.paths[0]?.path ?? '')})`;
  }

  async #beside(what: string, statements: readonly string[], ours: (ctx: Context) => Promise<unknown>): Promise<void> {
    const unit = await measured(async () => {
      for (const sql of statements) await this.#plain.rows(sql.replaceAll('$', () => this.#from()));
    });
    const took = await measured(() => ours(this.#forgetful())).catch((error: unknown) => String(error));
    if (typeof took === 'string') {
      this.#report({
        what: `5M rows: ${what}`,
        measured: took.slice(0, 40),
        unit: `${unit.toFixed(0)} ms`,
        hold: HOLD,
        held: false,
      });
      return;
    }
    this.#report({
      what: `5M rows: ${what}`,
      measured: `${took.toFixed(0)} ms`,
      unit: `${unit.toFixed(0)} ms`,
      ratio: (took / unit).toFixed(2),
      hold: HOLD,
      held: took <= 1.5 * unit + 5,
    });
  }

  async rows(): Promise<void> {
    for (const { name, query, where, order } of QUESTIONS) {
      const asked = parseRowQuery(COLUMNS, new URLSearchParams(query));
      const statements = [`SELECT count(*) AS n FROM $ ${where}`, `SELECT * FROM $ ${where} ${order}`];
      await this.#beside(name, statements, (ctx) => queryOpenTable(ctx, this.#table, asked));
    }
  }

  async explorer(): Promise<void> {
    for (const { name, query, sql } of GROUPS) {
      const asked = parseGroupQuery(COLUMNS, new URLSearchParams(query));
      if (asked) await this.#beside(name, [sql], (ctx) => queryGroups(ctx, this.#table, asked));
    }
    for (const { name, column, sql } of PROFILES) {
      await this.#beside(name, sql, (ctx) => profileColumn(ctx, this.#table, EVERY_ROW, column));
    }
    await this.#beside(
      'values of a column to choose from',
      ['SELECT c1, count(*) AS n FROM $ GROUP BY 1 ORDER BY n DESC'],
      (ctx) => distinctValues(ctx, this.#table, EVERY_ROW, 'district', { limit: 50 }),
    );
    const cells =
      'SELECT floor((c9 - 23) / 0.0625), floor((c8 - 48) / 0.04), count(*), avg(c8), avg(c9) FROM $ GROUP BY 1, 2';
    await this.#beside('points in cells', ['SELECT min(c8), max(c8), min(c9), max(c9) FROM $', cells], (ctx) =>
      queryPoints(ctx, this.#table, EVERY_ROW, { cells: 40 }),
    );
  }

  /** A page by cursor deep in the order beside the first one: the depth must not be felt. */
  async cursors(): Promise<void> {
    for (const [name, query] of [
      ['source order', ''],
      ['filter, source order', 'active=true'],
      ['sort by number', 'sort=amount'],
    ] as const) {
      const asked = { ...parseRowQuery(COLUMNS, new URLSearchParams(query)), cursor: '' };
      const total = (await queryOpenTable(this.#ctx, this.#table, asked)).total;
      const page = Math.floor((total * 0.98) / asked.size);
      const { cursor } = await queryOpenTable(this.#ctx, this.#table, { ...asked, cursor: null, page });
      const first = await measured(() => queryOpenTable(this.#ctx, this.#table, asked));
      const deep = await measured(() => queryOpenTable(this.#ctx, this.#table, { ...asked, cursor }));
      this.#report({
        what: `5M rows: by cursor after ${page * asked.size} rows, ${name}`,
        measured: `${deep.toFixed(0)} ms`,
        unit: `first page ${first.toFixed(0)} ms`,
        ratio: (deep / first).toFixed(2),
        hold: HOLD,
        held: deep <= 1.5 * first + 5,
      });
    }
  }
}

/** Downloads of a million rows: first byte, the whole, memory; then the stored file. */
async function measureDownloads(ctx: Context, tableId: string, report: Report): Promise<void> {
  for (const format of ['csv', 'json'] as const) {
    const begun = performance.now();
    const before = process.memoryUsage().rss;
    let [first, bytes, peak] = [0, 0, before];
    for await (const piece of (await openDownload(ctx, tableId, format)).stream) {
      if (bytes === 0) first = performance.now() - begun;
      bytes += piece.byteLength;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    const [whole, more] = [performance.now() - begun, (peak - before) / 2 ** 20];
    report({
      what: `1M rows streamed as ${format}`,
      measured: `first byte ${first.toFixed(0)} ms, memory +${more.toFixed(0)} MB`,
      unit: `${(bytes / 2 ** 20).toFixed(0)} MB in ${(whole / 1000).toFixed(1)} s`,
      hold: 'first byte ≤ 300 ms',
      held: first <= 300,
    });
  }
  const built = await timed(() => buildDownload(ctx, tableId, 'csv'));
  const stored = { what: '1M rows stored as csv', measured: `${(built / 1000).toFixed(1)} s`, hold: 'told' };
  report({ ...stored, held: null });
}

/** The row API over 5M rows, downloads of 1M rows, the comparison of two versions of 1M rows. */
export async function benchRows(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const postgres = await startEmbeddedPostgres({ cluster: join(folder, 'postgres'), log: SILENT, careless: true });
  const database = openDatabase(socketUrl(postgres.socketFolder, 'postgres'), SILENT, 2);
  const objects = join(folder, 'objects');
  const duckdb = openLocalDuckDb({ folder: objects, threads: availableParallelism() });
  try {
    await migrate(database.db, MIGRATIONS, SILENT);
    const queue = openJobQueue(database.db, SILENT);
    const parts = { db: database.db, objects: openFolderStore(objects), duckdb, queue, jobs: [], log: SILENT };
    const rest = { clock: { now: () => new Date() }, signal: new AbortController().signal };
    const made = makeContext({ ...parts, ...rest }, system('bench'));
    const ctx: Context = { ...made, emit: () => Promise.resolve() }; // no worker takes up what is asked for here
    const table = await openTable(ctx, await makeTable(ctx, ROWS));
    const plain = await duckdb.session({ memory: '300MB' });
    const bench = new RowBench({ ctx, folder: objects, table, plain, report });
    await bench.rows();
    await bench.explorer();
    await bench.cursors();
    plain.close();
    const million = await makeTable(ctx, 1_000_000);
    await measureDownloads(ctx, million, report);
    const changed = await makeTable(ctx, 1_000_000, 1);
    await measureComparison(ctx, million, changed, report);
    await queue.close();
  } finally {
    await duckdb.close();
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
