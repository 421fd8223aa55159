// npm run bench:pollock -- FOLDER --out OUT: reads every FOLDER/X.csv, nothing told, and writes what was read as RFC 4180 UTF-8 to
// OUT/X.csv_converted.csv (its first line is `Application Error` where the file was refused). Prints how many files were read, and how fast.
// The scoring is done by score_pollock.py beside the data, with the folder of clean files and OUT.
import { type Dirent, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDb, literal } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import { readTable } from '../src/tabular/reading/index.ts';
import type { TextTable } from '../src/tabular/text-table.ts';

const USAGE = 'npm run bench:pollock -- FOLDER --out OUT';

interface Asked {
  readonly folder: string;
  readonly out: string;
}

function asked(): Asked | null {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1 || values.out === undefined) return null;
  return { folder: resolve(folder), out: resolve(values.out) };
}

const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** Columns a long row added have no name: they are written only where they hold something, as in the source. */
async function rfc4180(duckdb: DuckDb, table: TextTable): Promise<string> {
  const session = await duckdb.session({ memory: '1GB', threads: 1 });
  try {
    const bare = table.dialect?.headerRow === null;
    const named = table.headers.findLastIndex((header) => header !== '') + 1;
    const least = bare ? table.headers.length : named;
    const lines = bare ? [] : [table.headers.slice(0, named).map(cell).join(',')];
    for await (const rows of session.chunks(`SELECT * FROM read_parquet(${literal(table.parquetPath)})`)) {
      for (const row of rows) {
        const end = Math.max(least, row.findLastIndex((value) => value !== null) + 1);
        lines.push(row.slice(0, end).map(cell).join(','));
      }
    }
    return `${lines.join('\n')}\n`;
  } finally {
    session.close();
  }
}

/** What was read of one file, as text to write, and the time the reading alone took. */
async function convert(
  duckdb: DuckDb,
  path: string,
  fileName: string,
  workFolder: string,
): Promise<{ text: string; refused: boolean; ms: number }> {
  const begun = performance.now();
  const outcome = await readTable(duckdb, { path, fileName, workFolder });
  const ms = performance.now() - begun;
  if (outcome.kind === 'table') return { text: await rfc4180(duckdb, outcome.table), refused: false, ms };
  // An empty file is read rightly when it is told to be empty.
  const empty = ['file-empty', 'file-no-table'].includes(outcome.reason.code);
  return { text: empty ? '' : 'Application Error\n', refused: !empty, ms };
}

async function convertAll({ folder, out }: Asked): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'pollock-'));
  const duckdb = openLocalDuckDb({ folder: work });
  mkdirSync(out, { recursive: true });
  const isCsv = (entry: Dirent) => entry.isFile() && entry.name.toLowerCase().endsWith('.csv');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(isCsv)
    .map(({ name }) => name);
  let bytes = 0;
  let ms = 0;
  let refused = 0;
  try {
    for (const name of names) {
      const path = join(folder, name);
      const workFolder = join(work, 'file');
      rmSync(workFolder, { recursive: true, force: true });
      mkdirSync(workFolder);
      // A file that brings the reader down is one file lost, and is told; the others are still read.
      const done = await convert(duckdb, path, name, workFolder).catch((error: unknown) => {
        console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        return { text: 'Application Error\n', refused: true, ms: 0 };
      });
      bytes += statSync(path).size;
      ms += done.ms;
      if (done.refused) refused += 1;
      writeFileSync(join(out, `${name}_converted.csv`), done.text);
    }
  } finally {
    await duckdb.close();
    rmSync(work, { recursive: true, force: true });
  }
  const megabytes = bytes / 1_000_000;
  const speed = ms === 0 ? 0 : megabytes / (ms / 1000);
  return `${names.length} files, ${refused} refused, ${megabytes.toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s: ${speed.toFixed(1)} MB/s`;
}

const words = asked();
if (words === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else console.log(await convertAll(words));
