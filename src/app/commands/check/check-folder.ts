import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Severity } from '../../../kernel/finding.ts';
import type { DuckDb } from '../../../platform/duckdb/duckdb.ts';
import { checkEntry } from '../../../tabular/index.ts';
import type { CheckOptions } from './check-options.ts';
import { type CheckedFile, humanReport, jsonOfFile, waitsForDecision } from './check-report.ts';
import { type Examined, examineFile } from './examine-file.ts';
import { type FixedFile, fixFile, MENDED } from './fix-file.ts';
import { type FoundFile, walkFiles } from './walk-files.ts';

/** What became of all files of a folder. */
export interface FolderSummary {
  readonly files: number;
  readonly tables: number;
  readonly withErrors: number;
  /** With personal data that somebody has to decide on. */
  readonly withPersonalData: number;
  /** Files that wait for a decision of a person, on personal data or on security. */
  readonly waiting: number;
  readonly refused: number;
  readonly fixed: number;
}

type Told =
  | { readonly kind: 'checked'; readonly checked: CheckedFile; readonly fixed: FixedFile | null }
  | { readonly kind: 'refused'; readonly reason: Pick<Finding, 'code' | 'message'> };

const COUNTED: readonly Severity[] = ['error', 'warning', 'advice'];
const NAME_WIDTH = 44;

function countsOf({ inspection }: CheckedFile): number[] {
  return COUNTED.map((severity) => inspection.findings.filter((finding) => finding.severity === severity).length);
}

/** The end of a long name tells files apart better than its beginning. */
const shown = (name: string): string =>
  name.length > NAME_WIDTH ? `…${name.slice(1 - NAME_WIDTH)}` : name.padEnd(NAME_WIDTH);

const line = (name: string, cells: readonly string[]): string =>
  `  ${shown(name)} ${cells.map((cell) => cell.padStart(9)).join(' ')}\n`;

const HEADING = line('Файл', ['рядків', 'стовпців', 'помилок', 'варто', 'порад', 'виправл.', 'перс.дані']);

/** One line of the table for people. */
function tableLine(name: string, told: Told): string {
  if (told.kind === 'refused') return `  ${shown(name)} не прочитано: ${told.reason.message.uk}\n`;
  const { table, inspection } = told.checked;
  const mended = told.fixed ? told.fixed.deeds.reduce((sum, { count }) => sum + count, 0) : null;
  const numbers = [table.rows, inspection.columns.length, ...countsOf(told.checked)].map(String);
  const personal = told.checked.personal.columns.filter(({ needsDecision }) => needsDecision).length;
  return line(name, [...numbers, mended === null ? '—' : String(mended), String(personal)]);
}

function fixedLines(fixed: FixedFile | null): string {
  if (fixed === null || fixed.path === null) return '';
  return [`      → ${fixed.path}`, ...fixed.deeds.map(({ uk }) => `        ${uk}`)].map((text) => `${text}\n`).join('');
}

async function look(duckdb: DuckDb, options: CheckOptions, file: FoundFile, work: Work): Promise<Told> {
  const { workFolder, signal } = work;
  const examination = { path: file.path, fileName: file.name, choices: options.choices, workFolder, signal };
  try {
    const examined: Examined = await examineFile(duckdb, examination);
    if (examined.kind === 'refused') return examined;
    const fixed = options.fix ? await fixFile(duckdb, examined.checked, { path: file.path, workFolder, signal }) : null;
    return { kind: 'checked', checked: examined.checked, fixed };
  } catch (error) {
    signal.throwIfAborted();
    // one file that cannot be read at all must not end the walk
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return {
      kind: 'refused',
      reason: {
        code: 'not-read',
        message: { uk: `файл не вдалося прочитати (${reason})`, en: `the file could not be read (${reason})` },
      },
    };
  }
}

interface Work {
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

const refusedJson = ({ code, message }: Pick<Finding, 'code' | 'message'>) => ({
  code,
  message,
  guide: checkEntry(code)?.guide ?? null,
});

function write(options: CheckOptions, name: string, told: Told): void {
  if (options.json) {
    const record =
      told.kind === 'refused'
        ? { file: name, refused: refusedJson(told.reason) }
        : jsonOfFile(told.checked, told.fixed);
    process.stdout.write(`${JSON.stringify(record)}\n`);
    return;
  }
  if (options.details && told.kind === 'checked') process.stdout.write(`${humanReport(told.checked)}\n`);
  else process.stdout.write(tableLine(name, told));
  if (told.kind === 'checked') process.stdout.write(fixedLines(told.fixed));
}

function summaryLines({ files, tables, withErrors, withPersonalData, waiting, refused, fixed }: FolderSummary): string {
  return [
    '',
    `  Файлів: ${files}, таблиць: ${tables}; з помилками: ${withErrors}, не прочитано: ${refused}, виправлено: ${fixed}.`,
    `  З персональними даними, про які треба вирішити: ${withPersonalData}; із рішенням щодо безпеки — ${waiting}.`,
    ...(fixed > 0 ? [`  Виправлені таблиці лежать поруч із файлами: …${MENDED}`] : []),
    '',
  ].join('\n');
}

/**
 * Checks all files of a folder, one after another in flat memory: a line each, then the sums. With `--json` one JSON object a line, the last
 * `{"summary": …}`.
 */
export async function checkFolder(duckdb: DuckDb, options: CheckOptions, work: Work): Promise<FolderSummary> {
  const sums = { files: 0, tables: 0, withErrors: 0, withPersonalData: 0, waiting: 0, refused: 0, fixed: 0 };
  if (!options.json && !options.details) process.stdout.write(`${options.path}\n${HEADING}`);
  for await (const file of walkFiles(options.path)) {
    work.signal.throwIfAborted();
    if (file.name.endsWith(MENDED)) continue;
    const workFolder = join(work.workFolder, 'file');
    await mkdir(workFolder, { recursive: true });
    const told = await look(duckdb, options, file, { workFolder, signal: work.signal });
    await rm(workFolder, { recursive: true, force: true });
    write(options, file.name, told);
    sums.files += 1;
    if (told.kind === 'refused') sums.refused += 1;
    else {
      sums.tables += 1;
      const errors = told.fixed?.errorsLeft ?? countsOf(told.checked)[0] ?? 0;
      if (errors > 0) sums.withErrors += 1;
      if (told.checked.personal.stops) sums.withPersonalData += 1;
      if (waitsForDecision(told.checked)) sums.waiting += 1;
      if (told.fixed && told.fixed.path !== null) sums.fixed += 1;
    }
  }
  process.stdout.write(options.json ? `${JSON.stringify({ summary: sums })}\n` : summaryLines(sums));
  return sums;
}
