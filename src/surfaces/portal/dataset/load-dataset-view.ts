import {
  type Card,
  type CardResource,
  codeListHeadsOfFields,
  referredTables,
  relatedCards,
} from '../../../capabilities/catalog/index.ts';
import { listVersions, refuseWithdrawn, type Version } from '../../../capabilities/publishing/index.ts';
import { type DownloadOffer, downloadOffer, tableMark } from '../../../capabilities/tables/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';
import { loadExplorer, type RowMemory } from '../explorer/load-explorer.ts';
import type { RecentAnswers } from '../recent-answers.ts';
import type { DatasetView } from './dataset-view.ts';
import type { KeptPage } from './kept-page.ts';
import type { TableFacts } from './table-facts.ts';

const RELATED = 4;

/** What pages may remember between requests: only facts that never change. */
export interface PortalMemory {
  /** Pages of rows, by table and question: a table is immutable. */
  readonly rows: RowMemory;
  /** Formats and sizes of download files, by table; only those that change no more by themselves. */
  readonly offers: RecentAnswers<DownloadOffer>;
  /** Summaries of tables. */
  readonly facts: TableFacts;
  /** Near datasets, by version and day: they may be a day behind. */
  readonly related: RecentAnswers<Card[]>;
  /** Rendered pages, by `pageMark`. */
  readonly pages: RecentAnswers<KeptPage>;
}

/** Gathers what a dataset page shows, besides its `messages`. At most three statements for records once its table and its relatives are known. */
export async function loadDatasetView(
  visit: Visit,
  memory: PortalMemory,
  card: Card,
  oldNumber: number | null,
  messages: DatasetView['messages'],
): Promise<DatasetView> {
  const versions = await listVersions(visit.ctx, card.datasetId);
  const old = oldNumber === null || oldNumber === card.versionNumber ? null : versionOf(versions, oldNumber);
  const resources = old?.resources ?? card.resources;
  const asked = visit.query.get('r');
  const resource = resources.find((one) => one.id === asked) ?? resources[0] ?? null;
  const tableId = card.state === 'published' ? (resource?.tableId ?? null) : null;
  const open = resource !== null && tableId !== null;
  const mark = tableMark(tableId ?? '', resource?.hidden?.map(({ name }) => name) ?? []);
  return {
    card,
    old,
    resources,
    resource,
    versions,
    messages,
    codeLists: await codeListHeadsOfFields(
      visit.ctx,
      resources.flatMap(({ fields }) => fields),
    ),
    referred: await referredTables(visit.ctx, resource?.fields ?? []),
    related: await loadRelated(visit, memory, card),
    facts: open ? await memory.facts.of(visit, tableId, mark) : new Map(),
    table: open ? await loadExplorer(visit, memory.rows, resource, tableId) : null,
    offer: open ? await loadOffer(visit, memory, resource, tableId, mark) : null,
  };
}

function versionOf(versions: readonly Version[], number: number): Version {
  const version = versions.find((one) => one.number === number);
  if (version) {
    refuseWithdrawn(version);
    return version;
  }
  const numbers = versions.map((one) => one.number);
  throw new RequestError('not-found', 'no-such-version', {
    uk: `Версії ${number} немає. Є версії: ${numbers.join(', ')}.`,
    en: `There is no version ${number}. There are versions: ${numbers.join(', ')}.`,
  });
}

function loadRelated(visit: Visit, memory: PortalMemory, card: Card): Promise<Card[]> {
  const today = dayOf(visit.ctx.clock.now());
  return memory.related.answer(`${card.versionId} ${today}`, () => relatedCards(visit.ctx, card, RELATED));
}

async function loadOffer(
  visit: Visit,
  memory: PortalMemory,
  resource: CardResource,
  tableId: string,
  mark: string,
): Promise<DownloadOffer> {
  const known = memory.offers.known(mark);
  if (known) return known;
  const offer = await downloadOffer(visit.ctx, { id: tableId, columns: resource.fields, rows: resource.rows ?? 0 });
  // no finished file is given while a column is hidden
  if (resource.hidden) return { ...offer, sizes: new Map(), complete: false };
  if (offer.complete) memory.offers.remember(mark, offer);
  return offer;
}
