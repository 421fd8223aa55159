import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { otherTables, type ReadOutcome } from '../text-table.ts';
import { readArchive, readGzip } from './archive/read-archive.ts';
import { type Content, detectContent } from './content-kind.ts';
import { fileFindings } from './file-findings.ts';
import { readGeoJson } from './geo/read-geojson.ts';
import { readMapFile } from './geo/read-map-file.ts';
import { feedOf } from './gtfs/feed-rules.ts';
import { readGtfs } from './gtfs/read-gtfs.ts';
import { readHtmlFile } from './html/read-html-file.ts';
import { readDbfFile } from './read-dbf-file.ts';
import type { ReadJob, ReadRequest } from './read-job.ts';
import { readJsonFile } from './read-json-file.ts';
import { otherParts } from './reading-findings.ts';
import { refusedKind } from './refusals.ts';
import { readTextFile } from './text/read-text-file.ts';
import { readOldWorkbookFile, readWorkbookFile } from './workbook/read-workbook-file.ts';
import { readXmlFile } from './xml/read-xml-file.ts';
import type { ZipDirectory } from './zip-directory.ts';

/**
 * Reads a file into a table of text: bytes → one Parquet file whose columns c0, c1 … are VARCHAR, in the order of the source. Every row is in
 * the table or in a finding. What the file is is told by its content, never by its name.
 * @param request `workFolder` must exist and be this reading's own: `text.parquet` and work files are written there
 * @returns the table, or a refusal that says why and the way out
 * @throws what `signal` was aborted with; other errors are faults of ours
 */
export async function readTable(duckdb: DuckDb, request: ReadRequest): Promise<ReadOutcome> {
  request.signal?.throwIfAborted();
  const content = await detectContent(request.path);
  const job = { ...request, duckdb, size: content.size };
  return tellOfFile(request, content, tellOtherParts(request, await readContent(job, content)));
}

/** What is found of the file itself stands before what is found of its table. */
function tellOfFile({ fileName }: ReadRequest, { kind, head }: Content, outcome: ReadOutcome): ReadOutcome {
  if (outcome.kind === 'refused') return outcome;
  const { table } = outcome;
  return { kind: 'table', table: { ...table, findings: [...fileFindings(fileName, kind, head), ...table.findings] } };
}

/** The likeliest table was taken: the others are told, unless a person has named the one to read. */
function tellOtherParts(request: ReadRequest, outcome: ReadOutcome): ReadOutcome {
  if (outcome.kind === 'refused' || request.choices?.sheet !== undefined) return outcome;
  const { table } = outcome;
  const others = otherTables(table.sheets, table.sheet).filter(({ rows }) => rows > 0);
  if (table.sheet === null || others.length === 0) return outcome;
  return { kind: 'table', table: { ...table, findings: [otherParts(table.sheet, others), ...table.findings] } };
}

async function readContent(job: ReadJob, content: Content): Promise<ReadOutcome> {
  switch (content.kind) {
    case 'text':
      return (await readGeoJson(job, content.head)) ?? readTextFile(job, content.head);
    case 'json':
      return (
        (await readGeoJson(job, content.head)) ??
        (await readJsonFile(job, content.head)) ??
        readTextFile(job, content.head)
      );
    case 'xlsx':
    case 'ods':
      return readWorkbookFile(job, content.directory, content.kind);
    case 'ole':
    case 'xlsb':
      return readOldWorkbookFile(job);
    case 'xml':
      return (await readMapFile(job, content)) ?? readXmlFile(job, content.head);
    case 'html':
      return readHtmlFile(job, content.head);
    case 'zip':
      return (await readMapFile(job, content)) ?? readMembers(job, content.directory);
    case 'gzip':
      return readGzip(job, readMember);
    case 'dbf':
      return readDbfFile(job);
    default:
      return { kind: 'refused', reason: refusedKind(content.kind) };
  }
}

function readMembers(job: ReadJob, directory: ZipDirectory | null): Promise<ReadOutcome> | ReadOutcome {
  if (directory === null) return { kind: 'refused', reason: refusedKind('broken-zip') };
  const feed = feedOf(directory);
  return feed ? readGtfs(job, directory, feed, readMember) : readArchive(job, directory, readMember);
}

/** An archive in an archive is not opened: who wants its tables unpacks it. */
async function readMember(job: ReadJob, content: Content): Promise<ReadOutcome> {
  if (content.kind === 'zip') {
    return (await readMapFile(job, content)) ?? { kind: 'refused', reason: refusedKind('archive') };
  }
  if (content.kind === 'gzip') return { kind: 'refused', reason: refusedKind('archive') };
  return readContent(job, content);
}
