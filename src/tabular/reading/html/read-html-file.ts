import type { ReadOutcome } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { refusedKind } from '../refusals.ts';
import { readOpenWorkbook } from '../workbook/read-workbook-file.ts';
import { markupEncoding } from '../xml/xml-text.ts';
import { htmlWorkbook } from './html-workbook.ts';

/** Reads the tables of a web page, as many offices save them with the ending `.xls`; a page without a table is refused. */
export async function readHtmlFile(job: ReadJob, head: Buffer): Promise<ReadOutcome> {
  const isMail = /^(mime-version:|content-type: multipart)/i.test(head.subarray(0, 200).toString('latin1').trimStart());
  if (isMail) return { kind: 'refused', reason: refusedKind('html') };
  const encoding = job.choices?.encoding ?? markupEncoding(head);
  const outcome = await readOpenWorkbook(job, htmlWorkbook(job, encoding), 'html');
  if (outcome.kind === 'table') return { kind: 'table', table: { ...outcome.table, encoding } };
  const none = ['workbook-broken', 'file-no-table'].includes(outcome.reason.code);
  return none ? { kind: 'refused', reason: refusedKind('html') } : outcome;
}
