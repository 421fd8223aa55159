import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDb, literal } from '../../platform/duckdb/duckdb.ts';
import type { ReadOutcome } from '../text-table.ts';
import { readTable } from './read-table.ts';

/** A file that people filled in and gave back, small enough to be held whole. */
export interface CellsRequest {
  readonly path: string;
  readonly fileName: string;
  /** Emptied afterwards. */
  readonly workFolder: string;
  /** Sheets to take where the workbook has one of them; the first with a table otherwise. */
  readonly sheetNames: readonly string[];
  /** Rows that are taken at most. */
  readonly most: number;
  readonly signal: AbortSignal;
}

/** Cells as text, the first row as headings; or why there are none. */
export type CellsOutcome =
  | {
      readonly kind: 'cells';
      readonly headings: readonly string[];
      readonly rows: readonly (readonly (string | null)[])[];
    }
  | { readonly kind: 'too-long'; readonly rows: number }
  | Extract<ReadOutcome, { kind: 'refused' }>;

/** Reads XLSX, ODS, CSV and their like whole, as text. */
export async function readCells(duckdb: DuckDb, request: CellsRequest): Promise<CellsOutcome> {
  const { path, fileName, signal } = request;
  const workFolder = join(request.workFolder, 'sheet');
  await mkdir(workFolder, { recursive: true });
  try {
    const read = (choices: { headerRow: number; sheet?: string }) =>
      readTable(duckdb, { path, fileName, workFolder, choices, signal });
    let outcome = await read({ headerRow: 0 });
    const named =
      outcome.kind === 'table' ? outcome.table.sheets.find(({ name }) => request.sheetNames.includes(name)) : undefined;
    if (outcome.kind === 'table' && named && outcome.table.sheet !== named.name)
      outcome = await read({ headerRow: 0, sheet: named.name });
    if (outcome.kind === 'refused') return outcome;
    const { table } = outcome;
    if (table.rows > request.most) return { kind: 'too-long', rows: table.rows };
    const session = await duckdb.session({ memory: '300MB' });
    try {
      const names = table.headers.map((_, at) => `c${at}`);
      const rows = await session.rows(`SELECT ${names.join(', ')} FROM read_parquet(${literal(table.parquetPath)})`);
      return {
        kind: 'cells',
        headings: table.headers,
        rows: rows.map((row) => names.map((name) => row[name] as string | null)),
      };
    } finally {
      session.close();
    }
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
