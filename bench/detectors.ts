import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { DuckDb } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { SCANNED } from '../src/tabular/checks/check-list.ts';
import { DETECTORS } from '../src/tabular/detectors/detector-list.ts';
import { inspectTable, readTable } from '../src/tabular/index.ts';
import { type PredicateSet, predicateSet } from '../src/tabular/scan/guards.ts';
import { sqlText } from '../src/tabular/scan/predicate.ts';
import { scanColumns } from '../src/tabular/scan/scan-columns.ts';
import type { TextTable } from '../src/tabular/text-table.ts';
import { writeRegister } from './make-tables.ts';
import type { Report } from './report.ts';

const THREADS = 2;
const RUNS = 3;
const ROWS = 1_000_000;
const REAL = join(process.cwd(), '../shared/data/real/zhytomyr/transactions_1m.csv.gz');

/** The least of several runs, milliseconds of the clock. */
async function least(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return Math.min(...took);
}

async function scanTime(duckdb: DuckDb, folder: string, table: TextTable, set: PredicateSet): Promise<number> {
  const session = await duckdb.session({ spillFolder: join(folder, 'spill') });
  const { parquetPath: path, rows, headers } = table;
  try {
    return await least(() => scanColumns({ session, path, rows, headers, set }));
  } finally {
    session.close();
  }
}

/** What all detectors add to the looking at a file, beside plain DuckDB's CSV → Parquet. */
async function reportFile(report: Report, name: string, csv: string, most: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-detectors-'));
  const duckdb = openLocalDuckDb({ folder, threads: THREADS });
  try {
    const plain = await duckdb.session();
    const unit = await least(() =>
      plain.run(`COPY (FROM read_csv(${sqlText(csv)})) TO ${sqlText(join(folder, 'plain.parquet'))}`),
    );
    plain.close();
    const outcome = await readTable(duckdb, { path: csv, fileName: 'table.csv', workFolder: folder });
    if (outcome.kind !== 'table') throw new Error(outcome.reason.message.en);
    const own = new Set(DETECTORS.flatMap(({ predicates }) => predicates.map(({ code }) => code)));
    const others = predicateSet(SCANNED.all.filter(({ code }) => !own.has(code)));
    const without = await scanTime(duckdb, folder, outcome.table, others);
    const all = await scanTime(duckdb, folder, outcome.table, SCANNED);
    let places = 0;
    await inspectTable(duckdb, outcome.table, {
      lap: (part, took) => {
        if (part === 'personal data') places = took;
      },
    });
    const cost = Math.max(0, all - without) + places;
    report({
      what: `${name}: ${DETECTORS.length} detectors of personal data alone`,
      measured: `${cost.toFixed(0)} ms`,
      unit: `${unit.toFixed(0)} ms`,
      ratio: `${(cost / unit).toFixed(2)} ×`,
      hold: `≤ ${most} ×`,
      held: cost <= unit * most,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cost of detectors of personal data on numbers and on Ukrainian text. */
export async function benchDetectors(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-files-'));
  try {
    if (existsSync(REAL)) {
      const path = join(folder, 'transactions_1m.csv');
      await pipeline(createReadStream(REAL), createGunzip(), createWriteStream(path));
      await reportFile(report, 'transactions_1m', path, 1);
    } else
      report({ what: 'detectors on transactions_1m', measured: '../shared/data is absent', hold: '≤ 1 ×', held: null });
    const register = join(folder, 'register.csv');
    await writeRegister(register, ROWS);
    await reportFile(report, 'Cyrillic register 1M × 8', register, 1.5);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
