import type { Card, Dataset } from '../../../capabilities/catalog/index.ts';
import { passportFaults, updateDueOn } from '../../../capabilities/catalog/index.ts';
import type { Message } from '../../../capabilities/community/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import { type Day, dayOf, daysBetween } from '../../../kernel/dates.ts';

export type DeskDeed = 'replace' | 'update' | 'finish' | 'publish' | 'look' | 'review';

/** One thing to do. */
export interface DeskLine {
  readonly dataset: Dataset;
  readonly deed: DeskDeed;
  /** The day it is due; null for drafts, which nobody but their author waits for. */
  readonly dueOn: Day | null;
  readonly reason: 'late' | 'soon' | 'refused' | 'draft' | 'new-file' | 'working' | 'review';
  readonly path: string;
  /** Since when it waits. */
  readonly since: Date;
}

/** A message somebody waits to have answered. */
export interface MessageLine {
  readonly message: Message;
  readonly dueOn: Day;
  readonly path: string;
}

/** Lines of datasets and of messages together, by term; of one day the messages first, because a person waits. */
export function withMessages(
  lines: readonly DeskLine[],
  messages: readonly Message[],
): readonly (DeskLine | MessageLine)[] {
  const waiting = messages.flatMap((message): MessageLine[] =>
    message.dueOn === null ? [] : [{ message, dueOn: message.dueOn, path: `/cabinet/messages/${message.id}` }],
  );
  // sorting keeps the order of what is due on one day
  return [...waiting, ...lines].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** A set appears so many days before its update is due: a fifth of its period, at least one day and at most two weeks. */
function noticeDays(period: number): number {
  return Math.min(14, Math.max(1, Math.round(period / 5)));
}

/** All that is to do with these datasets, the most urgent first. */
export function deskLines(
  datasets: readonly Dataset[],
  readings: readonly Reading[],
  cards: ReadonlyMap<string, Card>,
  now: Date,
): DeskLine[] {
  const today = dayOf(now);
  const lines = datasets.flatMap((dataset) => {
    const own = readings.filter(({ datasetId, publishedAt }) => datasetId === dataset.id && publishedAt === null);
    const line = ofFile(dataset, own[0] ?? null, today) ?? ofTerm(dataset, cards.get(dataset.id) ?? null, today);
    return line ? [line] : [];
  });
  return lines.sort(
    (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || b.since.getTime() - a.since.getTime(),
  );
}

/** What an unpublished file or a draft waits for. */
function ofFile(dataset: Dataset, reading: Reading | null, today: Day): DeskLine | null {
  const draft = dataset.state === 'draft';
  if (!reading && !draft) return null;
  const shared = { dataset, dueOn: null, since: reading?.changedAt ?? dataset.changedAt };
  const at = (path: string) => `/cabinet/${path}`;
  switch (reading?.state) {
    case 'refused':
    case 'failed':
      return { ...shared, deed: 'replace', dueOn: today, reason: 'refused', path: at(`readings/${reading.id}`) };
    case 'received':
    case 'reading':
    case 'mending':
      return { ...shared, deed: 'look', reason: 'working', path: at(`readings/${reading.id}`) };
    case 'checked':
    case 'receiving':
      return { ...shared, deed: 'finish', reason: draft ? 'draft' : 'new-file', path: at(`readings/${reading.id}`) };
    default:
      return { ...shared, ...wayOn(dataset, reading), reason: draft ? 'draft' : 'new-file' };
  }
}

/** A ready file goes to the passport, or to publication when the passport is whole; a table not looked at yet begins there. */
function wayOn(dataset: Dataset, reading: Reading | null): Pick<DeskLine, 'deed' | 'path'> {
  const base = `/cabinet/datasets/${dataset.id}`;
  const hasFields = dataset.resources.some(({ kind, structure }) => kind !== 'table' || structure.fields.length > 0);
  if (reading && !hasFields) return { deed: 'finish', path: `/cabinet/readings/${reading.id}` };
  const needsFile = !reading && !dataset.resources.some(({ kind }) => kind === 'link');
  if (needsFile) return { deed: 'finish', path: `/cabinet/new?dataset=${dataset.id}` };
  return passportFaults(dataset.passport).length > 0
    ? { deed: 'finish', path: `${base}/passport` }
    : { deed: 'publish', path: `${base}/publish` };
}

/** What the rhythm of a published set, or the review day of a suspended one, asks. */
function ofTerm(dataset: Dataset, card: Card | null, today: Day): DeskLine | null {
  if (!card) return null;
  const shared = { dataset, since: new Date(card.changedAt) };
  if (card.state === 'suspended') {
    const reviewOn = card.closure?.reviewOn ?? null;
    if (reviewOn === null || daysBetween(today, reviewOn) > 14) return null;
    return { ...shared, deed: 'review', reason: 'review', dueOn: reviewOn, path: `/cabinet/datasets/${dataset.id}` };
  }
  const dueOn = updateDueOn(card);
  if (card.state !== 'published' || dueOn === null) return null;
  const left = daysBetween(today, dueOn);
  const period = daysBetween(dayOf(new Date(card.dataAsOf)), dueOn);
  if (left > noticeDays(period)) return null;
  const path = `/cabinet/new?dataset=${dataset.id}`;
  return { ...shared, deed: 'update', reason: left < 0 ? 'late' : 'soon', dueOn, path };
}
