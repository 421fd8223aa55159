import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckSession } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { CELL_CHECKS, SCANNED, TABLE_CHECKS } from '../src/tabular/checks/check-list.ts';
import { inspectTable, readTable } from '../src/tabular/index.ts';
import { sqlText } from '../src/tabular/scan/predicate.ts';
import { scanColumns } from '../src/tabular/scan/scan-columns.ts';
import { writeRegister } from './make-tables.ts';
import type { Report } from './report.ts';

/** What one check costs over a table, milliseconds. */
interface CheckCost {
  readonly code: string;
  /** Its questions asked of the values the scan has collected, or the whole work of a check of the table. */
  readonly asked: number;
  /** Its guard alone over every text cell; joined with the others it costs less. */
  readonly guard: number;
}

const ROWS = 1_000_000;
const THREADS = 2;
/** No check alone may take more of the time than this: the whole of plain DuckDB's reading. */
const MOST = 1;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The questions of each check of cells, asked once more of what a scan has collected. */
async function costOfCells(session: DuckSession, path: string, texts: readonly number[]): Promise<CheckCost[]> {
  const costs: CheckCost[] = [];
  for (const { code, predicates, answers } of CELL_CHECKS) {
    if (answers !== undefined) continue;
    let [asked, guard] = [0, 0];
    for (const predicate of predicates) {
      const value = predicate.of === 'raw' ? 'v' : 'k';
      asked += await timed(() => session.rows(`SELECT sum(n) FILTER (WHERE ${predicate.sql(value)}) AS n FROM shaped`));
      const cells = texts.map(
        (index) => `count_if(regexp_matches(c${index}, ${sqlText(predicate.guard)})) AS g${index}`,
      );
      if (cells.length > 0)
        guard += await timed(() => session.rows(`SELECT ${cells.join(', ')} FROM read_parquet(${sqlText(path)})`));
    }
    costs.push({ code, asked, guard });
  }
  return costs;
}

function print(costs: readonly CheckCost[], unit: number): void {
  for (const { code, asked, guard } of costs.toSorted((a, b) => b.asked - a.asked || b.guard - a.guard)) {
    const share = ((asked / unit) * 100).toFixed(1);
    console.log(
      `  ${code.padEnd(26)} ${asked.toFixed(0).padStart(6)} ms  ${share.padStart(5)} %  guard ${guard.toFixed(0).padStart(5)} ms`,
    );
  }
}

/** Each check's own cost over a Cyrillic register of a million rows, the dearest first. */
export async function benchChecks(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-checks-'));
  const duckdb = openLocalDuckDb({ folder, threads: THREADS });
  try {
    const path = join(folder, 'register.csv');
    await writeRegister(path, ROWS);
    const session = await duckdb.session({ spillFolder: join(folder, 'spill') });
    const unit = await timed(() =>
      session.run(`COPY (FROM read_csv(${sqlText(path)})) TO ${sqlText(join(folder, 'plain.parquet'))}`),
    );
    const outcome = await readTable(duckdb, { path, fileName: 'register.csv', workFolder: folder });
    if (outcome.kind !== 'table') throw new Error(outcome.reason.message.en);
    const { parquetPath, headers, rows } = outcome.table;
    const laps = new Map<string, number>();
    const inspection = await inspectTable(duckdb, outcome.table, { lap: (part, took) => laps.set(part, took) });
    await scanColumns({ session, path: parquetPath, rows, headers, set: SCANNED });
    const texts = inspection.columns.filter(({ type, distinct }) => type === 'text' && distinct > rows / 10);
    const cells = await costOfCells(
      session,
      parquetPath,
      texts.map(({ index }) => index),
    );
    session.close();
    const tables = TABLE_CHECKS.map(({ code }) => ({ code, asked: laps.get(code) ?? 0, guard: 0 }));
    const costs = [...cells, ...tables];
    print(costs, unit);
    const dearest = costs.reduce((most, one) => (one.asked > most.asked ? one : most));
    report({
      what: `each check’s own cost, Cyrillic register 1M × ${headers.length}: ${costs.length} checks, the dearest is ${dearest.code}`,
      measured: `${dearest.asked.toFixed(0)} ms`,
      unit: `${unit.toFixed(0)} ms`,
      ratio: `${(dearest.asked / unit).toFixed(2)} ×`,
      hold: `≤ ${MOST} ×`,
      held: dearest.asked <= unit * MOST,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
