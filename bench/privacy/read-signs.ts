import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDb } from '../../src/platform/duckdb/duckdb.ts';
import { foldTitle, inspectTable, type PersonalSign, readTable, type TextTable } from '../../src/tabular/index.ts';

/** A column of a table that was read. */
export interface SeenColumn {
  readonly index: number;
  readonly title: string;
  readonly name: string;
  readonly header: string;
}

export interface SeenTable {
  readonly sheet: string | null;
  readonly rows: number;
  readonly columns: readonly SeenColumn[];
  readonly signs: readonly PersonalSign[];
  /** False where we named the columns: a title may be a value there. */
  readonly named: boolean;
}

export interface Reader {
  readonly duckdb: DuckDb;
  readonly folder: string;
  readonly work: string;
  /** Milliseconds of reading and looking, and bytes looked at, over all files. */
  readonly spent: { ms: number; bytes: number };
}

/** Where a file of the labels lies: by its path, or by its name alone. */
export function pathOf(folder: string, file: string): string | null {
  const exact = join(folder, file);
  if (existsSync(exact)) return exact;
  const name = basename(file).normalize('NFC').toLowerCase();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name.normalize('NFC').toLowerCase() === name,
  );
  return found ? join(found.parentPath, found.name) : null;
}

async function readPart({ duckdb, work }: Reader, path: string, sheet: string | null): Promise<TextTable | string> {
  const workFolder = join(work, 'file');
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  const outcome = await readTable(duckdb, {
    path,
    fileName: basename(path),
    workFolder,
    ...(sheet === null ? {} : { choices: { sheet } }),
  });
  return outcome.kind === 'table' ? outcome.table : outcome.reason.code;
}

async function look(reader: Reader, table: TextTable): Promise<SeenTable> {
  const { columns, signs = [] } = await inspectTable(reader.duckdb, table, { signRows: 1_000_000 });
  return {
    sheet: table.sheet,
    rows: table.rows,
    columns: columns.map(({ index, title, name }) => ({ index, title, name, header: table.headers[index] ?? '' })),
    signs,
    named: !table.findings.some(({ code }) => code === 'no-header'),
  };
}

/**
 * The tables of a file that labels speak of, by the ordinary road.
 * @param sheets as the labels name them; '' is the part the reader takes by itself
 * @returns the tables by the name the labels have for them, or the code of the refusal
 */
export async function readSheets(
  reader: Reader,
  path: string,
  sheets: readonly string[],
): Promise<Map<string, SeenTable | string>> {
  const found = new Map<string, SeenTable | string>();
  for (const sheet of sheets) {
    const begun = performance.now();
    let table = await readPart(reader, path, sheet === '' ? null : sheet);
    if (table === 'no-such-sheet') {
      const first = await readPart(reader, path, null);
      const parts = typeof first === 'string' ? [] : first.sheets;
      const alike = parts.find(({ name }) => foldTitle(name) === foldTitle(sheet));
      if (alike) table = await readPart(reader, path, alike.name);
      else if (parts.length < 2) table = first;
    }
    found.set(sheet, typeof table === 'string' ? table : await look(reader, table));
    reader.spent.ms += performance.now() - begun;
  }
  reader.spent.bytes += statSync(path).size * sheets.length;
  return found;
}

/** The column a label means: by title, machine name, or place. Null where there is none. */
export function columnOf({ columns }: SeenTable, said: string): SeenColumn | null {
  const title = foldTitle(said);
  const by = (test: (column: SeenColumn) => boolean) => columns.find(test) ?? null;
  return (
    by((one) => one.title === said || one.header === said) ??
    by((one) => foldTitle(one.title) === title || foldTitle(one.header) === title) ??
    by((one) => one.name.toLowerCase() === title) ??
    (/^#?\d+$/.test(said) ? by(({ index }) => index === Number(said.replace('#', '')) - 1) : null)
  );
}
