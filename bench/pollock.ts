// Reads every polluted file of the Pollock benchmark without its parameters and writes what was read as RFC 4180 UTF-8.
// node bench/pollock.ts CSV_FOLDER OUT_FOLDER, then score_pollock.py CLEAN OUT (shared data, suites).
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { readTable } from '../src/tabular/reading/index.ts';
import type { TextTable } from '../src/tabular/text-table.ts';

const [folder = '', out = ''] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'pollock-'));
const duckdb = openLocalDuckDb({ folder: work, threads: 1 });
mkdirSync(out, { recursive: true });

const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** Columns a long row added have no name: they are written only where they hold something, as in the source. */
async function converted(table: TextTable): Promise<string> {
  const session = await duckdb.session();
  const lines = table.dialect?.headerRow === null ? [] : [table.headers.map(cell).join(',')];
  const named = table.headers.findLastIndex((header) => header !== '') + 1;
  const least = table.dialect?.headerRow === null ? table.headers.length : named;
  if (lines.length > 0) lines[0] = table.headers.slice(0, named).map(cell).join(',');
  for await (const rows of session.chunks(`SELECT * FROM read_parquet('${table.parquetPath}')`)) {
    for (const row of rows) {
      const end = Math.max(least, row.findLastIndex((value) => value !== null) + 1);
      lines.push(row.slice(0, end).map(cell).join(','));
    }
  }
  session.close();
  return `${lines.join('\n')}\n`;
}

for (const name of readdirSync(folder)) {
  const workFolder = join(work, 'file');
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder);
  const outcome = await readTable(duckdb, { path: join(folder, name), fileName: name, workFolder });
  // An empty file is read rightly when it is told to be empty.
  const empty = outcome.kind === 'refused' && ['file-empty', 'file-no-table'].includes(outcome.reason.code);
  const text = outcome.kind === 'table' ? await converted(outcome.table) : empty ? '' : 'Application Error\n';
  writeFileSync(join(out, `${name}_converted.csv`), text);
}
rmSync(work, { recursive: true, force: true });
await duckdb.close();
