import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openLocalDuckDb } from '../../src/platform/duckdb/local-duckdb.ts';
import { type ReadingChoices, type ReadOutcome, readTable, type TextTable } from '../../src/tabular/index.ts';
import type { SheetInfo } from '../../src/tabular/text-table.ts';

/** Reads files one after another in a temporary folder; `close` removes it. */
export function makeReader() {
  const folder = mkdtempSync(join(tmpdir(), 'vidkryto-read-'));
  const duckdb = openLocalDuckDb({ folder, threads: 2 });
  return {
    folder,
    duckdb,
    async read(path: string, choices: ReadingChoices = {}, known?: readonly SheetInfo[]): Promise<ReadOutcome> {
      const workFolder = join(folder, 'work');
      rmSync(workFolder, { recursive: true, force: true });
      mkdirSync(workFolder);
      return readTable(duckdb, { path, fileName: basename(path), workFolder, choices, known });
    },
    /** All cells of a table just read; '' where empty. */
    async cells(table: TextTable): Promise<string[][]> {
      const session = await duckdb.session();
      const rows: string[][] = [];
      for await (const chunk of session.chunks(`SELECT * FROM read_parquet('${table.parquetPath}')`)) {
        for (const row of chunk) rows.push(row.map((value) => String(value ?? '')));
      }
      session.close();
      return rows;
    },
    async close() {
      await duckdb.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
