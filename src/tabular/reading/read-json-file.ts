import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../kernel/finding.ts';
import type { Encoding, ReadOutcome } from '../text-table.ts';
import { writingLimits } from '../work-session.ts';
import { chooseJsonTable, type JsonTable } from './choose-json-table.ts';
import { detectEncoding } from './encoding.ts';
import { cellOf, compactJson, rawElements } from './json-record.ts';
import { JsonFault, JsonScanner } from './json-scanner.ts';
import { RecordGatherer } from './json-table.ts';
import type { ReadJob } from './read-job.ts';
import { brokenCharacters, NO_HEADER, NO_ROWS, nestedValues, readingFinding } from './reading-findings.ts';
import { JSON_BROKEN, LIMITS, NO_TABLE, refusedJson, tooManyColumns } from './refusals.ts';
import { RowSink, sinkToParquet } from './row-sink.ts';
import { readText } from './text-decoding.ts';
import { SheetGatherer } from './workbook/sheet-gatherer.ts';

interface Gathered {
  readonly sink: RowSink;
  readonly headers: readonly string[];
  readonly findings: readonly Finding[];
}

const FAULTS: Record<JsonFault['reason'], Finding> = {
  broken: JSON_BROKEN,
  'too-deep': refusedJson(
    'json-too-deep',
    `Файл JSON вкладений глибше ніж на ${LIMITS.jsonDepth} рівнів.`,
    `The JSON file is nested deeper than ${LIMITS.jsonDepth} levels.`,
  ),
  'too-long': refusedJson(
    'json-too-long',
    'Один запис у файлі JSON довший за 32 МБ.',
    'One record of the JSON file is longer than 32 MB.',
  ),
};

/** Feeds the whole file to the scanner. @returns characters that could not be read */
async function scan(job: ReadJob, encoding: Encoding, scanner: JsonScanner, pass: 0 | 1): Promise<number> {
  const progress = (done: number) =>
    job.progress?.({ stage: 'read', done: Math.floor((done + pass * job.size) / 2), total: job.size });
  let broken = 0;
  for await (const piece of readText({ path: job.path, encoding, signal: job.signal, progress })) {
    if (piece.includes('\ufffd')) broken += piece.split('\ufffd').length - 1;
    scanner.feed(piece);
  }
  scanner.finish();
  return broken;
}

/** The element must be JSON by itself: brackets alone do not make it so. */
function valid(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    throw new JsonFault('broken');
  }
  return text;
}

async function gatherRecords(
  job: ReadJob,
  encoding: Encoding,
  table: Exclude<JsonTable, { kind: 'refused' }>,
): Promise<Gathered> {
  const sink = new RowSink(join(job.workFolder, 'rows.csv'), 0);
  const gatherer = new RecordGatherer(sink);
  try {
    await scan(job, encoding, new JsonScanner(table.path, (text) => gatherer.take(valid(text))), 1);
  } finally {
    sink.width = Math.max(sink.width, gatherer.headers.length);
    sink.close();
  }
  const { nested, nestedFields } = gatherer;
  const findings = nested.count > 0 ? [nestedValues(nested.count, [...nestedFields])] : [];
  return { sink, headers: gatherer.headers, findings };
}

async function gatherRows(job: ReadJob, encoding: Encoding, path: string): Promise<Gathered> {
  const gatherer = new SheetGatherer({
    path: join(job.workFolder, 'rows.csv'),
    keep: true,
    askedHeader: job.choices?.headerRow,
  });
  let index = 0;
  const take = (text: string) => {
    const elements = text[0] === '[' ? rawElements(valid(text)) : [valid(text)];
    gatherer.take({ index, cells: elements.map(cellOf) });
    index += 1;
  };
  try {
    await scan(job, encoding, new JsonScanner(path, take), 1);
  } finally {
    gatherer.finish();
  }
  const { sink, headerRow } = gatherer;
  const headers = Array.from({ length: sink.width }, (_, at) => gatherer.headers[at] ?? '');
  return { sink, headers, findings: headerRow === null && job.choices?.headerRow === undefined ? [NO_HEADER] : [] };
}

/** What stands beside the list in the file is no part of the table, but is told. */
function besideList(scanner: JsonScanner, path: string): Finding[] {
  const beside = [...scanner.rootScalars].filter(([key]) => key !== 'type' && `/${key}` !== path);
  if (beside.length === 0 || path === '' || path === '$') return [];
  const names = beside
    .slice(0, 5)
    .map(([key]) => key)
    .join(', ');
  const places = beside
    .slice(0, 20)
    .map(([key, raw]) => ({ row: 0, value: `${key}: ${compactJson(raw).slice(0, 200)}` }));
  const message = {
    uk: `У файлі поруч зі списком є окремі поля (${names}); до таблиці вони не входять.`,
    en: `Beside the list the file has single fields (${names}); they are no part of the table.`,
  };
  return [readingFinding('beside-list', beside.length, places, message)];
}

async function finishTable(
  job: ReadJob,
  encoding: Encoding,
  gathered: Gathered,
  more: readonly Finding[],
): Promise<ReadOutcome> {
  const { sink, headers } = gathered;
  if (sink.width > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(sink.width) };
  if (sink.width === 0) return { kind: 'refused', reason: NO_TABLE };
  const parquetPath = join(job.workFolder, 'text.parquet');
  const session = await job.duckdb.session(writingLimits(sink.width));
  try {
    await sinkToParquet(session, sink, parquetPath);
  } finally {
    session.close();
    await rm(sink.path, { force: true });
  }
  const findings = [...more, ...gathered.findings, ...(sink.rows === 0 ? [NO_ROWS] : [])];
  const table = {
    parquetPath,
    format: 'json',
    encoding,
    dialect: null,
    sheet: null,
    sheets: [],
    rows: sink.rows,
    headers,
    findings,
  } as const;
  return { kind: 'table', table };
}

/**
 * Reads a JSON file: a list of objects (also one a line), an object that holds one, a list of lists. Numbers stay exactly
 * as written. The file is walked twice, once to find the table, once to read it; memory is flat.
 * @returns null when a text only looks like JSON and is better read as a delimited text
 */
export async function readJsonFile(job: ReadJob, head: Buffer): Promise<ReadOutcome | null> {
  const encoding = job.choices?.encoding ?? detectEncoding(head);
  const census = new JsonScanner(null);
  try {
    const broken = await scan(job, encoding, census, 0);
    const table = chooseJsonTable(census);
    if (table.kind === 'refused') return table;
    const gathered =
      table.kind === 'rows' ? await gatherRows(job, encoding, table.path) : await gatherRecords(job, encoding, table);
    const more = [...(broken > 0 ? [brokenCharacters(broken)] : []), ...besideList(census, table.path)];
    return await finishTable(job, encoding, gathered, more);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.reason === 'broken' && /\.(csv|tsv|tab|txt)$/i.test(job.fileName)) return null;
    return { kind: 'refused', reason: FAULTS[error.reason] };
  }
}
