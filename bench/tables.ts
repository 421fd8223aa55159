import { fork } from 'node:child_process';
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
import { writeRegister, writeWideTable } from './make-tables.ts';

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
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
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
    const naive = await countNaively(session, parquetPath, headers, SCANNED);
    session.close();
    return differences(planned, naive);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `npm run bench` runs in the project's root, the built bench in dist/bench. */
const REAL = join(process.cwd(), '../shared/data/real/zhytomyr/transactions_1m.csv.gz');
const CHILD = join(process.cwd(), 'dist/bench/tables-child.js');

/** Measures in a process of its own, so that memory is that of the one file. */
async function inProcess(path: string, runs: number, unit = true): Promise<TableRun> {
  const child = fork(CHILD, [path, String(runs), String(unit)], {
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as TableRun));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the measuring process ended with ${code}`)));
  });
}

function print(name: string, run: TableRun, hold: string): void {
  const ratio = (run.ours / run.plain).toFixed(2);
  console.log(`${name}: ${run.rows} × ${run.columns}`);
  console.log(`  plain DuckDB ${Math.round(run.plain)} ms, ours ${Math.round(run.ours)} ms: ${ratio} × (hold ${hold})`);
  console.log(
    `  read ${run.parts.read} ms, checks ${run.parts.checks} ms, typed ${run.parts.typed} ms; repeated rows apart ${run.repeatedRows} ms`,
  );
  console.log(`  peak memory ${run.memory} MB`);
}

/** Rows 1, 2 and 3 of the numbers to hold: read + checks + types + typed Parquet, differences, memory. */
export async function benchTables(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-files-'));
  try {
    if (existsSync(REAL)) {
      const path = join(folder, 'transactions_1m.csv');
      await pipeline(createReadStream(REAL), createGunzip(), createWriteStream(path));
      print('transactions_1m', await inProcess(path, RUNS), '≤ 4 ×');
      console.log(`  differences from the naive count: ${(await countDifferences(path)).length}`);
    } else console.log('transactions_1m: ../shared/data is absent');
    const register = join(folder, 'register.csv');
    await writeRegister(register, 1_000_000);
    print(
      `register of invented people, ${Math.round(statSync(register).size / 1e6)} MB`,
      await inProcess(register, RUNS),
      '≤ 6 ×',
    );
    console.log(`  differences from the naive count: ${(await countDifferences(register)).length}`);
    const wide = join(folder, 'wide.csv');
    await writeWideTable(wide, 2_000, 10_000);
    const run = await inProcess(wide, 1, false);
    console.log(
      `2,000 columns × 10,000 rows: ${((run.ours + run.repeatedRows) / 1000).toFixed(1)} s, peak memory ${run.memory} MB (hold 60 s, 1,500 MB)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
