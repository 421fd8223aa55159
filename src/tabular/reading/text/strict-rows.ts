import { join } from 'node:path';
import { type DuckSession, literal } from '../../../platform/duckdb/duckdb.ts';
import { filled } from '../cell-forms.ts';
import type { ReadJob } from '../read-job.ts';
import { csvToParquet, parquetRows } from '../row-sink.ts';
import { loneText } from './footnotes.ts';
import type { TextPlan } from './plan-text.ts';
import { parseRecords } from './record-parser.ts';
import { type Survey, surveyFile } from './survey-file.ts';
import { readBytes, type WorkText } from './work-text.ts';

/** How the strict reading ended. */
export type Strict =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not-utf8'; readonly at: number };

const TAIL_BYTES = 16_384;
const TAIL_ROWS = 10;

/** The strict reader understands one kind of quote, a header in the first line and nothing above it. */
export function mayBeStrict(plan: TextPlan): boolean {
  const { delimiter, quote, escape: escaping, spaces } = plan.rules;
  return (
    plan.even &&
    plan.blocks === null &&
    plan.skipText === 0 &&
    plan.firstRow <= 1 &&
    plan.above.length === 0 &&
    escaping === quote &&
    spaces === undefined &&
    delimiter.length === 1 &&
    delimiter.charCodeAt(0) < 128
  );
}

function surveyText(job: ReadJob, text: WorkText, plan: TextPlan): Promise<Survey> {
  const { delimiter, quote } = plan.rules;
  const progress = (done: number) => job.progress?.({ stage: 'read', done: Math.min(done, job.size), total: job.size });
  return surveyFile(text.path, { delimiter, quote, signal: job.signal, progress });
}

/** Whether the last rows hold what a strict reader takes for rows: blank ones, or a sentence alone under the table. */
async function endsOddly(text: WorkText, size: number, plan: TextPlan): Promise<boolean> {
  if (plan.width < 2) return false;
  const bytes = await readBytes(text.path, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
  const tail = bytes.toString('utf8');
  const from = size > TAIL_BYTES ? tail.indexOf('\n') + 1 : 0;
  const records = [...parseRecords(tail.slice(from), { ...plan.rules, width: plan.width })].slice(-TAIL_ROWS);
  const last = records.at(-1)?.cells ?? [];
  return records.length > 0 && (filled(last) === 0 || loneText(last) !== null);
}

/** Whether blank rows or the header itself stand between the rows: signs of a further table or of pages. */
async function hasSeams(session: DuckSession, plan: TextPlan, parquetPath: string): Promise<boolean> {
  if (plan.width < 2) return false;
  const columns = Array.from({ length: plan.width }, (_, at) => `c${at}`);
  const [names] = plan.headerCells;
  const same = (names ?? [])
    .map((name, at) => ({ name: name.trim(), column: columns[at] ?? '' }))
    .filter(({ name, column }) => name !== '' && column !== '')
    .slice(0, 4)
    .map(({ name, column }) => `${column} = ${literal(name)}`);
  const blank = columns.map((column) => `${column} IS NULL`).join(' AND ');
  const seams = [blank, ...(same.length > 1 ? [same.join(' AND ')] : [])];
  for (const seam of seams) {
    const found = await session.rows(`SELECT 1 FROM read_parquet(${literal(parquetPath)}) WHERE ${seam} LIMIT 1`);
    if (found.length > 0) return true;
  }
  return false;
}

/** DuckDB reads while the survey walks the same bytes: it proves UTF-8 and counts records, so that no row is lost in silence. */
export async function strictRows(job: ReadJob, session: DuckSession, text: WorkText, plan: TextPlan): Promise<Strict> {
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
  if (await endsOddly(text, survey.size, plan)) return { kind: 'refused' };
  return (await hasSeams(session, plan, parquetPath)) ? { kind: 'refused' } : { kind: 'rows', rows };
}

/** A file read forgivingly from the start must still be UTF-8 to its last byte. */
export async function provenText(job: ReadJob, text: WorkText, plan: TextPlan): Promise<Strict> {
  if (text.proven) return { kind: 'refused' };
  const survey = await surveyText(job, text, plan);
  return survey.utf8 ? { kind: 'refused' } : { kind: 'not-utf8', at: survey.brokenAt ?? 0 };
}
