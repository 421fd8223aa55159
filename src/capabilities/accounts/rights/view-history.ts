import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import {
  type Erasure,
  eraseEntry,
  findEntry,
  type HistoryEntry,
  type HistoryFilter,
  type HistoryPage,
  listHistory,
  type SealedEntry,
  sealedHistory,
} from '../../history/index.ts';
import { noSuchEntry } from '../refusals.ts';
import { type DatasetPlace, may, permit, reachOf } from './permit.ts';

/** A page of a list: `after` is `next` of the page before. */
export interface HistoryPaging {
  readonly after?: string | null;
  readonly size: number;
}

/** The filter narrowed to what the actor may read: all, or their units and datasets. Throws `signed-out`, `forbidden`. */
async function withinReach(ctx: Context, filter: HistoryFilter): Promise<HistoryFilter> {
  await permit(ctx, 'history.view');
  const reach = await reachOf(ctx, 'history.view');
  return reach === 'all' ? filter : { ...filter, within: reach };
}

/** A page of the history for a person who may see it: the whole of it, or that of their units. Throws `signed-out`, `forbidden`. */
export async function viewHistory(ctx: Context, filter: HistoryFilter, paging: HistoryPaging): Promise<HistoryPage> {
  return await listHistory(ctx, await withinReach(ctx, filter), paging);
}

/**
 * What was done to one dataset, for those who may read the history there and for those who may edit it; these see no network addresses.
 * Throws `signed-out`, `forbidden`.
 */
export async function viewDatasetHistory(
  ctx: Context,
  dataset: DatasetPlace & { readonly id: string },
  paging: HistoryPaging,
): Promise<HistoryPage> {
  const whole = await may(ctx, 'history.view', dataset);
  if (!whole) await permit(ctx, 'dataset.edit', dataset);
  const page = await listHistory(ctx, { subjectKind: 'dataset', subjectId: dataset.id }, paging);
  return whole ? page : { ...page, items: page.items.map((entry) => ({ ...entry, address: null })) };
}

/** One entry. Throws `signed-out`, `forbidden`, `not-found`. */
export async function viewHistoryEntry(ctx: Context, id: string): Promise<HistoryEntry> {
  const { within } = await withinReach(ctx, {});
  const entry = await findEntry(ctx, id);
  if (!entry) throw noSuchEntry();
  if (within) await permit(ctx, 'history.view', { id: datasetOf(entry), unitId: entry.unitId });
  return entry;
}

const datasetOf = ({ subject }: HistoryEntry) => (subject.kind === 'dataset' ? subject.id : null);

/**
 * The history in the order of its chain, a thousand entries at a time, as far as the actor may read it. The right is asked before the first
 * entry. Throws `signed-out`, `forbidden`.
 * @param after position of the chain already known; 0: from the first
 */
export async function viewSealedHistory(
  ctx: Context,
  filter: HistoryFilter,
  after: number,
): Promise<AsyncGenerator<readonly SealedEntry[]>> {
  return sealedHistory(ctx, await withinReach(ctx, filter), after);
}

/** Characters. */
const MOST_WORDS = 1000;

function erasureFaults({ reason, order }: Erasure): FieldFault[] {
  const faults: FieldFault[] = [];
  if (reason === '' || reason.length > MOST_WORDS)
    faults.push({
      field: 'reason',
      text: { uk: 'Поясніть, чому зміст вилучено.', en: 'Explain why the content is erased.' },
    });
  if (order === '' || order.length > MOST_WORDS)
    faults.push({
      field: 'order',
      text: { uk: 'Вкажіть документ, його номер і дату.', en: 'Name the document, its number and date.' },
    });
  return faults;
}

/**
 * Erases the content of an entry after an incident. Needs `settings.change`. Throws `forbidden`, `not-found`, `conflict`, `invalid` (fields
 * `reason`, `order`).
 */
export async function eraseHistoryContent(ctx: Context, id: string, asked: Erasure): Promise<void> {
  await permit(ctx, 'settings.change', null);
  const erasure = { reason: asked.reason.trim(), order: asked.order.trim() };
  refuseFaults(erasureFaults(erasure));
  await eraseEntry(ctx, id, erasure);
}
