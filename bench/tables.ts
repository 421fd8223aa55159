import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { SCANNED } from '../src/tabular/checks/check-list.ts';
import { inspectTable, readTable, writeTypedTable } from '../src/tabular/index.ts';
import { countNaively, differences } from '../src/tabular/scan/naive-count.ts';
import { sqlText } from '../src/tabular/scan/predicate.ts';
import { scanColumns } from '../src/tabular/scan/scan-columns.ts';
import { inProcess } from './child.ts';
import { writeRegister, writeWideTable } from './make-tables.ts';
import type { Report } from './report.ts';
import { peakMemory } from './system.ts';

/** What a run of the whole way of a file measured. */
export interface TableRun {
  readonly rows: number;
  readonly columns: number;
  /** Plain DuckDB, CSV → Parquet: the unit. Milliseconds. */
  readonly plain: number;
  /** Reading, all checks but repeated rows, types, typed Parquet. */
  readonly ours: number;
  readonly repeatedRows: number;
  readonly parts: Readonly<Record<string, number>>;
  /** Peak resident memory of the process, MB. */
  readonly memory: number;
}

const THREADS = 2;
const RUNS = 3;

/** The way of one file as the worker goes it, beside plain DuckDB with as many threads. */
export async function measureTable(path: string, runs = RUNS, unit = true): Promise<TableRun> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const duckdb = openLocalDuckDb({ folder, threads: THREADS });
  try {
    const tries: TableRun[] = [];
    for (let run = 0; run < runs; run += 1) {
      // a table of thousands of columns is over plain DuckDB's memory limit, so it has no unit
      const plain = unit ? await plainDuckDb(duckdb, path, join(folder, 'plain.parquet')) : 1;
      tries.push({ ...(await ourWay(duckdb, path, folder)), plain });
    }
    return tries.toSorted((a, b) => a.ours / a.plain - b.ours / b.plain)[Math.floor(runs / 2)] as TableRun;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Duck = ReturnType<typeof openLocalDuckDb>;

async function plainDuckDb(duckdb: Duck, path: string, out: string): Promise<number> {
  const session = await duckdb.session();
  const started = performance.now();
  await session.run(`COPY (FROM read_csv(${sqlText(path)})) TO ${sqlText(out)}`);
  const took = performance.now() - started;
  session.close();
  return took;
}

async function ourWay(duckdb: Duck, path: string, folder: string): Promise<Omit<TableRun, 'plain'>> {
  const parts: Record<string, number> = {};
  const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    parts[part] = Math.round(performance.now() - started);
    return result;
  };
  const outcome = await timed('read', () => readTable(duckdb, { path, fileName: 'table.csv', workFolder: folder }));
  if (outcome.kind !== 'table') throw new Error(outcome.reason.message.en);
  const laps: Record<string, number> = {};
  const lap = (part: string, milliseconds: number) => {
    laps[part] = Math.round(milliseconds);
  };
  const inspection = await timed('checks', () => inspectTable(duckdb, outcome.table, { lap }));
  const repeatedRows = laps['duplicate-row'] ?? 0;
  await timed('typed', () =>
    writeTypedTable(duckdb, {
      parquetPath: outcome.table.parquetPath,
      columns: inspection.columns,
      outPath: join(folder, 'typed.parquet'),
    }),
  );
  const ours = Object.values(parts).reduce((sum, part) => sum + part, 0) - repeatedRows;
  parts.checks = (parts.checks ?? 0) - repeatedRows;
  const memory = Math.round(await peakMemory());
  return {
    rows: inspection.rows,
    columns: inspection.columns.length,
    ours,
    repeatedRows,
    parts: { ...parts, ...laps },
    memory,
  };
}

/** Counts that differ from asking every predicate of every value. */
export async function countDifferences(path: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const duckdb = openLocalDuckDb({ folder, threads: THREADS });
  try {
    const outcome = await readTable(duckdb, { path, fileName: 'table.csv', workFolder: folder });
    if (outcome.kind !== 'table') throw new Error(outcome.reason.message.en);
    const { parquetPath, headers, rows } = outcome.table;
    const session = await duckdb.session({ spillFolder: join(folder, 'spill') });
    const planned = await scanColumns({ session, path: parquetPath, rows, headers, set: SCANNED });
    const naive = await countNaively(
      session,
      parquetPath,
      planned.map(({ asked }) => asked),
      SCANNED,
    );
    session.close();
    return differences(planned, naive);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const REAL = join(process.cwd(), '../shared/data/real/zhytomyr/transactions_1m.csv.gz');
const WORKER_MB = 800;
const WIDE_MB = 1_500;

const measured = (path: string, runs: number, unit = true) =>
  inProcess<TableRun>('tables-child', [path, String(runs), String(unit)]);

/** The way of one file beside plain DuckDB, its memory, and whether the counts are the naive ones. */
async function reportFile(report: Report, name: string, path: string, most: number): Promise<void> {
  const run = await measured(path, RUNS);
  const what = `${name}: read + checks + types + Parquet`;
  const ratio = run.ours / run.plain;
  const ms = (value = 0) => `${Math.round(value)} ms`;
  const differing = await countDifferences(path);
  report({
    what,
    measured: ms(run.ours),
    unit: ms(run.plain),
    ratio: `${ratio.toFixed(2)} ×`,
    hold: `≤ ${most} ×`,
    held: ratio <= most,
  });
  report({
    what: `${name}: differences from the naive count`,
    measured: `${differing.length}`,
    hold: '0',
    held: differing.length === 0,
  });
  report({
    what: `${name}: worker memory`,
    measured: `${run.memory} MB`,
    hold: `≤ ${WORKER_MB} MB, flat`,
    held: run.memory <= WORKER_MB,
  });
  const { read, checks, typed } = run.parts;
  console.log(
    `  read ${ms(read)}, checks ${ms(checks)}, typed ${ms(typed)}; repeated rows apart ${ms(run.repeatedRows)}`,
  );
}

/** Rows 1, 2 and 3 of the numbers to hold: read + checks + types + typed Parquet, differences, memory. */
export async function benchTables(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-files-'));
  try {
    const path = join(folder, 'transactions_1m.csv');
    if (existsSync(REAL)) {
      await pipeline(createReadStream(REAL), createGunzip(), createWriteStream(path));
      await reportFile(report, 'transactions_1m, 74 MB', path, 4);
    } else report({ what: 'transactions_1m', measured: '../shared/data is absent', hold: '≤ 4 ×', held: null });
    const register = join(folder, 'register.csv');
    await writeRegister(register, 1_000_000);
    await reportFile(report, `Cyrillic register 1M × 8, ${Math.round(statSync(register).size / 1e6)} MB`, register, 6);
    const wide = join(folder, 'wide.csv');
    await writeWideTable(wide, 2_000, 10_000);
    const run = await measured(wide, 1, false);
    const seconds = (run.ours + run.repeatedRows) / 1000;
    report({
      what: '2,000 columns × 10k rows: the whole way',
      measured: `${seconds.toFixed(1)} s, ${run.memory} MB`,
      hold: `≤ 60 s, ≤ ${WIDE_MB} MB`,
      held: seconds <= 60 && run.memory <= WIDE_MB,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
