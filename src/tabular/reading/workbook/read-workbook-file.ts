import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import { NAMED_COLUMNS, type ReadOutcome, type SheetInfo, type TableFormat } from '../../text-table.ts';
import { foldTitle } from '../../types/tidy-text.ts';
import { writingLimits } from '../../work-session.ts';
import { knownParts, type ReadJob } from '../read-job.ts';
import { joinedSheets, NO_HEADER, NO_ROWS, type PlaceList, rowsAboveHeader } from '../reading-findings.ts';
import {
  HEADER_ROW_MISSING,
  LIMITS,
  NO_TABLE,
  noSuchSheet,
  tooManyColumns,
  WORKBOOK_BROKEN,
  WORKBOOK_TOO_LARGE,
} from '../refusals.ts';
import { joinedHeader, repeatedHeader, signaturesBelow } from '../text/text-findings.ts';
import { unpackedSize, type ZipDirectory } from '../zip-directory.ts';
import { openOds } from './ods-workbook.ts';
import { SheetBlocks } from './sheet-blocks.ts';
import type { SheetGatherer } from './sheet-gatherer.ts';
import { hiddenColumns, MACROS, notesFindings, type PlacedNotes } from './sheet-notes.ts';
import { sheetsToParquet } from './sheets-to-parquet.ts';
import type { SheetVisitor, Workbook, WorkbookSheet } from './workbook.ts';
import { openXls } from './xls-workbook.ts';
import { openXlsx } from './xlsx-workbook.ts';

const LARGE_MEMBER = 50_000_000;
/** Name of the part that is all sheets with the same columns, one under another. */
export const ALL_SHEETS = 'Усі аркуші разом';
/** Heading of the column that says which sheet a row comes from. */
const SHEET_COLUMN = 'Аркуш';

/** A sheet with what was gathered of it. */
interface Gathered {
  readonly sheet: WorkbookSheet;
  readonly rows: SheetGatherer;
  readonly repeated: PlaceList;
}

/** A workbook that would unpack to more than a person made, told from its directory before a byte is unpacked. */
function isTooLarge(directory: ZipDirectory): boolean {
  const inflated = directory.members.some(
    ({ packed, unpacked }) => unpacked > LARGE_MEMBER && unpacked > packed * LIMITS.workbookRatio,
  );
  return inflated || unpackedSize(directory) > LIMITS.workbookBytes;
}

/** A sheet that is known already and not asked for. */
const PASSED_OVER: SheetVisitor = { passesOver: true, take: () => false, end: () => undefined };

/** Gathers the tables of all sheets: those that may become the table are kept, of the others only the size is known. */
async function gatherAll(job: ReadJob, workbook: Workbook): Promise<Gathered[]> {
  const { sheet: asked, headerRow, hidden } = job.choices ?? {};
  const gathered: { sheet: WorkbookSheet; tables: SheetBlocks }[] = [];
  try {
    await workbook.eachSheet((sheet) => {
      job.signal?.throwIfAborted();
      if (knownParts(job) !== null && asked?.startsWith(sheet.name) !== true) return PASSED_OVER;
      const number = gathered.length;
      const tables = new SheetBlocks({
        name: sheet.name,
        path: (table) => join(job.workFolder, `sheet-${number}-${table}.csv`),
        keep: asked === undefined || asked === ALL_SHEETS || asked.startsWith(sheet.name),
        askedHeader: headerRow,
        withoutHidden: hidden === 'left-out',
      });
      gathered.push({ sheet, tables });
      let taken = 0;
      return {
        take(row) {
          tables.take(row);
          taken += 1;
          if (taken % 1_000 === 0) {
            job.signal?.throwIfAborted();
            job.progress?.({ stage: 'read', done: taken, total: null });
          }
          return tables.width <= LIMITS.columns;
        },
        end: (columns) => tables.finish(columns),
      };
    });
  } finally {
    gathered.at(-1)?.tables.finish();
  }
  return gathered.flatMap(({ sheet, tables }) =>
    tables.tables.map(({ name, rows, repeated }) => ({ sheet: { ...sheet, name }, rows, repeated })),
  );
}

/** Faults of the disk are ours; everything else while unpacking is the workbook's. */
function isDiskFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EIO', 'EROFS'].includes(String(error.code))
  );
}

