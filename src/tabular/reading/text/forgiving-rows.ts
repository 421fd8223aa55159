import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { NAMED_COLUMNS, type SheetInfo } from '../../text-table.ts';
import { filledLength } from '../cell-forms.ts';
import { type FoundPart, PartWatcher, type PlacedRecord } from '../part-watcher.ts';
import type { ReadJob } from '../read-job.ts';
import { brokenQuotes, PlaceList, raggedRows } from '../reading-findings.ts';
import { LIMITS } from '../refusals.ts';
import { RowSink, sinkToParquet } from '../row-sink.ts';
import { type Block, cellsOfBlock } from '../side-by-side.ts';
import { csvRecords, type TextSpan } from './csv-records.ts';
import { mendRecord } from './mend-record.ts';
import { isEmptyLine, type TextPlan } from './plan-text.ts';
import { RowFitter } from './row-fitter.ts';
import { notesBelow, otherDelimiter, repeatedHeader } from './text-findings.ts';
import type { WorkText } from './work-text.ts';

/** A table of a text that may hold several, and where it stands. */
export interface FoundTable extends Omit<SheetInfo, 'name'> {
  readonly title: string | null;
  readonly span: TextSpan;
  /** Its columns, where tables stand beside one another. */
  readonly block?: Block | undefined;
}

export interface TextPart extends FoundTable {
  readonly name: string;
}

/** What the forgiving reader brought. */
export interface ForgivenRows {
  readonly rows: number;
  readonly width: number;
  readonly findings: readonly Finding[];
  /** All tables of the text, the one whose rows were kept first. */
  readonly parts: readonly FoundTable[];
}

interface GrowingPart {
  readonly title: string | null;
  readonly start: number;
  readonly columns: number;
  readonly headers: readonly string[];
  rows: number;
}

/** Names of the parts: their titles, or «Таблиця 2»; unique in the file. */
export function namedParts(found: readonly FoundTable[]): TextPart[] {
  const taken = new Set<string>();
  return found.map((table, at) => {
    const { title } = table;
    const plain = title === null || title.length > 80 ? `Таблиця ${at + 1}` : title;
    const name = taken.has(plain) ? `${plain} (${at + 1})` : plain;
    taken.add(name);
    return { ...table, name };
  });
}

function foundTables(parts: readonly GrowingPart[], end: number | undefined, block: Block | undefined): FoundTable[] {
  return parts.map(({ title, rows, columns, headers, start }, at) => ({
    title,
    rows,
    columns,
    headers: headers.slice(0, NAMED_COLUMNS),
    span: { start, end: parts[at + 1]?.start ?? end },
    block,
  }));
}

/** Rows of the first table go to the fitter; the rows of further ones are counted. */
class PartRows {
  readonly repeats = new PlaceList();
  readonly parts: GrowingPart[];
  private readonly fitter: RowFitter;
  private readonly sink: RowSink;

  constructor(first: GrowingPart, fitter: RowFitter, sink: RowSink) {
    this.parts = [first];
    this.fitter = fitter;
    this.sink = sink;
  }

  row({ cells, broken }: PlacedRecord): void {
    if (this.parts.length === 1) this.fitter.take(cells, broken);
    else if (filledLength(cells) > 0) this.current.rows += 1;
  }

  repeated({ cells }: PlacedRecord): void {
    if (this.parts.length === 1) this.repeats.add(this.sink.rows, cells.join(' | '));
  }

  begins({ title, start, header }: FoundPart): void {
    this.parts.push({ title, start, columns: filledLength(header), headers: header, rows: 0 });
  }

  private get current(): GrowingPart {
    return this.parts.at(-1) as GrowingPart;
  }
}

/** Reads all records of a span, forgiving what strict readers refuse, and keeps the rows of its first table. */
async function takeRecords(
  job: ReadJob,
  text: WorkText,
  plan: TextPlan,
  span: TextSpan,
  taken: PartRows,
): Promise<PlaceList> {
  const others = new PlaceList();
  const { rules, width, forms, headerCells, block } = plan;
  const table = { rules, width, forms };
  // beside other tables a record is wider than the table, and its own width is not known
  const records = { ...rules, width: block ? null : width };
  const mayMend = () => block === undefined && taken.parts.length === 1;
  const watcher = new PartWatcher({ headerCells, forms }, width, taken);
  let skip = plan.firstRow;
  const progress = (done: number) => job.progress?.({ stage: 'read', done: Math.min(done, job.size), total: job.size });
  const source = { path: text.path, encoding: 'utf-8', signal: job.signal, progress } as const;
  let row = 0;
  const start = span.start + plan.skipText;
  for await (const batch of csvRecords(source, records, { ...span, start })) {
    for (const record of batch.records) {
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      if (plan.doubleSpaced && isEmptyLine(record.cells)) continue;
      row += 1;
      const mended = mayMend() ? mendRecord(batch.text, record, table) : null;
      if (mended) others.add(row, record.cells.join(' | '));
      const cells = block ? cellsOfBlock(record.cells, block) : (mended ?? record.cells);
      watcher.take({ cells, broken: record.broken, start: batch.base + record.start });
    }
  }
  watcher.finish();
  return others;
}

/** @param span the part of the text to read: one table, and what further ones are found below it */
export async function forgivingRows(
  job: ReadJob,
  session: DuckSession,
  text: WorkText,
  plan: TextPlan,
  span: TextSpan,
): Promise<ForgivenRows> {
  const sink = new RowSink(join(job.workFolder, 'rows.csv'), plan.width);
  const fitter = new RowFitter(sink, plan.width);
  const title = plan.above.findLast((line) => line !== '') ?? null;
  const first = { title, start: span.start, columns: plan.width, headers: plan.headers, rows: 0 };
  const taken = new PartRows(first, fitter, sink);
  let others: PlaceList;
  try {
    others = await takeRecords(job, text, plan, span, taken);
    fitter.finish();
  } finally {
    sink.close();
  }
  first.rows = sink.rows;
  const parts = foundTables(taken.parts, span.end, plan.block);
  if (sink.width > LIMITS.columns) return { rows: sink.rows, width: sink.width, findings: [], parts };
  await sinkToParquet(session, sink, join(job.workFolder, 'text.parquet'));
  await rm(sink.path, { force: true });
  const { shortRows, longRows, brokenRows, notes } = fitter;
  const findings: Finding[] = [];
  if (shortRows.count + longRows.count > 0) findings.push(raggedRows(plan.width, shortRows, longRows));
  if (brokenRows.count > 0) findings.push(brokenQuotes(brokenRows));
  if (others.count > 0) findings.push(otherDelimiter(others));
  if (taken.repeats.count > 0) findings.push(repeatedHeader(taken.repeats));
  if (notes.length > 0) findings.push(notesBelow(notes));
  return { rows: sink.rows, width: sink.width, findings, parts };
}
