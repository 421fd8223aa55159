import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../kernel/finding.ts';
import { NAMED_COLUMNS, type ReadOutcome, type SheetInfo } from '../text-table.ts';
import type { ReadJob } from './read-job.ts';
import { NO_HEADER, NO_ROWS, rowsAboveHeader } from './reading-findings.ts';
import {
  HEADER_ROW_MISSING,
  LIMITS,
  NO_TABLE,
  noSuchSheet,
  tooManyColumns,
  WORKBOOK_BROKEN,
  WORKBOOK_TOO_LARGE,
} from './refusals.ts';
import { sinkToParquet } from './row-sink.ts';
import { SheetGatherer } from './sheet-gatherer.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook-reader.ts';
import { unpackedSize, type ZipDirectory } from './zip-directory.ts';

const LARGE_MEMBER = 50_000_000;

/** A workbook that would unpack to more than a person made, told from its directory before a byte is unpacked. */
function isTooLarge(directory: ZipDirectory): boolean {
  const inflated = directory.members.some(
    ({ packed, unpacked }) => unpacked > LARGE_MEMBER && unpacked > packed * LIMITS.workbookRatio,
  );
  return inflated || unpackedSize(directory) > LIMITS.workbookBytes;
}

async function gatherSheet(job: ReadJob, workbook: Workbook, sheet: number, keep: boolean): Promise<SheetGatherer> {
  const asked = job.choices?.headerRow;
  const gatherer = new SheetGatherer(join(job.workFolder, `sheet-${sheet}.csv`), keep, asked);
  try {
    await workbook.eachRow(sheet, ({ index, cells }) => {
      gatherer.take(index, cells);
      if (gatherer.taken % 1_000 === 0) {
        job.signal?.throwIfAborted();
        job.progress?.({ stage: 'read', done: gatherer.taken, total: null });
      }
      return gatherer.width <= LIMITS.columns;
    });
  } finally {
    gatherer.finish();
  }
  return gatherer;
}

async function open(job: ReadJob, directory: ZipDirectory): Promise<Workbook | null> {
  try {
    return await openWorkbook(job.path, directory, job.workFolder);
  } catch (error) {
    if (isDiskFault(error)) throw error;
    return null;
  }
}

async function gatherAll(job: ReadJob, workbook: Workbook): Promise<SheetGatherer[] | null> {
  const asked = job.choices?.sheet;
  const gathered: SheetGatherer[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    job.signal?.throwIfAborted();
    try {
      gathered.push(await gatherSheet(job, workbook, index, asked === undefined || asked === sheet.name));
    } catch (error) {
      job.signal?.throwIfAborted();
      if (isDiskFault(error)) throw error;
      return null;
    }
  }
  return gathered;
}

/** Faults of the disk are ours; everything else while unpacking is the workbook's. */
function isDiskFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EIO', 'EROFS'].includes(String(error.code))
  );
}

function choose(job: ReadJob, workbook: Workbook, gathered: readonly SheetGatherer[]): number {
  const asked = job.choices?.sheet;
  if (asked !== undefined) return workbook.sheets.findIndex((sheet) => sheet.name === asked);
  const weight = (index: number) =>
    (gathered[index]?.filledCells ?? 0) * (workbook.sheets[index]?.hidden === true ? 0.001 : 1);
  return gathered.reduce((best, _, index) => (weight(index) > weight(best) ? index : best), 0);
}

function infoOf({ name, hidden }: WorkbookSheet, { rows, width: columns, headers }: SheetGatherer): SheetInfo {
  return { name, rows, columns, ...(hidden ? { hidden } : {}), headers: headers.slice(0, NAMED_COLUMNS) };
}

function findingsOf(job: ReadJob, sheet: SheetGatherer): Finding[] {
  const findings: Finding[] = [];
  if (sheet.above.length > 0) findings.push(rowsAboveHeader(sheet.above));
  if (sheet.headerRow === null && job.choices?.headerRow === undefined) findings.push(NO_HEADER);
  if (sheet.rows === 0) findings.push(NO_ROWS);
  return findings;
}

/** Reads one sheet of an XLSX workbook: the one asked for, else the one with most filled cells. */
export async function readWorkbookFile(job: ReadJob, directory: ZipDirectory | null): Promise<ReadOutcome> {
  if (directory === null) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  if (isTooLarge(directory)) return { kind: 'refused', reason: WORKBOOK_TOO_LARGE };
  const workbook = await open(job, directory);
  if (workbook === null) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  try {
    return await readOpenWorkbook(job, workbook);
  } finally {
    workbook.close();
  }
}

async function readOpenWorkbook(job: ReadJob, workbook: Workbook): Promise<ReadOutcome> {
  if (workbook.sheets.length === 0) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  const names = workbook.sheets.map((sheet) => sheet.name);
  const asked = job.choices?.sheet;
  if (asked !== undefined && !names.includes(asked)) return { kind: 'refused', reason: noSuchSheet(asked, names) };
  const gathered = await gatherAll(job, workbook);
  if (gathered === null) return { kind: 'refused', reason: WORKBOOK_BROKEN };
  const index = choose(job, workbook, gathered);
  const sheet = gathered[index];
  if (sheet?.headerMissing) return { kind: 'refused', reason: HEADER_ROW_MISSING };
  if (sheet === undefined || sheet.filledCells === 0) return { kind: 'refused', reason: NO_TABLE };
  if (sheet.width > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(sheet.width) };
  const parquetPath = join(job.workFolder, 'text.parquet');
  const session = await job.duckdb.session(sheet.width > 500 ? { memory: '800MB' } : { threads: 1 });
  try {
    await sinkToParquet(session, sheet.sink, parquetPath);
  } finally {
    session.close();
    await Promise.all(gathered.map((other) => rm(other.sink.path, { force: true })));
  }
  const name = names[index] ?? '';
  const infos = workbook.sheets.flatMap((each, at) => (gathered[at] ? [infoOf(each, gathered[at])] : []));
  return {
    kind: 'table',
    table: {
      parquetPath,
      format: 'xlsx',
      encoding: 'binary',
      dialect: null,
      sheet: name,
      sheets: infos,
      rows: sheet.rows,
      headers: Array.from({ length: sheet.sink.width }, (_, at) => sheet.headers[at] ?? ''),
      findings: findingsOf(job, sheet),
    },
  };
}
