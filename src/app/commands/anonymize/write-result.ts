import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { literal } from '../../../platform/duckdb/duckdb.ts';
import { writeTypedTable } from '../../../tabular/index.ts';
import { WRITERS, type WrittenTable, writeXlsxSheets } from '../../../tabular/writers/index.ts';
import type { OutFormat } from './anonymize-options.ts';
import type { AnonymizeWork, TableDone } from './run-plan.ts';

/** Where a table goes: a workbook takes all tables of the file, of other formats each has a file of its own. */
export function outPaths(tables: readonly TableDone[], out: string, format: OutFormat): string[] {
  if (tables.length === 1 || format === 'xlsx') return [out];
  const end = extname(out);
  return tables.map(({ read }, at) => {
    const name = (read.sheet ?? String(at + 1)).replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
    return join(dirname(out), `${basename(out, end)}-${name || at + 1}${end}`);
  });
}

/** Writes protected tables. Written whole beside first, then renamed: a name never holds half a file. */
export async function writeResult(
  work: AnonymizeWork,
  tables: readonly TableDone[],
  { paths, format }: { readonly paths: readonly string[]; readonly format: OutFormat },
): Promise<void> {
  const written: WrittenTable[] = [];
  for (const one of tables) written.push(await writtenTable(work, one));
  const session = await work.duckdb.session();
  const tools = { session, workFolder: () => mkdtemp(join(work.workFolder, 'parquet-')) };
  try {
    for (const [at, path] of paths.entries()) {
      const [table = written[0]] = [written[at]];
      if (!table) continue;
      const bytes = format === 'xlsx' ? writeXlsxSheets(written, tools) : WRITERS[format](table, tools);
      await put(bytes, path);
    }
  } finally {
    session.close();
  }
}

async function put(bytes: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const half = `${path}.part`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(half, { flags: 'wx', mode: 0o600 }));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function writtenTable(work: AnonymizeWork, { read, carried }: TableDone): Promise<WrittenTable> {
  const { table, inspection, removedColumns } = carried;
  const kept = inspection.columns.filter(({ index }) => !removedColumns.includes(index));
  const outPath = join(await mkdtemp(join(work.workFolder, 'typed-')), 'typed.parquet');
  const { duckdb, signal } = work;
  // a value that does not fit the type of its column stays the text it is
  const columns = kept.map(({ index, type, notation }) => ({ index, type, ...(notation ? { notation } : {}) }));
  const { lost } = await writeTypedTable(duckdb, { parquetPath: table.parquetPath, columns, outPath, signal });
  const asText = new Set(lost.map(({ index }) => index));
  if (asText.size > 0) {
    const texts = columns.map((one) => (asText.has(one.index) ? { index: one.index, type: 'text' as const } : one));
    await writeTypedTable(duckdb, { parquetPath: table.parquetPath, columns: texts, outPath, signal });
  }
  const titles = uniqueTitles(kept.map(({ title }) => title));
  return {
    title: read.sheet ?? 'Дані',
    columns: kept.map(({ index, type, kind }, at) => ({
      name: titles[at] ?? `c${index}`,
      title: titles[at] ?? `c${index}`,
      type: asText.has(index) ? 'text' : type,
      value: `c${index}`,
      coordinate: kind === 'latitude' || kind === 'longitude',
      identifier: false,
    })),
    from: `read_parquet(${literal(outPath)})`,
    values: [],
    place: null,
    decimalSign: 'dot',
  };
}

/** Programs know columns by their titles here, so each is another. */
function uniqueTitles(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let name = title;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${title} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
