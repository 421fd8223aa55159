import { z } from 'zod';
import { system } from '../../kernel/actor.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { keepRestricted, purgePublic } from '../../platform/objects/closed-objects.ts';
import { record } from '../history/index.ts';
import { type Decision, decisionsOf } from '../privacy/index.ts';
import { closeColumns, openWholeTable } from '../tables/index.ts';
import { decidedColumns } from './decided-columns.ts';
import { protectionMark } from './draft-rules.ts';
import { selectPublication } from './pointer-store.ts';
import {
  type StoredResource,
  type StoredVersion,
  selectResources,
  selectVersions,
  updateFileKey,
  updateVersionResources,
} from './version-store.ts';

const REASON = 'стовпець вирішено не показувати: персональні дані';

/**
 * After a publication: a column that is taken out or changed by a decision is closed in the earlier versions, which were made before the decision and show
 * it as it was; files that hold it leave the public class. Repeating it is harmless.
 */
export const closeEarlierJob = defineJob({
  name: 'publishing.close-earlier',
  data: z.object({ datasetId: z.string() }),
  async handle(ctx, { datasetId }) {
    const publication = await selectPublication(ctx.db, datasetId);
    const decisions = (await decisionsOf(ctx, datasetId)).filter(
      ({ state, step }) => state === 'made' && step !== null,
    );
    if (!publication || decisions.length === 0) return;
    const versions = await selectVersions(ctx.db, datasetId);
    const present = versions.find(({ id }) => id === publication.versionId);
    const kept = new Set(present?.resources.flatMap(({ tableId }) => tableId ?? []));
    const now = present ? await selectResources(ctx.db, present.id) : [];
    for (const version of versions) {
      if (version.closure || version.id === publication.versionId) continue;
      await closeIn(actingAs(ctx, system('privacy')), version, { decisions, kept, now });
    }
  },
});

async function closeIn(
  ctx: Context,
  version: StoredVersion,
  {
    decisions,
    kept,
    now,
  }: {
    readonly decisions: readonly Decision[];
    /** Tables of the published version: made by the decisions as they are. */
    readonly kept: ReadonlySet<string>;
    readonly now: readonly StoredResource[];
  },
): Promise<void> {
  const closed: string[] = [];
  const resources = [...version.resources];
  for (const stored of await selectResources(ctx.db, version.id)) {
    if (!stored.tableId || kept.has(stored.tableId)) continue;
    const later = decisions.filter(
      ({ resourceId, decidedAt }) => resourceId === stored.resourceId && decidedAt > version.publishedAt,
    );
    const present = now.find(({ resourceId }) => resourceId === stored.resourceId) ?? null;
    const names = await namesOf(ctx, stored, later, present);
    if (names.length === 0) continue;
    await closeColumns(ctx, stored.tableId, names, REASON);
    await closeFile(ctx, stored);
    const at = resources.findIndex(({ id }) => id === stored.resourceId);
    const card = resources[at];
    if (card) resources[at] = { ...card, fields: card.fields.filter(({ name }) => !names.includes(name)), file: null };
    closed.push(...names);
  }
  if (closed.length === 0) return;
  await transaction(ctx, async (tx) => {
    await updateVersionResources(tx.db, version.id, resources);
    await record(tx, {
      deed: 'version.columns-closed',
      subject: { kind: 'dataset', id: version.datasetId, name: version.passport.title },
      after: { version: version.number, columns: closed.length },
    });
  });
}

/** Names of the open columns of its table that are decided otherwise since; none where the same was taken out of it then. */
async function namesOf(
  ctx: Context,
  stored: StoredResource,
  later: readonly Decision[],
  present: StoredResource | null,
): Promise<string[]> {
  if (!stored.tableId || later.length === 0) return [];
  const { manifest } = await openWholeTable(ctx, stored.tableId);
  if (manifest.protection !== undefined && manifest.protection === protectionMark({ decisions: later })) return [];
  return decidedColumns(ctx, stored, { columns: manifest.columns, decisions: later, present });
}

async function closeFile(ctx: Context, { file }: StoredResource): Promise<void> {
  if (!file?.key.startsWith('public/')) return;
  const kept = await keepRestricted(ctx.objects, file.key);
  await updateFileKey(ctx.db, file.key, kept);
  await purgePublic(ctx.objects, kept, REASON);
}
