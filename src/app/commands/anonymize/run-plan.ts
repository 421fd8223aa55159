import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { DuckDb } from '../../../platform/duckdb/duckdb.ts';
import {
  type CarriedOut,
  carryOut,
  inspectTable,
  isOfPeople,
  otherTables,
  type Protection,
  type Recipe,
  type Risk,
  readTable,
  riskOf,
  type TextTable,
  tellingColumns,
} from '../../../tabular/index.ts';

/** What all work of the command is done with. */
export interface AnonymizeWork {
  readonly duckdb: DuckDb;
  readonly path: string;
  readonly fileName: string;
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

/** The file, or the part of it that was asked for, cannot be read; the finding says why. */
export class UnreadableError extends Error {
  readonly reason: Finding;
  constructor(reason: Finding) {
    super(reason.code);
    this.reason = reason;
  }
}

/** One table of the file with what is done to it. */
export interface TableDeed {
  /** Null: the only or likeliest table. */
  readonly sheet: string | null;
  readonly mend: boolean;
  readonly recipe: Recipe;
  readonly protection: Protection;
}

/** A table after it. */
export interface TableDone {
  /** As it was read. */
  readonly read: TextTable;
  readonly carried: CarriedOut;
  /** Null where the rows are not of people. */
  readonly risk: Risk | null;
}

/** Reads one table of the file. Throws UnreadableError. */
export async function readOne(work: AnonymizeWork, sheet: string | null): Promise<TextTable> {
  const { duckdb, path, fileName, signal } = work;
  const workFolder = await ownFolder(work);
  const choices = sheet === null ? {} : { choices: { sheet } };
  const outcome = await readTable(duckdb, { path, fileName, workFolder, signal, ...choices });
  if (outcome.kind === 'refused') throw new UnreadableError(outcome.reason);
  return outcome.table;
}

/** Names of all tables of the file, the likeliest first; one null where it has one without a name. */
export function sheetsOf(table: TextTable): (string | null)[] {
  return [table.sheet, ...otherTables(table.sheets, table.sheet).map(({ name }) => name)];
}

/** Mends and protects one table, looks at the result and at who is told by it. */
export async function doTable(
  work: AnonymizeWork,
  read: TextTable,
  deed: Omit<TableDeed, 'sheet'>,
): Promise<TableDone> {
  const { duckdb, signal } = work;
  const asRead = await inspectTable(duckdb, read, { signal });
  const carried = await carryOut(duckdb, read, {
    recipe: deed.recipe,
    rest: deed.mend,
    protection: deed.protection,
    inspection: asRead,
    folder: await ownFolder(work),
    signal,
  });
  const { table, inspection, removedColumns } = carried;
  const left = inspection.columns.filter(({ index }) => !removedColumns.includes(index));
  const ofPeople = isOfPeople(asRead) || isOfPeople(inspection);
  const telling = ofPeople ? tellingColumns(left, table.rows) : [];
  return { read, carried, risk: telling.length === 0 ? null : await riskOf(duckdb, table, telling, { signal }) };
}

/** A folder of this table alone: files of several tables bear the same names. */
function ownFolder({ workFolder }: AnonymizeWork): Promise<string> {
  return mkdtemp(join(workFolder, 'table-'));
}
