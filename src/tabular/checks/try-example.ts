import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckExample } from '../../kernel/check.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { inspectTable } from '../inspect-table.ts';
import type { Inspection } from '../inspection.ts';
import { readTable } from '../reading/index.ts';
import type { TextTable } from '../text-table.ts';

/** What became of one side of an example: its table, or the refusal alone. */
export interface TriedExample {
  readonly findings: readonly Finding[];
  readonly read: { readonly table: TextTable; readonly inspection: Inspection } | null;
}

/** A byte that no letter of UTF-8 has. */
const DAMAGED = 0xff;

function bytesOf(text: string, bytes: CheckExample['bytes']): Buffer {
  if (bytes !== 'damaged') return Buffer.from(text, bytes);
  const parts = text.split('\ufffd').map((part) => Buffer.from(part));
  return Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from([DAMAGED]), part])));
}

/**
 * Puts one side of an example through reading and all checks, as a file somebody brought.
 * @param folder empty, for the file and its table; the caller removes it
 */
export async function tryExample(
  duckdb: DuckDb,
  { fileName = 'table.csv', bytes, allowed }: Pick<CheckExample, 'fileName' | 'bytes' | 'allowed'>,
  text: string,
  folder: string,
): Promise<TriedExample> {
  const path = join(folder, 'example');
  await writeFile(path, bytesOf(text, bytes));
  const outcome = await readTable(duckdb, { path, fileName, workFolder: folder });
  if (outcome.kind === 'refused') return { findings: [outcome.reason], read: null };
  const inspection = await inspectTable(duckdb, outcome.table, {
    expected: allowed ? [{ ...allowed, codeList: null }] : [],
  });
  return { findings: inspection.findings, read: { table: outcome.table, inspection } };
}
