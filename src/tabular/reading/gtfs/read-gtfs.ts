import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvRows } from '../../../kernel/csv.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { type DuckSession, literal } from '../../../platform/duckdb/duckdb.ts';
import type { ReadOutcome, SheetInfo } from '../../text-table.ts';
import { refusalOfArchive } from '../archive/archive-members.ts';
import type { ReadContent } from '../archive/read-archive.ts';
import { readArchive } from '../archive/read-archive.ts';
import { unpackToFile } from '../archive/unpack-file.ts';
import { knownParts, type ReadJob } from '../read-job.ts';
import type { ZipDirectory, ZipMember } from '../zip-directory.ts';
import { checkFeed, rowsOfFile, type UnpackedFeed } from './check-feed.ts';
import { FEED_FILES } from './feed-rules.ts';

/** The part that is made of `shapes.txt`: a line for each shape. */
const LINES = 'shapes.txt › лінії';
const LINE_COLUMNS = ['shape_id', 'points', 'geometry'];

/** Unpacks the files the feed is checked by. */
async function unpackFeed(job: ReadJob, files: ReadonlyMap<string, ZipMember>): Promise<UnpackedFeed> {
  const feed = new Map<string, { path: string; columns: readonly string[] }>();
  for (const { name } of FEED_FILES) {
    const member = files.get(name);
    const path = join(job.workFolder, `gtfs-${name}`);
    if (!member || member.unpacked === 0 || !(await unpackToFile(job.path, member, path, job.signal))) continue;
    feed.set(name, { path, columns: await headerOf(path) });
  }
  return feed;
}

/** Names in the first line, without a byte order mark. */
async function headerOf(path: string): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(8192);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const [line = ''] = head
      .toString('utf8', 0, bytesRead)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/);
    return csvRows(line)[0]?.map((name) => name.trim()) ?? [];
  } finally {
    await file.close();
  }
}

const hasLines = (feed: UnpackedFeed) =>
  ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'].every((column) =>
    feed.get('shapes.txt')?.columns.includes(column),
  );

/** SQL: points of `shapes.txt` in their order as lines; a shape of one point is no line. */
function linesSql(path: string): string {
  const point = `'[' || trim(shape_pt_lon) || ',' || trim(shape_pt_lat) || ']'`;
  const points = `string_agg(${point}, ',' ORDER BY TRY_CAST(shape_pt_sequence AS DOUBLE))`;
  return `SELECT shape_id, count(*) AS points, CASE WHEN count(*) > 1 THEN '{"type":"LineString","coordinates":[' || ${points} || ']}' END AS geometry
    FROM ${rowsOfFile(path)} WHERE TRY_CAST(shape_pt_lon AS DOUBLE) IS NOT NULL AND TRY_CAST(shape_pt_lat AS DOUBLE) IS NOT NULL GROUP BY shape_id`;
}

async function countLines(session: DuckSession, feed: UnpackedFeed): Promise<number> {
  const path = feed.get('shapes.txt')?.path;
  if (path === undefined || !hasLines(feed)) return 0;
  const [row] = await session.rows(`SELECT count(DISTINCT shape_id) AS n FROM ${rowsOfFile(path)}`);
  return Number(row?.n ?? 0);
}

async function readLines(
  job: ReadJob,
  session: DuckSession,
  feed: UnpackedFeed,
  facts: { readonly sheets: readonly SheetInfo[]; readonly rows: number; readonly findings: readonly Finding[] },
): Promise<ReadOutcome> {
  const parquetPath = join(job.workFolder, 'text.parquet');
  const cells = LINE_COLUMNS.map((column, at) => `CAST(${column} AS VARCHAR) AS c${at}`).join(', ');
  const lines = linesSql(feed.get('shapes.txt')?.path ?? '');
  await session.run(
    `COPY (SELECT ${cells} FROM (${lines}) ORDER BY shape_id) TO ${literal(parquetPath)} (FORMAT parquet)`,
  );
  const [row] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${literal(parquetPath)})`);
  const { sheets, findings } = facts;
  return {
    kind: 'table',
    table: {
      ...{ parquetPath, format: 'gtfs', encoding: 'utf-8', dialect: null, sheet: LINES, sheets, findings },
      rows: Number(row?.n ?? 0),
      headers: LINE_COLUMNS,
    },
  };
}

/** A file of a feed that was looked at before: its faults as a whole are told already. */
function oneFile(outcome: ReadOutcome, sheets: readonly SheetInfo[]): ReadOutcome {
  if (outcome.kind === 'refused') return outcome;
  return { kind: 'table', table: { ...outcome.table, format: 'gtfs', sheets } };
}

/**
 * Reads a feed of public transport (GTFS Schedule): each of its files is a part, the points of `shapes.txt` are lines as one part more. Stops are
 * read where nobody asks for another. What the standard wants of a feed as a whole is told with file and line.
 */
export async function readGtfs(
  job: ReadJob,
  directory: ZipDirectory,
  files: ReadonlyMap<string, ZipMember>,
  read: ReadContent,
): Promise<ReadOutcome> {
  const reason = refusalOfArchive(directory);
  if (reason) return { kind: 'refused', reason };
  const asked = job.choices?.sheet;
  const known = knownParts(job);
  if (known !== null && asked !== LINES) return oneFile(await readArchive(job, directory, read), known);
  const feed = await unpackFeed(job, files);
  const session = await job.duckdb.session({ memory: '500MB' });
  try {
    const findings = asked === undefined ? await checkFeed(session, feed) : [];
    const lines = await countLines(session, feed);
    const extra: SheetInfo[] =
      lines > 0 ? [{ name: LINES, rows: lines, columns: LINE_COLUMNS.length, headers: LINE_COLUMNS }] : [];
    const stops = feed.has('stops.txt') ? 'stops.txt' : undefined;
    const sheet = asked === LINES ? 'shapes.txt' : (asked ?? stops);
    const choices = sheet === undefined ? job.choices : { ...job.choices, sheet };
    const outcome = await readArchive({ ...job, choices, known: undefined }, directory, read);
    if (outcome.kind === 'refused') return outcome;
    const sheets = [...outcome.table.sheets, ...extra];
    if (asked === LINES && lines > 0) return await readLines(job, session, feed, { sheets, rows: lines, findings });
    const table = {
      ...outcome.table,
      format: 'gtfs' as const,
      sheets,
      findings: [...findings, ...outcome.table.findings],
    };
    return { kind: 'table', table };
  } finally {
    session.close();
    await Promise.all([...feed.values()].map(({ path }) => rm(path, { force: true })));
  }
}