/** What the workbook's own faults make of an answer; faults of the disk and an abort are thrown on. */
async function orNothing<T>(job: ReadJob, answer: () => Promise<T>): Promise<T | null> {
  try {
    return await answer();
  } catch (error) {
    job.signal?.throwIfAborted();
    if (isDiskFault(error)) throw error;
    return null;
  }
}

const sameHeaders = (a: SheetGatherer, b: SheetGatherer): boolean =>
  a.headers.length === b.headers.length &&
  a.headers.some((header) => header !== '') &&
  a.headers.every((header, at) => foldTitle(header) === foldTitle(b.headers[at] ?? ''));

/** Sheets with the same columns as the largest, in their order; hidden and empty ones are not among them. */
function likeTheLargest(gathered: readonly Gathered[], largest: Gathered): Gathered[] {
  if (largest.rows.headerRow === null) return [largest];
  return gathered.filter(
    ({ sheet, rows }) => !sheet.hidden && rows.rows > 0 && rows.headerRow !== null && sameHeaders(rows, largest.rows),
  );
}

/** The sheets that become the table: the one asked for, else the likeliest; several where they have the same columns. */
function choose(job: ReadJob, gathered: readonly Gathered[]): { parts: Gathered[]; joined: Gathered[] } {
  const weight = ({ sheet, rows }: Gathered) => rows.filledCells * (sheet.hidden ? 0.001 : 1);
  const largest = gathered.reduce((best, one) => (weight(one) > weight(best) ? one : best));
  const alike = likeTheLargest(gathered, largest);
  const joined = alike.length > 1 ? alike : [];
  const { sheet: asked, headerRow } = job.choices ?? {};
  const mine = gathered.filter(({ sheet }) => sheet.name === asked);
  if (mine.length > 0) return { parts: mine.slice(0, 1), joined };
  if (asked === ALL_SHEETS) return { parts: joined, joined };
  return { parts: joined.length > 0 && headerRow === undefined ? joined : [largest], joined };
}

/** Reads an XLSX or ODS workbook: the sheet asked for, else the one with most filled cells, or all that are like it. */
export async function readWorkbookFile(
  job: ReadJob,
  directory: ZipDirectory | null,
  format: 'xlsx' | 'ods',
): Promise<ReadOutcome> {
  if (directory === null) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  if (isTooLarge(directory)) return { kind: 'refused', reason: WORKBOOK_TOO_LARGE };
  const open = format === 'xlsx' ? openXlsx : openOds;
  const workbook = await orNothing(job, () => open(job.path, directory, job.workFolder));
  if (workbook === null) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  return readOpenWorkbook(job, workbook, format);
}

/** Reads a workbook of the formats before XLSX, or a binary one. */
export async function readOldWorkbookFile(job: ReadJob): Promise<ReadOutcome> {
  const workbook = await openXls(job.path);
  return 'code' in workbook ? { kind: 'refused', reason: workbook } : readOpenWorkbook(job, workbook, 'xls');
}

/** Reads a workbook that is open, and closes it. */
export async function readOpenWorkbook(job: ReadJob, workbook: Workbook, format: TableFormat): Promise<ReadOutcome> {
  try {
    const gathered = await orNothing(job, () => gatherAll(job, workbook));
    if (gathered === null || gathered.length === 0) return { kind: 'refused', reason: WORKBOOK_BROKEN };
    try {
      return await readGathered(job, gathered, format, workbook.macros);
    } finally {
      await Promise.all(gathered.map(({ rows }) => rm(rows.sink.path, { force: true })));
    }
  } finally {
    workbook.close();
  }
}

function refusalOf(parts: readonly Gathered[]): Finding | null {
  const widest = Math.max(...parts.map(({ rows }) => rows.width));
  if (parts.some(({ rows }) => rows.headerMissing)) return HEADER_ROW_MISSING;
  if (parts.every(({ rows }) => rows.filledCells === 0)) return NO_TABLE;
  return widest > LIMITS.columns ? tooManyColumns(widest) : null;
}

