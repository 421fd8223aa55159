import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { emptyPassport, structureAsTableSchema, suggestStructure } from '../../../capabilities/catalog/index.ts';
import { type DuckDb, identifier, literal } from '../../../platform/duckdb/duckdb.ts';
import { writeTypedTable } from '../../../tabular/index.ts';
import type { CheckedFile } from './check-report.ts';
import { mendAll } from './examine-file.ts';

interface OutputJob {
  readonly duckdb: DuckDb;
  readonly checked: CheckedFile;
  readonly out: string;
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

/** «Реєстр_дерев 2024.csv» → «Реєстр дерев 2024»: a first title for the passport. */
function titleOf(fileName: string): string {
  return parse(fileName).name.replaceAll('_', ' ').trim();
}

/**
 * Mends what can be mended without asking and writes the table as CSV and typed Parquet, its structure and a draft of the passport.
 * @returns the files written
 */
export async function writeCheckedOutput({ duckdb, checked, out, workFolder, signal }: OutputJob): Promise<string[]> {
  const base = parse(checked.fileName).name;
  const carried = await mendAll(duckdb, checked, { workFolder, signal });
  const again = {
    columns: carried.inspection.columns.filter(({ index }) => !carried.removedColumns.includes(index)),
  };
  const { parquetPath } = carried.table;
  const structure = suggestStructure(again.columns);
  const typedPath = join(workFolder, 'typed.parquet');
  const columns = again.columns.map(({ index, type, notation }) => ({
    index,
    type,
    ...(notation ? { notation } : {}),
  }));
  await writeTypedTable(duckdb, { parquetPath, columns, outPath: typedPath, signal });
  await mkdir(out, { recursive: true });
  const named = structure.fields
    .map((field, at) => `c${again.columns[at]?.index ?? at} AS ${identifier(field.name)}`)
    .join(', ');
  const csv = join(out, `${base}.csv`);
  const parquet = join(out, `${base}.parquet`);
  const session = await duckdb.session();
  try {
    await session.run(
      `COPY (SELECT ${named} FROM read_parquet(${literal(parquetPath)})) TO ${literal(csv)} (FORMAT csv, HEADER)`,
    );
    await session.run(
      `COPY (SELECT ${named} FROM read_parquet(${literal(typedPath)})) TO ${literal(parquet)} (FORMAT parquet)`,
    );
  } finally {
    session.close();
  }
  const structurePath = join(out, `${base}.structure.json`);
  const passportPath = join(out, `${base}.passport.json`);
  await writeFile(structurePath, `${JSON.stringify(structureAsTableSchema(structure), null, 2)}\n`);
  await writeFile(passportPath, `${JSON.stringify(emptyPassport(null, null, titleOf(checked.fileName)), null, 2)}\n`);
  return [csv, parquet, structurePath, passportPath];
}
