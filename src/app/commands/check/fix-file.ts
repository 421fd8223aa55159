import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { type DuckDb, identifier, literal } from '../../../platform/duckdb/duckdb.ts';
import { type CarriedOut, describeStep } from '../../../tabular/index.ts';
import type { CheckedFile } from './check-report.ts';
import { mendAll } from './examine-file.ts';

/** What was mended in a file and where the mended table lies. */
export interface FixedFile {
  /** Null where there was nothing to mend: no file is written then. */
  readonly path: string | null;
  readonly rows: number;
  /** «прибрано пробіли у стовпці «Назва»: 3», in Ukrainian. */
  readonly deeds: readonly {
    readonly code: string;
    readonly column: string | null;
    readonly count: number;
    readonly uk: string;
  }[];
  /** Errors that are left: a person has to decide. */
  readonly errorsLeft: number;
}

/** The end of the names of files written beside. */
export const MENDED = '.mended.csv';

/** Titles of the columns, each another: DuckDB knows columns of a file by name. */
function uniqueTitles(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, at) => {
    let name = title.trim() === '' ? `Стовпець ${at + 1}` : title.trim();
    while (taken.has(name.toLowerCase())) name = `${name} (${at + 1})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

async function writeCsv(duckdb: DuckDb, carried: CarriedOut, path: string): Promise<void> {
  const { table, removedColumns } = carried;
  const kept = table.headers.map((_, at) => at).filter((at) => !removedColumns.includes(at));
  const titles = uniqueTitles(kept.map((at) => table.headers[at] ?? ''));
  const named = kept.map((at, place) => `c${at} AS ${identifier(titles[place] ?? '')}`).join(', ');
  const session = await duckdb.session();
  try {
    await session.run(
      `COPY (SELECT ${named} FROM read_parquet(${literal(table.parquetPath)})) TO ${literal(path)} (FORMAT csv, HEADER)`,
    );
  } finally {
    session.close();
  }
}

/** Puts a file beside the one it was made of; a name that is taken is never written over. */
async function putBeside(made: string, path: string): Promise<string> {
  const { dir, name } = parse(path);
  for (let number = 1; ; number++) {
    const target = join(dir === '' ? dirname(path) : dir, `${name}${number === 1 ? '' : `-${number}`}${MENDED}`);
    try {
      await copyFile(made, target, constants.COPYFILE_EXCL);
      return target;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Mends all that is mended without asking and writes the table as CSV (UTF-8, commas) beside the file, never over it: `Назва.mended.csv`,
 * or `Назва-2.mended.csv` where that is taken.
 */
export async function fixFile(
  duckdb: DuckDb,
  checked: CheckedFile,
  { path, workFolder, signal }: { readonly path: string; readonly workFolder: string; readonly signal: AbortSignal },
): Promise<FixedFile> {
  const carried = await mendAll(duckdb, checked, { workFolder, signal });
  const deeds = carried.steps
    .filter(({ count }) => count > 0)
    .map(({ step, count }) => {
      const words = describeStep(step).uk;
      const column = step.columnTitle;
      const where = column === null || words.includes(column) ? '' : `, стовпець «${column}»`;
      return { code: step.code, column, count, uk: `${words}${where}: ${count}` };
    });
  const errorsLeft = carried.inspection.findings.filter(({ severity }) => severity === 'error').length;
  const { rows } = carried.table;
  if (deeds.length === 0) return { path: null, rows, deeds, errorsLeft };
  const made = join(workFolder, 'mended.csv');
  await writeCsv(duckdb, carried, made);
  return { path: await putBeside(made, path), rows, deeds, errorsLeft };
}