async function readGathered(
  job: ReadJob,
  gathered: readonly Gathered[],
  format: TableFormat,
  macros: boolean,
): Promise<ReadOutcome> {
  const { parts, joined } = choose(job, gathered);
  const [first] = parts;
  const names = gathered.map(({ sheet }) => sheet.name);
  const asked = job.choices?.sheet ?? '';
  if (first === undefined || (asked !== '' && asked !== ALL_SHEETS && !names.includes(asked)))
    return { kind: 'refused', reason: noSuchSheet(asked, names) };
  const reason = refusalOf(parts);
  if (reason) return { kind: 'refused', reason };
  const placed = placedNotes(parts);
  const width = Math.max(...parts.map(({ rows }) => rows.sink.width));
  const hidden = new Set(job.choices?.hidden === 'left-out' ? hiddenColumns(placed, width) : []);
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => !hidden.has(at));
  const parquetPath = join(job.workFolder, 'text.parquet');
  await write(job, parts, columns, parquetPath);
  const headers = columns.map((at) => first.rows.headers[at] ?? '');
  const name = parts.length > 1 ? ALL_SHEETS : first.sheet.name;
  return {
    kind: 'table',
    table: {
      parquetPath,
      format,
      encoding: 'binary',
      dialect: null,
      sheet: name,
      sheets: knownParts(job) ?? sheetInfos(gathered, joined),
      rows: parts.reduce((sum, { rows }) => sum + rows.rows, 0),
      headers: parts.length > 1 ? [...headers, SHEET_COLUMN] : headers,
      findings: [
        ...shapeFindings(job, parts),
        ...notesFindings(placed, first.rows.headers, columns),
        ...(macros ? [MACROS] : []),
      ],
    },
  };
}

async function write(
  job: ReadJob,
  parts: readonly Gathered[],
  columns: readonly number[],
  parquetPath: string,
): Promise<void> {
  const session = await job.duckdb.session({ threads: 1, ...writingLimits(columns.length) });
  try {
    const files = parts.map(({ sheet, rows }) =>
      parts.length > 1 ? { sink: rows.sink, label: sheet.name } : { sink: rows.sink },
    );
    await sheetsToParquet(session, files, columns, parquetPath);
  } finally {
    session.close();
  }
}

function placedNotes(parts: readonly Gathered[]): PlacedNotes[] {
  let before = 0;
  return parts.map(({ rows }) => {
    const placed = { notes: rows.notes, before };
    before += rows.rows;
    return placed;
  });
}

function sheetInfos(gathered: readonly Gathered[], joined: readonly Gathered[]): SheetInfo[] {
  const infos = gathered.map(({ sheet, rows }) => ({
    name: sheet.name,
    rows: rows.rows,
    columns: rows.width,
    ...(sheet.hidden ? { hidden: true } : {}),
    headers: rows.headers.slice(0, NAMED_COLUMNS),
  }));
  if (joined.length === 0) return infos;
  const rows = joined.reduce((sum, one) => sum + one.rows.rows, 0);
  const columns = Math.max(...joined.map((one) => one.rows.width)) + 1;
  const headers = joined[0]?.rows.headers.slice(0, NAMED_COLUMNS) ?? [];
  return [...infos, { name: ALL_SHEETS, rows, columns, joins: joined.map(({ sheet }) => sheet.name), headers }];
}

function shapeFindings(job: ReadJob, parts: readonly Gathered[]): Finding[] {
  const findings: Finding[] = [];
  const told = job.choices?.sheet === undefined && parts.length > 1;
  if (told) findings.push(joinedSheets(parts.map(({ sheet }) => sheet.name)));
  const above = parts.flatMap(({ rows }) => rows.above);
  if (above.length > 0) findings.push(rowsAboveHeader(above));
  const [first] = parts;
  for (const { repeated } of parts) if (repeated.count > 0) findings.push(repeatedHeader(repeated));
  if (first && first.rows.namesRows > 1) findings.push(joinedHeader(first.rows.namesRows, first.rows.headers));
  if (first?.rows.headerRow === null && job.choices?.headerRow === undefined) findings.push(NO_HEADER);
  const signatures = parts.reduce((sum, { rows }) => sum + rows.signatures, 0);
  if (signatures > 0) findings.push(signaturesBelow(signatures));
  if (parts.every(({ rows }) => rows.rows === 0)) findings.push(NO_ROWS);
  return findings;
}
