import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { emptyPassport, structureAsTableSchema, suggestStructure } from '../../capabilities/catalog/index.ts';
import { type DuckDb, identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { inspectTable, mendTable, safeRecipe, writeTypedTable } from '../../tabular/index.ts';
import type { CheckedFile } from './check-report.ts';

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
  const { table, inspection, fileName } = checked;
  const base = parse(fileName).name;
  const mendedPath = join(workFolder, 'mended.parquet');
  const mended = await mendTable(duckdb, table, safeRecipe(inspection), inspection, { outPath: mendedPath, signal });
  const mendedTable = {
    ...table,
    parquetPath: mended.parquetPath,
    rows: mended.rows,
    headers: mended.headers,
    findings: [],
  };
  const again = await inspectTable(duckdb, mendedTable, { signal, without: mended.removedColumns });
  const structure = suggestStructure(again.columns);
  const typedPath = join(workFolder, 'typed.parquet');
  const columns = again.columns.map(({ index, type, notation }) => ({
    index,
    type,
    ...(notation ? { notation } : {}),
  }));
  await writeTypedTable(duckdb, { parquetPath: mended.parquetPath, columns, outPath: typedPath, signal });
  await mkdir(out, { recursive: true });
  const named = structure.fields
    .map((field, at) => `c${again.columns[at]?.index ?? at} AS ${identifier(field.name)}`)
    .join(', ');
  const csv = join(out, `${base}.csv`);
  const parquet = join(out, `${base}.parquet`);
  const session = await duckdb.session();
  try {
    await session.run(
      `COPY (SELECT ${named} FROM read_parquet(${literal(mended.parquetPath)})) TO ${literal(csv)} (FORMAT csv, HEADER)`,
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
  await writeFile(passportPath, `${JSON.stringify(emptyPassport(null, null, titleOf(fileName)), null, 2)}\n`);
  return [csv, parquet, structurePath, passportPath];
}
