// npm run bench:privacy -- LABELS.tsv FOLDER: reads the files the labels name, by the ordinary road, and prints precision and recall of each label
// on columns, what was missed and what was told in vain (by file, sheet and column, never a value), and how fast it was. LABELS.tsv is separated by
// tabs: file, sheet, column, label, whose; several lines where a column has several labels; NOT-PII for traps. Without words it makes the set of
// invented people (bench/privacy/made) and measures columns and cells of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeSet } from './privacy/made/make-set.ts';
import { measureLabels } from './privacy/measure-labels.ts';
import { printFaults, printScores, printWhose } from './privacy/print-scores.ts';

const USAGE = 'npm run bench:privacy [-- LABELS.tsv FOLDER]';

async function measure(labels: string, folder: string, cells: string | null): Promise<void> {
  const measured = await measureLabels({ labels, folder, cells });
  for (const line of measured.notes) console.log(line);
  printFaults(measured.columns);
  if (measured.cells) printFaults(measured.cells, 'cells: ');
  printWhose(measured.whose);
  printScores('columns', measured.columns);
  if (measured.cells) printScores('cells', measured.cells);
  const { ms, bytes, tables } = measured;
  const megabytes = bytes / 1_000_000;
  console.log(
    `\n${tables} tables, ${megabytes.toFixed(1)} MB read and looked at in ${(ms / 1000).toFixed(1)} s: ${(megabytes / Math.max(0.001, ms / 1000)).toFixed(1)} MB/s`,
  );
}

async function measureMade(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vidkryto-privacy-'));
  try {
    const { tables, rows } = makeSet(folder);
    console.log(`made: ${tables} tables, ${rows} rows`);
    await measure(join(folder, 'LABELS.tsv'), folder, join(folder, 'CELLS.tsv'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [labels, folder, ...more] = process.argv.slice(2);
if (labels === undefined) await measureMade();
else if (folder === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else await measure(resolve(labels), resolve(folder), null);
