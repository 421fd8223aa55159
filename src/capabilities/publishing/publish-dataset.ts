import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { findUnit } from '../accounts/index.ts';
import { originsOf } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { markPublished } from '../ingest/index.ts';
import { keepReport } from '../privacy/index.ts';
import { createTable } from '../tables/index.ts';
import type { Draft } from './draft.ts';
import { draftSource, draftStamp } from './draft-rules.ts';
import { movePointer } from './move-pointer.ts';
import { deleteNote } from './note-store.ts';
import { lockPointer } from './pointer-store.ts';
import { type PreparedVersion, type PrepareProgress, prepareVersion } from './prepare-version.ts';
import { present } from './present.ts';
import type { Publication } from './publication.ts';
import { draftFaults } from './publication-faults.ts';
import { dataAsOf, nameOf } from './publication-rules.ts';
import { archivedDataset, changedMeanwhile, closedDataset, internalDataset, nothingNew, notReady } from './refusals.ts';
import { leaveGate, loadDraftToPublish, passGate } from './review-gate.ts';
import { valueFaults } from './value-faults.ts';
import type { Version } from './version.ts';
import {
  insertVersion,
  type StoredResource,
  type StoredVersion,
  selectResources,
  selectVersionByNumber,
} from './version-store.ts';

/**
 * Publishes the draft as the next version. Needs the right `dataset.publish`, or the approval of what the actor submitted; where review is on, the
 * approval of exactly this draft.
 * Files and comparison are prepared first; then one transaction makes tables, version, pointer, card and history. Whoever asks twice at once
 * gets the version the first one made.
 * Throws `invalid` (code `not-ready-to-publish`, fields = the faults), `conflict` (codes `nothing-new`, `dataset-suspended`, `dataset-withdrawn`,
 * `changed-meanwhile`, `not-approved`), `forbidden`.
 */
export async function publishDataset(ctx: Context, datasetId: string, asked: Asked = {}): Promise<Version> {
  const draft = await loadDraftToPublish(ctx, datasetId);
  const { last, publication } = await present(ctx, datasetId);
  await refuse(ctx, draft, last, publication);
  await passGate(ctx, draft, last);
  if (asked.stamp !== undefined && asked.stamp !== draftStamp(draft)) throw changedMeanwhile();
  const outside = await valueFaults(ctx, draft);
  if (outside.length > 0) throw notReady(outside);
  const prepared = await prepareVersion(ctx, draft, last, asked.progress);
  await asked.progress?.('publication', 0, 1);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, draft.dataset.unitId);
    const version = await publishPrepared(tx, draft, prepared, last);
    await asked.finish?.(tx, version);
    return version;
  });
}

/** What a job that publishes for somebody adds. */
export interface Asked {
  /** Of the draft as it was asked to be published. */
  readonly stamp?: string;
  readonly progress?: PrepareProgress;
  /** Called in the transaction that made the version. */
  finish?(tx: Context, version: Version): Promise<void>;
}

async function publishPrepared(
  tx: Context,
  draft: Draft,
  prepared: PreparedVersion,
  last: StoredVersion | null,
): Promise<Version> {
  const { id } = draft.dataset;
  const now = await present(tx, id);
  if (now.last?.id !== last?.id && now.last?.source === draftSource(draft)) return withoutSource(now.last);
  const fresh = await loadDraftToPublish(tx, id);
  if (now.last?.id !== last?.id || draftStamp(fresh) !== draftStamp(draft)) throw changedMeanwhile();
  await refuse(tx, fresh, now.last, now.publication);
  const road = await passGate(tx, fresh, last);
  const version = await write(tx, fresh, prepared, last, now.publication);
  await leaveGate(tx, fresh, { road, last, version });
  return version;
}

/** The draft repeats an earlier version: its tables are others than the last version's where rows were written since, though file and passport are the same. */
function bringsBack({ repeats }: Draft, last: StoredVersion): boolean {
  return repeats !== null && repeats !== last.number && repeats !== last.repeats;
}

/** Throws why this draft cannot be published. */
export async function refuse(
  ctx: Context,
  draft: Draft,
  last: StoredVersion | null,
  publication: Publication | null,
): Promise<void> {
  const state = publication?.state;
  if (state === 'suspended' || state === 'withdrawn') throw closedDataset(state);
  if (publication?.archive) throw archivedDataset();
  if (draft.dataset.state === 'internal') throw internalDataset();
  if (last && last.source === draftSource(draft) && !bringsBack(draft, last)) throw nothingNew(last.number);
  const faults = await draftFaults(ctx, draft, last);
  if (faults.length > 0) throw notReady(faults);
}

