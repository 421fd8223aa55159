import type { BoardRow } from '../../../capabilities/catalog/index.ts';
import type { FileInHand } from '../../../capabilities/ingest/index.ts';
import { type Day, dayOf, daysBetween } from '../../../kernel/dates.ts';

export type DatasetDeed = 'replace' | 'update' | 'finish' | 'publish' | 'look' | 'review';

/** What a dataset waits for. */
export interface DatasetWork {
  readonly row: BoardRow;
  readonly deed: DatasetDeed;
  /** The day it is due; null for drafts, which nobody but their author waits for. */
  readonly dueOn: Day | null;
  readonly reason: 'late' | 'soon' | 'refused' | 'draft' | 'new-file' | 'working' | 'review';
  readonly path: string;
  /** Since when it waits. */
  readonly since: Date;
}

/** A set appears so many days before its update is due: a fifth of its period, at least one day and at most two weeks. */
function noticeDays(period: number): number {
  return Math.min(14, Math.max(1, Math.round(period / 5)));
}

/** What this dataset waits for, or null. */
export function workOf(row: BoardRow, files: readonly FileInHand[], now: Date): DatasetWork | null {
  const today = dayOf(now);
  return ofFile(row, files.find(({ datasetId }) => datasetId === row.id) ?? null, today) ?? ofTerm(row, today);
}

/** What an unpublished file or a draft waits for. */
function ofFile(row: BoardRow, file: FileInHand | null, today: Day): DatasetWork | null {
  const draft = row.state === 'draft';
  if (!file && !draft) return null;
  const shared = { row, dueOn: null, since: file?.changedAt ?? row.changedAt };
  const at = `/cabinet/readings/${file?.id}`;
  const begun = draft ? 'draft' : 'new-file';
  switch (file?.state) {
    case 'refused':
    case 'failed':
      return { ...shared, deed: 'replace', dueOn: today, reason: 'refused', path: at };
    case 'received':
    case 'reading':
    case 'mending':
      return { ...shared, deed: 'look', reason: 'working', path: at };
    case 'checked':
    case 'receiving':
      return { ...shared, deed: 'finish', reason: begun, path: at };
    default:
      return { ...shared, ...wayOn(row, file), reason: begun };
  }
}

/** A ready file goes to the passport, or to publication when the passport is whole; a table not looked at yet begins there. */
function wayOn(row: BoardRow, file: FileInHand | null): Pick<DatasetWork, 'deed' | 'path'> {
  const base = `/cabinet/datasets/${row.id}`;
  const hasFields = row.resources.some((resource) => resource.kind !== 'table' || resource.hasFields);
  if (file && !hasFields) return { deed: 'finish', path: `/cabinet/readings/${file.id}` };
  const needsFile = !file && !row.resources.some(({ kind }) => kind === 'link');
  if (needsFile) return { deed: 'finish', path: `/cabinet/new?dataset=${row.id}` };
  return row.missing > 0 ? { deed: 'finish', path: `${base}/passport` } : { deed: 'publish', path: `${base}/publish` };
}

/** What the rhythm of a published set, or the review day of a suspended one, asks. */
function ofTerm(row: BoardRow, today: Day): DatasetWork | null {
  const { dueOn, dataAsOf } = row;
  if (dueOn === null) return null;
  const left = daysBetween(today, dueOn);
  if (row.state === 'suspended') {
    if (left > 14) return null;
    const path = `/cabinet/datasets/${row.id}`;
    return { row, since: row.changedAt, deed: 'review', reason: 'review', dueOn, path };
  }
  const period = dataAsOf === null ? 0 : daysBetween(dayOf(new Date(dataAsOf)), dueOn);
  if (row.state !== 'published' || left > noticeDays(period)) return null;
  const path = `/cabinet/new?dataset=${row.id}`;
  return { row, since: row.changedAt, deed: 'update', reason: left < 0 ? 'late' : 'soon', dueOn, path };
}
