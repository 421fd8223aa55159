import { open, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import type { Encoding, ReadOutcome } from '../../text-table.ts';
import { detectEncoding, encodingByMark, legacyEncoding, mostlyUtf8 } from '../encoding.ts';
import type { ReadJob } from '../read-job.ts';
import {
  brokenCharacters,
  brokenQuotes,
  NO_HEADER,
  NO_ROWS,
  raggedRows,
  rowsAboveHeader,
} from '../reading-findings.ts';
import { HEADER_ROW_MISSING, LIMITS, LINE_TOO_LONG, NO_TABLE, tooManyColumns } from '../refusals.ts';
import { csvToParquet, parquetRows, RowSink, sinkToParquet } from '../row-sink.ts';
import { csvRecords, EndlessRecord } from './csv-records.ts';
import { planTable, readSample, type TextPlan } from './plan-text.ts';
import { RowFitter } from './row-fitter.ts';
import { type Survey, surveyFile } from './survey-file.ts';
import { transcodeFile } from './transcode-file.ts';

/** The file as UTF-8: itself, or its transcoded copy. */
interface WorkText {
  readonly path: string;
  readonly encoding: Encoding;
  readonly broken: number;
  /** Known to be UTF-8 to the last byte. */
  readonly proven: boolean;
}

/** What the strict or the forgiving reader brought. */
interface Rows {
  readonly rows: number;
  readonly width: number;
  readonly findings: readonly Finding[];
}

/** How the strict reading ended. */
type Strict =
  | { readonly kind: 'rows'; readonly read: Rows }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not-utf8'; readonly at: number };

const isUtf8Name = (encoding: Encoding): boolean => encoding === 'utf-8' || encoding === 'utf-8-bom';

async function readPart(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function reportBytes(job: ReadJob): (done: number) => void {
  return (done) => job.progress?.({ stage: 'read', done: Math.min(done, job.size), total: job.size });
}

/**
 * Prepares the text as UTF-8. UTF-8 files are used where they lie, by a link with a name of ours: DuckDB takes stars and brackets in a
 * path for patterns.
 */
async function prepareText(job: ReadJob, encoding: Encoding, damaged: boolean): Promise<WorkText> {
  const path = join(job.workFolder, 'source.txt');
  await rm(path, { force: true });
  if (isUtf8Name(encoding) && !damaged) {
    await symlink(resolve(job.path), path);
    return { path, encoding, broken: 0, proven: false };
  }
  const done = await transcodeFile({ path: job.path, encoding, signal: job.signal }, path);
  return { path, encoding, broken: done.broken, proven: true };
}

/** When a byte deep in the file is not UTF-8: a few damaged characters, or another encoding after a long ASCII beginning. */
async function reconsider(job: ReadJob, encoding: Encoding, brokenAt: number): Promise<WorkText> {
  if (job.choices?.encoding !== undefined) return prepareText(job, encoding, true);
  const window = await readPart(job.path, Math.max(0, brokenAt - 65_536), 2 * 1024 * 1024 + 65_536);
  if (encoding === 'utf-8-bom' || mostlyUtf8(window)) return prepareText(job, encoding, true);
  return prepareText(job, legacyEncoding(window), true);
}

/** DuckDB reads while the survey walks the same bytes: it proves UTF-8 and counts records, so that no row is lost in silence. */
async function strictRows(job: ReadJob, session: DuckSession, text: WorkText, plan: TextPlan): Promise<Strict> {
  const parquetPath = join(job.workFolder, 'text.parquet');
  const { delimiter, quote } = plan.rules;
  const shape = {
    csvPath: text.path,
    parquetPath,
    columns: plan.width,
    delimiter,
    quote,
    header: plan.headerRow === 0,
  };
  const copying = csvToParquet(session, { ...shape, uneven: false, longestLine: 0, newLine: null }).then(
    () => true,
    () => false,
  );
  const survey = await surveyText(job, text, plan).catch(async (error) => {
    session.interrupt();
    await copying; // a session closed under a running statement takes the whole process with it
    throw error;
  });
  if (!survey.utf8) session.interrupt();
  const copied = await copying;
  job.signal?.throwIfAborted();
  if (!survey.utf8) return { kind: 'not-utf8', at: survey.brokenAt ?? 0 };
  if (!copied || survey.mixedLineEnds || survey.zeros) return { kind: 'refused' };
  const rows = await parquetRows(session, parquetPath);
  if (rows !== survey.records - plan.firstRow) return { kind: 'refused' };
  return { kind: 'rows', read: { rows, width: plan.width, findings: [] } };
}

function surveyText(job: ReadJob, text: WorkText, plan: TextPlan): Promise<Survey> {
  const { delimiter, quote } = plan.rules;
  return surveyFile(text.path, { delimiter, quote, signal: job.signal, progress: reportBytes(job) });
}

async function forgivingRows(job: ReadJob, session: DuckSession, text: WorkText, plan: TextPlan): Promise<Rows> {
  const sink = new RowSink(join(job.workFolder, 'rows.csv'), plan.width);
  const fitter = new RowFitter(sink, plan.width);
  let skip = plan.firstRow;
  const source = { path: text.path, encoding: 'utf-8', signal: job.signal, progress: reportBytes(job) } as const;
  try {
    for await (const records of csvRecords(source, { ...plan.rules, width: plan.width }, plan.skipText)) {
      for (const record of records) {
        if (skip > 0) skip -= 1;
        else fitter.take(record.cells, record.broken);
      }
    }
  } finally {
    sink.close();
  }
  if (sink.width > LIMITS.columns) return { rows: sink.rows, width: sink.width, findings: [] };
  await sinkToParquet(session, sink, join(job.workFolder, 'text.parquet'));
  await rm(sink.path, { force: true });
  const { shortRows, longRows, brokenRows } = fitter;
  const findings: Finding[] = [];
  if (shortRows.count + longRows.count > 0) findings.push(raggedRows(plan.width, shortRows, longRows));
  if (brokenRows.count > 0) findings.push(brokenQuotes(brokenRows));
  return { rows: sink.rows, width: sink.width, findings };
}

/** The strict reader understands one kind of quote, a header in the first line and nothing above it. */
function mayBeStrict(plan: TextPlan): boolean {
  const { delimiter, quote, escape: escaping } = plan.rules;
  return (
    plan.even &&
    plan.skipText === 0 &&
    plan.firstRow <= 1 &&
    plan.above.length === 0 &&
    escaping === quote &&
    delimiter.charCodeAt(0) < 128
  );
}

function outcome(job: ReadJob, text: WorkText, plan: TextPlan, read: Rows): ReadOutcome {
  const findings: Finding[] = [...read.findings];
  if (plan.above.length > 0) findings.push(rowsAboveHeader(plan.above));
  if (plan.headerRow === null && job.choices?.headerRow === undefined) findings.push(NO_HEADER);
  if (text.broken > 0) findings.push(brokenCharacters(text.broken));
  if (read.rows === 0) findings.push(NO_ROWS);
  return {
    kind: 'table',
    table: {
      parquetPath: join(job.workFolder, 'text.parquet'),
      format: 'csv',
      encoding: text.encoding,
      dialect: {
        delimiter: plan.rules.delimiter,
        quote: plan.rules.quote,
        headerRow: plan.headerRow,
        skippedLines: plan.above.length,
      },
      sheet: null,
      sheets: [],
      rows: read.rows,
      headers: Array.from({ length: read.width }, (_, index) => plan.headers[index] ?? ''),
      findings,
    },
  };
}

/** Reads a delimited text file: strictly by DuckDB where the file keeps the rules, by the forgiving reader where it does not. */
export async function readTextFile(job: ReadJob, head: Buffer): Promise<ReadOutcome> {
  const asked = job.choices?.encoding;
  const encoding = asked === 'utf-8' || asked === undefined || asked === 'binary' ? detectFor(asked, head) : asked;
  try {
    return await readPrepared(job, await prepareText(job, encoding, false));
  } catch (error) {
    if (error instanceof EndlessRecord) return { kind: 'refused', reason: LINE_TOO_LONG };
    throw error;
  } finally {
    await rm(join(job.workFolder, 'source.txt'), { force: true });
  }
}

function detectFor(asked: Encoding | undefined, head: Buffer): Encoding {
  if (asked === 'utf-8') return encodingByMark(head) === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8';
  return detectEncoding(head);
}

async function readPrepared(job: ReadJob, text: WorkText): Promise<ReadOutcome> {
  const sample = await readSample(text.path);
  if (sample.endless) throw new EndlessRecord();
  const plan = planTable(sample, job.choices ?? {});
  if (plan === null) return { kind: 'refused', reason: NO_TABLE };
  if (plan.headerMissing) return { kind: 'refused', reason: HEADER_ROW_MISSING };
  if (plan.widest > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(plan.widest) };
  const session = await job.duckdb.session(plan.width > 500 ? { memory: '1600MB', threads: 1 } : {});
  try {
    const strict = mayBeStrict(plan) ? await strictRows(job, session, text, plan) : await provenText(job, text, plan);
    if (strict.kind === 'rows') return outcome(job, text, plan, strict.read);
    if (strict.kind === 'refused') {
      const read = await forgivingRows(job, session, text, plan);
      if (read.width > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(read.width) };
      return outcome(job, text, plan, read);
    }
    return await readPrepared(job, await reconsider(job, text.encoding, strict.at));
  } finally {
    session.close();
  }
}

/** A file read forgivingly from the start must still be UTF-8 to its last byte. */
async function provenText(job: ReadJob, text: WorkText, plan: TextPlan): Promise<Strict> {
  if (text.proven) return { kind: 'refused' };
  const survey = await surveyText(job, text, plan);
  return survey.utf8 ? { kind: 'refused' } : { kind: 'not-utf8', at: survey.brokenAt ?? 0 };
}
