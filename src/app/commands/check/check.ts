import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { DuckDb } from '../../../platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../../../platform/duckdb/local-duckdb.ts';
import { checkEntry } from '../../../tabular/index.ts';
import type { Command } from '../command.ts';
import { checkFolder } from './check-folder.ts';
import { type CheckOptions, CheckUsageError, checkOptions } from './check-options.ts';
import { fixReport, humanReport, jsonOfFile, stillPersonal, waitsForDecision } from './check-report.ts';
import { examineFile } from './examine-file.ts';
import { fixFile } from './fix-file.ts';

/** Exit codes: may be published · errors found · not read · no error, but a person has to decide on personal data or security. 130 is what shells give for Ctrl-C. */
const EXIT = { good: 0, errors: 1, refused: 2, undecided: 3, stopped: 130 } as const;

function refuse(options: CheckOptions, reason: Finding): number {
  const { code, message } = reason;
  const guide = checkEntry(code)?.guide ?? null;
  if (options.json)
    process.stdout.write(`${JSON.stringify({ file: options.fileName, refused: { code, message, guide } }, null, 2)}\n`);
  process.stderr.write(`${options.fileName}: ${message.uk}\n${guide === null ? '' : `  ${guide}\n`}`);
  return EXIT.refused;
}

function cannotOpen(options: CheckOptions): number {
  process.stderr.write(
    `Файл «${options.fileName}» не знайдено або його не можна відкрити. / The file cannot be found or opened.\n`,
  );
  return EXIT.refused;
}

/** The mended CSV must not fall upon the file it was made from. */
function wouldOverwrite(options: CheckOptions): boolean {
  return options.out !== null && join(options.out, `${parse(options.fileName).name}.csv`) === options.path;
}

async function checkFile(
  duckdb: DuckDb,
  options: CheckOptions,
  work: { readonly workFolder: string; readonly signal: AbortSignal },
): Promise<number> {
  const { path, fileName, choices } = options;
  const examined = await examineFile(duckdb, { path, fileName, choices, ...work });
  if (examined.kind === 'refused') return refuse(options, examined.reason);
  const { checked } = examined;
  const fixed = options.fix ? await fixFile(duckdb, checked, { path, ...work }) : null;
  if (options.json) process.stdout.write(`${JSON.stringify(jsonOfFile(checked, fixed), null, 2)}\n`);
  else process.stdout.write(`${humanReport(checked)}${fixed ? fixReport(fixed) : ''}`);
  if (options.out !== null) {
    // The catalog and all it needs is loaded only where something is written.
    const { writeCheckedOutput } = await import('./check-output.ts');
    const files = await writeCheckedOutput({ duckdb, checked, out: options.out, ...work });
    if (!options.json) process.stdout.write(`\n  Записано:\n${files.map((file) => `    ${file}`).join('\n')}\n`);
  }
  const written = options.out !== null || (fixed?.path ?? null) !== null;
  if (written && !options.json) process.stdout.write(stillPersonal(checked));
  const errors = fixed?.errorsLeft ?? checked.inspection.findings.filter(({ severity }) => severity === 'error').length;
  return exitOf(errors > 0, waitsForDecision(checked));
}

/** Errors say more: what the file is not yet; personal data are decided on after. */
function exitOf(errors: boolean, undecided: boolean): number {
  if (errors) return EXIT.errors;
  return undecided ? EXIT.undecided : EXIT.good;
}

async function checkPath(
  options: CheckOptions,
  isFolder: boolean,
  workFolder: string,
  signal: AbortSignal,
): Promise<number> {
  const duckdb = openLocalDuckDb({ folder: workFolder });
  try {
    if (!isFolder) return await checkFile(duckdb, options, { workFolder, signal });
    const { withErrors, waiting } = await checkFolder(duckdb, options, { workFolder, signal });
    return exitOf(withErrors > 0, waiting > 0);
  } finally {
    await duckdb.close();
  }
}

/**
 * `vidkryto check FILE|FOLDER`: reads a file or all files of a folder, looks at every cell, and says what it found, for people or (`--json`) for
 * programs; `--fix` writes the mended table beside. Needs no server.
 * @returns 0 no error (none left after `--fix`) and nothing to decide on, 1 errors found, 2 not read (one line says why), 3 no error, but somebody has
 * to decide on personal data or security, 130 stopped by Ctrl-C
 */
export async function runCheck(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  let workFolder: string | null = null;
  try {
    const options = checkOptions(args);
    const found = await stat(options.path).catch(() => null);
    if (!found?.isFile() && !found?.isDirectory()) return cannotOpen(options);
    if (found.isDirectory() && options.out !== null)
      throw new CheckUsageError(
        'Для теки є --fix: він пише виправлене поруч із кожним файлом. / For a folder there is --fix: it writes beside each file.',
      );
    if (wouldOverwrite(options))
      throw new CheckUsageError(
        'Оберіть іншу теку для --out: тут лежить сам файл. / Choose another folder for --out: the file itself lies there.',
      );
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    workFolder = await mkdtemp(join(tmpdir(), 'vidkryto-check-'));
    return await checkPath(options, found.isDirectory(), workFolder, stop.signal);
  } catch (error) {
    if (error instanceof CheckUsageError) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.refused;
    }
    if (stop.signal.aborted) {
      process.stderr.write('Зупинено. / Stopped.\n');
      return EXIT.stopped;
    }
    throw error;
  } finally {
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    if (workFolder !== null) await rm(workFolder, { recursive: true, force: true });
  }
}

/** The command as the command line calls it. */
export const check: Command = ({ args }) => runCheck(args);
