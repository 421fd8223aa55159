import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../kernel/finding.ts';
import type { ReadOutcome } from '../text-table.ts';
import { writingLimits } from '../work-session.ts';
import { cellOf, rawElements, rawMembers } from './json-record.ts';
import { JsonFault, JsonScanner } from './json-scanner.ts';
import { validJson } from './json-tree.ts';
import { type JsonFile, walkJson } from './json-walk.ts';
import { NO_HEADER, NO_ROWS } from './reading-findings.ts';
import { LIMITS, NO_TABLE, tooManyColumns } from './refusals.ts';
import { type Cell, RowSink, sinkToParquet } from './row-sink.ts';
import { SheetGatherer } from './workbook/sheet-gatherer.ts';

/** Columns are turned into rows in memory: more cells than this are refused. */
const MOST_CELLS = 10_000_000;
const NAMES = /^(name|title|label|id|field|fieldName)$/;

interface Gathered {
  readonly sink: RowSink;
  readonly headers: readonly string[];
  readonly findings: readonly Finding[];
}

/** Names of columns as a list of objects beside the rows tells them; null where it does not fit the rows. */
async function describedColumns(file: JsonFile, paths: readonly string[]): Promise<string[] | null> {
  if (paths.length === 0) return null;
  const names: string[] = [];
  const take = (text: string) => {
    const fields = text[0] === '{' ? rawMembers(validJson(text)).filter(([key]) => NAMES.test(key)) : [];
    const name = fields.find(([key]) => key === 'name') ?? fields[0];
    names.push(name ? (cellOf(name[1]) ?? '') : '');
  };
  await walkJson(file, new JsonScanner(new Set(paths.slice(0, 1)), take), 1);
  return names.some((name) => name !== '') ? names : null;
}

async function gatherRows(file: JsonFile, path: string, describers: readonly string[]): Promise<Gathered> {
  const { job } = file;
  const described = await describedColumns(file, describers);
  const asked = described ? null : job.choices?.headerRow;
  const gatherer = new SheetGatherer({ path: join(job.workFolder, 'rows.csv'), keep: true, askedHeader: asked });
  let index = 0;
  const take = (text: string) => {
    const elements = text[0] === '[' ? rawElements(validJson(text)) : [validJson(text)];
    gatherer.take({ index, cells: elements.map(cellOf) });
    index += 1;
  };
  try {
    await walkJson(file, new JsonScanner(path, take), 1);
  } finally {
    gatherer.finish();
  }
  const { sink, headerRow } = gatherer;
  const names = described?.length === sink.width ? described : gatherer.headers;
  const headers = Array.from({ length: sink.width }, (_, at) => names[at] ?? '');
  const unnamed = names !== described && headerRow === null && job.choices?.headerRow === undefined;
  return { sink, headers, findings: unnamed ? [NO_HEADER] : [] };
}

/** Writes columns that were gathered whole. */
function writeColumns(file: JsonFile, columns: ReadonlyMap<string, readonly Cell[]>): Gathered {
  const sink = new RowSink(join(file.job.workFolder, 'rows.csv'), columns.size);
  const rows = Math.max(0, ...[...columns.values()].map((cells) => cells.length));
  const all = [...columns.values()];
  try {
    for (let at = 0; at < rows; at++) sink.write(all.map((cells) => cells[at] ?? null));
  } finally {
    sink.close();
  }
  return { sink, headers: [...columns.keys()], findings: [] };
}

async function gatherColumns(file: JsonFile, paths: readonly string[]): Promise<Gathered> {
  const columns = new Map<string, Cell[]>(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), []]));
  let count = 0;
  const take = (text: string, path: string) => {
    count += 1;
    if (count > MOST_CELLS) throw new JsonFault('too-long');
    columns.get(path.slice(path.lastIndexOf('/') + 1))?.push(cellOf(validJson(text)));
  };
  await walkJson(file, new JsonScanner(new Set(paths), take), 1);
  return writeColumns(file, columns);
}

async function gatherNumbered(file: JsonFile, path: string): Promise<Gathered> {
  const columns = new Map<string, Cell[]>();
  const take = (text: string, _: string, key: string) => {
    columns.set(key, text[0] === '{' ? rawMembers(validJson(text)).map(([, raw]) => cellOf(raw)) : [cellOf(text)]);
  };
  await walkJson(file, new JsonScanner(path, take), 1);
  return writeColumns(file, columns);
}

async function finish(file: JsonFile, gathered: Gathered, more: readonly Finding[]): Promise<ReadOutcome> {
  const { sink, headers } = gathered;
  const { job, encoding } = file;
  try {
    if (sink.width > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(sink.width) };
    if (sink.width === 0) return { kind: 'refused', reason: NO_TABLE };
    const parquetPath = join(job.workFolder, 'text.parquet');
    const session = await job.duckdb.session(writingLimits(sink.width));
    try {
      await sinkToParquet(session, sink, parquetPath);
    } finally {
      session.close();
    }
    const findings = [...more, ...gathered.findings, ...(sink.rows === 0 ? [NO_ROWS] : [])];
    const facts = { format: 'json', dialect: null, sheet: null, sheets: [], rows: sink.rows } as const;
    return { kind: 'table', table: { ...facts, parquetPath, encoding, headers, findings } };
  } finally {
    await rm(sink.path, { force: true });
  }
}

/** Reads a list of lists. @param describers lists of objects that may name its columns */
export async function readJsonRows(
  file: JsonFile,
  path: string,
  describers: readonly string[],
  more: readonly Finding[],
): Promise<ReadOutcome> {
  return finish(file, await gatherRows(file, path, describers), more);
}

/** Reads lists that are columns. */
export async function readJsonColumns(
  file: JsonFile,
  paths: readonly string[],
  more: readonly Finding[],
): Promise<ReadOutcome> {
  return finish(file, await gatherColumns(file, paths), more);
}

/** Reads objects that are columns whose values are numbered: `{"a": {"0": 1, "1": 2}, "b": …}`. */
export async function readNumberedColumns(
  file: JsonFile,
  path: string,
  more: readonly Finding[],
): Promise<ReadOutcome> {
  return finish(file, await gatherNumbered(file, path), more);
}