async function write(
  tx: Context,
  draft: Draft,
  prepared: PreparedVersion,
  last: StoredVersion | null,
  publication: Publication | null,
): Promise<Version> {
  const { dataset } = draft;
  const now = tx.clock.now();
  const { cards, stored } = await withTables(tx, prepared);
  const version: StoredVersion = {
    id: newId(now.getTime()),
    datasetId: dataset.id,
    number: (last?.number ?? 0) + 1,
    passport: dataset.passport,
    resources: cards,
    changes: prepared.changes,
    source: draftSource(draft),
    note: draft.note,
    repeats: await repeated(tx, draft, stored),
    closure: null,
    checksums: {},
    unitName: (await findUnit(tx, dataset.unitId))?.name ?? '',
    publishedAt: now,
    publishedBy: nameOf(tx.actor),
  };
  await insertVersion(tx.db, version, stored);
  await keepReport(tx, reportHead(draft, version), draft.resources);
  const newFiles = draft.resources.some(({ reading }) => reading !== null && reading.publishedAt === null);
  await movePointer(tx, dataset, version, {
    datasetId: dataset.id,
    versionId: version.id,
    versionNumber: version.number,
    state: 'published',
    closure: null,
    dataAsOf: dataAsOf({ passport: dataset.passport, before: last?.passport ?? null, publication, newFiles, now }),
    firstPublishedAt: publication?.firstPublishedAt ?? (await publishedBefore(tx, dataset.id)) ?? now.toISOString(),
    changedAt: now.toISOString(),
  });
  await deleteNote(tx.db, dataset.id);
  for (const { reading } of draft.resources) {
    if (reading && reading.publishedAt === null) await markPublished(tx, reading.id);
  }
  await record(tx, {
    deed: version.repeats === null ? 'version.published' : 'version.repeated',
    subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
    before: last ? { version: last.number, passport: last.passport } : undefined,
    after: {
      ...{ version: version.number, repeats: version.repeats, passport: version.passport },
      ...{ changes: version.changes, note: version.note },
    },
  });
  await tx.emit(tx.db, { name: 'version-published', datasetId: dataset.id, versionId: version.id });
  return withoutSource(version);
}

/** The resources of the version with their tables made. */
async function withTables(tx: Context, { resources }: PreparedVersion) {
  const cards: Version['resources'][number][] = [];
  const stored: StoredResource[] = [];
  for (const { card, stored: resource, manifest } of resources) {
    const tableId = manifest ? await createTable(tx, { resourceId: card.id, manifest }) : card.tableId;
    cards.push({ ...card, tableId });
    stored.push({ ...resource, tableId });
  }
  return { cards, stored };
}

/** What the kept check of personal data says of the version besides its tables. */
function reportHead({ dataset }: Draft, { number, unitName, publishedAt, publishedBy }: StoredVersion) {
  return {
    datasetId: dataset.id,
    datasetTitle: dataset.passport.title,
    unitName,
    version: number,
    at: publishedAt.toISOString(),
    by: publishedBy,
  };
}

/** When a dataset that was carried over was published first, at its portal: the law asks for that date, not for the day it came here. */
async function publishedBefore(tx: Context, datasetId: string): Promise<string | null> {
  const origin = (await originsOf(tx, [datasetId])).get(datasetId);
  return origin?.firstPublishedAt?.toISOString() ?? null;
}

/** The version whose files these are, where the draft was brought back to it and no other file was given since. */
async function repeated(tx: Context, draft: Draft, stored: readonly StoredResource[]): Promise<number | null> {
  const version = draft.repeats === null ? null : await selectVersionByNumber(tx.db, draft.dataset.id, draft.repeats);
  if (!version || version.closure) return null;
  const files = (resources: readonly StoredResource[]) =>
    JSON.stringify(resources.map(({ resourceId, readingId }) => [resourceId, readingId]).sort());
  return files(await selectResources(tx.db, version.id)) === files(stored) ? version.number : null;
}

function withoutSource({ source: _source, ...version }: StoredVersion): Version {
  return version;
}
