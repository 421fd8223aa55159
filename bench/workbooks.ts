import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { readTable } from '../src/tabular/index.ts';
import { inProcess } from './child.ts';
import type { MadeWorkbook } from './make-workbooks.ts';
import type { Report } from './report.ts';
import { peakMemory } from './system.ts';

/** How a workbook was read. */
export interface WorkbookRun {
  /** Rows and columns, or why it was refused. */
  readonly outcome: string;
  readonly refused: boolean;
  readonly milliseconds: number;
  /** Peak resident memory of the process, and what it took before the reading; MB. */
  readonly memory: number;
  readonly before: number;
}

/** Reads a workbook into its table of text as the worker does, in this process. */
export async function measureWorkbook(path: string): Promise<WorkbookRun> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const workFolder = join(folder, 'reading');
  await mkdir(workFolder);
  const duckdb = openLocalDuckDb({ folder, threads: 1 });
  try {
    const before = Math.round(await peakMemory());
    const begun = performance.now();
    const outcome = await readTable(duckdb, { path, fileName: basename(path), workFolder });
    const milliseconds = performance.now() - begun;
    const refused = outcome.kind === 'refused';
    const said = refused ? outcome.reason.code : `${outcome.table.rows} × ${outcome.table.headers.length}`;
    return { outcome: said, refused, milliseconds, memory: Math.round(await peakMemory()), before };
  } finally {
    await duckdb.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Wanted extends MadeWorkbook {
  readonly what: string;
  readonly file: string;
  /** MB. */
  readonly hold: number;
}

const WANTED: readonly Wanted[] = [
  { what: 'XLSX 100k × 20 read', file: 'usual.xlsx', rows: 100_000, columns: 20, distinct: false, hold: 300 },
  {
    ...{ what: 'XLSX 100k × 20 read, every text different', file: 'texts.xlsx', hold: 300 },
    ...{ rows: 100_000, columns: 20, distinct: true },
  },
  {
    ...{ what: 'XLSX 1M × 8 read, every text different (flat)', file: 'long.xlsx', hold: 300 },
    ...{ rows: 1_000_000, columns: 8, distinct: true },
  },
  { what: 'XLS 100k × 20 read (two sheets)', file: 'old.xls', rows: 100_000, columns: 20, distinct: false, hold: 1000 },
  { what: 'ODS 100k × 20 read', file: 'open.ods', rows: 100_000, columns: 20, distinct: false, hold: 1000 },
];

/** Row 4 of the numbers to hold, its reading half. */
export async function benchWorkbooks(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-bench-files-'));
  try {
    for (const { what, file, rows, columns, distinct, hold } of WANTED) {
      const path = join(folder, file);
      await inProcess('workbooks-child', ['make', path, String(rows), String(columns), String(distinct)]);
      const run = await inProcess<WorkbookRun>('workbooks-child', ['read', path]);
      await rm(path);
      report({
        what,
        measured: run.refused
          ? `not read: ${run.outcome} (${run.memory} MB)`
          : `${run.memory} MB, ${(run.milliseconds / 1000).toFixed(1)} s`,
        unit: `${run.before} MB before`,
        hold: `≤ ${hold} MB`,
        held: !run.refused && run.memory <= hold,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
