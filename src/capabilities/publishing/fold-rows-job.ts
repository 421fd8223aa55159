import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { compareNow, createTable, foldTable, needsFolding, openWholeTable, removeTables } from '../tables/index.ts';
import { moveRows } from './move-pointer.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import {
  insertStep,
  markDropped,
  selectFinishedDays,
  selectOldSteps,
  selectOpenRowsDay,
  updateOpenVersion,
  updateResourceTable,
} from './row-version-store.ts';
import { summaryOf } from './summary-rules.ts';
import { sweepRowFiles } from './sweep-row-files-job.ts';
import { type StoredVersion, selectVersion, selectVersionByNumber } from './version-store.ts';

/** A table between two writes is kept so long for those who are reading it, ms. */
const STEP_KEPT = 30 * 60_000;
const STEPS_AT_ONCE = 500;

/**
 * After a write: makes one part of a table that became slow to read, with the same rows; of the open version of the day only. Writers wait
 * meanwhile. Repeating it is harmless.
 */
export const foldRowsJob = defineJob({
  name: 'publishing.fold-rows',
  data: z.object({ datasetId: z.string() }),
  async handle(ctx, { datasetId }) {
    const { last } = await present(ctx, datasetId);
    if (last && (await hasSlowTable(ctx, last, false))) await foldVersion(ctx, datasetId, last.id, false);
  },
});

/** Every few minutes: closes versions of days that are over, and forgets the tables between two writes. Repeating it is harmless. */
export const closeRowDaysJob = defineJob({
  name: 'publishing.close-row-days',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    for (const { id, datasetId } of await selectFinishedDays(ctx.db, dayOf(now))) {
      ctx.signal.throwIfAborted();
      await foldVersion(ctx, datasetId, id, true);
    }
    const old = await selectOldSteps(ctx.db, new Date(now.getTime() - STEP_KEPT), STEPS_AT_ONCE);
    const files = await removeTables(ctx, old);
    await markDropped(ctx.db, old);
    for (const [resourceId, keys] of files) await sweepRowFiles(ctx, resourceId, keys);
  },
});

async function hasSlowTable(ctx: Context, version: StoredVersion, anyway: boolean): Promise<boolean> {
  for (const { tableId } of version.resources) {
    if (tableId && needsFolding((await openWholeTable(ctx, tableId)).manifest, anyway)) return true;
  }
  return false;
}

/** Folds the tables of an open version; `closing`: for good, with the exact summary. */
async function foldVersion(ctx: Context, datasetId: string, versionId: string, closing: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const day = await selectOpenRowsDay(tx.db, versionId);
    const version = await selectVersion(tx.db, versionId);
    if (day === null || !version) return;
    const folded = await foldTables(tx, version, closing);
    const before = closing ? await selectVersionByNumber(tx.db, datasetId, version.number - 1) : null;
    // nothing is left to compare with of one that was purged
    const changes = before && !before.closure?.purged ? await exactChanges(tx, before, folded) : version.changes;
    const after = { ...folded, changes };
    await updateOpenVersion(tx.db, after, closing);
    await showFolded(tx, dataset, after);
    if (closing) await tx.emit(tx.db, { name: 'row-day-closed', datasetId, versionId });
  });
}

async function foldTables(tx: Context, version: StoredVersion, anyway: boolean): Promise<StoredVersion> {
  const resources = [];
  for (const resource of version.resources) {
    const table = resource.tableId ? await openWholeTable(tx, resource.tableId) : null;
    if (!table?.manifest.byRows || !needsFolding(table.manifest, anyway)) {
      resources.push(resource);
      continue;
    }
    const tableId = await createTable(tx, { resourceId: table.resourceId, manifest: await foldTable(tx, table) });
    await updateResourceTable(tx.db, version.id, resource.id, tableId);
    await insertStep(tx.db, { tableId: table.id, versionId: version.id, resourceId: resource.id, at: tx.clock.now() });
    resources.push({ ...resource, tableId });
  }
  return { ...version, resources };
}

/** How the version differs from the one before it, by a comparison of every row. */
async function exactChanges(tx: Context, before: StoredVersion, version: StoredVersion) {
  const differences = [];
  for (const { id, tableId } of version.resources) {
    const was = before.resources.find((one) => one.id === id)?.tableId ?? null;
    if (!tableId || !was || was === tableId) continue;
    const [older, newer] = [await openWholeTable(tx, was), await openWholeTable(tx, tableId)];
    const side = ({ columns, manifest }: typeof older) => ({ columns, parts: manifest.parts });
    differences.push(await compareNow(tx, side(older), side(newer)));
  }
  const { rowsAdded, rowsRemoved, rowsChanged, columnsAdded, columnsRemoved } = summaryOf(differences);
  return { rowsAdded, rowsRemoved, rowsChanged, columnsAdded, columnsRemoved };
}

/** The card names the tables the version has now; nothing else of it changes. */
async function showFolded(tx: Context, dataset: Dataset, version: StoredVersion): Promise<void> {
  const { publication } = await present(tx, dataset.id);
  if (publication?.versionId === version.id) await moveRows(tx, dataset, version, publication);
}
