import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import type { Encoding, ReadOutcome, SheetInfo } from '../../text-table.ts';
import { writingLimits } from '../../work-session.ts';
import { detectEncoding, encodingByMark } from '../encoding.ts';
import type { ReadJob } from '../read-job.ts';
import { brokenCharacters, NO_HEADER, NO_ROWS, rowsAboveHeader } from '../reading-findings.ts';
import { HEADER_ROW_MISSING, LIMITS, LINE_TOO_LONG, NO_TABLE, noSuchSheet, tooManyColumns } from '../refusals.ts';
import type { Block } from '../side-by-side.ts';
import { EndlessRecord, type TextSpan } from './csv-records.ts';
import { type ForgivenRows, type FoundTable, forgivingRows, namedParts, type TextPart } from './forgiving-rows.ts';
import { planTable, type TextPlan } from './plan-text.ts';
import { mayBeStrict, provenText, strictRows } from './strict-rows.ts';
import { joinedHeader } from './text-findings.ts';
import { readPartSample, readSample } from './text-sample.ts';
import { prepareText, reconsider, type WorkText, workTextPath } from './work-text.ts';

/** A further table of a file is taken instead of the first one where it is so much larger. */
const MUCH_LARGER = 4;

function outcome(
  job: ReadJob,
  text: WorkText,
  plan: TextPlan,
  read: Omit<ForgivenRows, 'parts'>,
  parts: readonly TextPart[],
  chosen: TextPart | null,
): ReadOutcome {
  const findings: Finding[] = [...read.findings];
  if (plan.above.length > 0) findings.push(rowsAboveHeader(plan.above));
  if (plan.headerCells.length > 1) findings.push(joinedHeader(plan.headerCells.length, plan.headers));
  if (plan.headerRow === null && job.choices?.headerRow === undefined) findings.push(NO_HEADER);
  if (text.broken > 0) findings.push(brokenCharacters(text.broken));
  if (read.rows === 0) findings.push(NO_ROWS);
  const several = parts.length > 1;
  const sheets: SheetInfo[] = several
    ? parts.map(({ name, rows, columns, headers = [] }) => ({ name, rows, columns, headers }))
    : [];
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
      sheet: several ? (chosen?.name ?? null) : null,
      sheets,
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
    await rm(workTextPath(job), { force: true });
  }
}

function detectFor(asked: Encoding | undefined, head: Buffer): Encoding {
  if (asked === 'utf-8') return encodingByMark(head) === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8';
  return detectEncoding(head);
}

/** How one table of the text will be read, or why it cannot be. */
async function planPart(
  job: ReadJob,
  text: WorkText,
  span: TextSpan,
  block?: Block,
): Promise<TextPlan | Extract<ReadOutcome, { kind: 'refused' }>> {
  const { start, end } = span;
  const sample = start === 0 && end === undefined ? await readSample(text.path) : await readPartSample(text.path, span);
  if (sample.endless) throw new EndlessRecord();
  const plan = planTable(sample, start === 0 ? (job.choices ?? {}) : { ...job.choices, headerRow: undefined }, block);
  if (plan === null) return { kind: 'refused', reason: NO_TABLE };
  if (plan.headerMissing) return { kind: 'refused', reason: HEADER_ROW_MISSING };
  if (plan.widest > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(plan.widest) };
  return plan;
}

const WHOLE: TextSpan = { start: 0 };

async function readPrepared(job: ReadJob, text: WorkText): Promise<ReadOutcome> {
  const plan = await planPart(job, text, WHOLE);
  if ('kind' in plan) return plan;
  const strict = mayBeStrict(plan)
    ? await inSession(job, plan, (session) => strictRows(job, session, text, plan))
    : await provenText(job, text, plan);
  if (strict.kind === 'not-utf8') return readPrepared(job, await reconsider(job, text.encoding, strict.at));
  if (strict.kind === 'rows') {
    const read = { rows: strict.rows, width: plan.width, findings: [] };
    return outcome(job, text, plan, read, [], null);
  }
  return readForgivingly(job, text, plan);
}

interface ReadPart {
  readonly plan: TextPlan;
  readonly read: ForgivenRows;
}

async function readPart(
  job: ReadJob,
  text: WorkText,
  plan: TextPlan | Extract<ReadOutcome, { kind: 'refused' }>,
  span: TextSpan,
): Promise<ReadPart | Extract<ReadOutcome, { kind: 'refused' }>> {
  if ('kind' in plan) return plan;
  const read = await inSession(job, plan, (session) => forgivingRows(job, session, text, plan, span));
  return { plan, read };
}

/**
 * The first table of each block of columns is read to know what the file holds; the one that is kept is read once more unless it was the last,
 * where a person named another, or where another is much larger.
 */
async function readForgivingly(job: ReadJob, text: WorkText, plan: TextPlan): Promise<ReadOutcome> {
  const found: FoundTable[] = [];
  let last: ReadPart | null = null;
  for (const block of plan.blocks ?? [undefined]) {
    const itsPlan = block === undefined ? plan : await planPart(job, text, WHOLE, block);
    const part = await readPart(job, text, itsPlan, WHOLE);
    if ('kind' in part) return part;
    found.push(...part.read.parts);
    last = part;
  }
  const parts = namedParts(found);
  const names = parts.map(({ name }) => name);
  const asked = job.choices?.sheet;
  const chosen = choosePart(parts, asked);
  if (chosen === null || last === null) return { kind: 'refused', reason: noSuchSheet(asked ?? '', names) };
  const isRead = found[parts.indexOf(chosen)] === last.read.parts[0];
  const kept = isRead
    ? last
    : await readPart(job, text, await planPart(job, text, chosen.span, chosen.block), chosen.span);
  if ('kind' in kept) return kept;
  if (kept.read.width > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(kept.read.width) };
  return outcome(job, text, kept.plan, kept.read, parts, chosen);
}

function choosePart(parts: readonly TextPart[], asked: string | undefined): TextPart | null {
  const [first] = parts;
  if (!first) return null;
  if (asked !== undefined && parts.length > 1) return parts.find(({ name }) => name === asked) ?? null;
  const cells = ({ rows, columns }: TextPart) => rows * columns;
  const largest = parts.reduce((most, part) => (cells(part) > cells(most) ? part : most), first);
  return cells(largest) > cells(first) * MUCH_LARGER ? largest : first;
}

async function inSession<T>(job: ReadJob, plan: TextPlan, work: (session: DuckSession) => Promise<T>): Promise<T> {
  const session = await job.duckdb.session(writingLimits(plan.width));
  try {
    return await work(session);
  } finally {
    session.close();
  }
}
