import { sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import { tables } from './publishing-tables.ts';
import type { StoredVersion } from './version-store.ts';

/** Notes that a version holds the row writes of a day. */
export async function markRowsDay(db: Database, versionId: string, day: Day): Promise<void> {
  await tables(db).updateTable('publishing_version').set({ rows_day: day }).where('id', '=', versionId).execute();
}

/** The day whose row writes the version still takes; null where it is finished. */
export async function selectOpenRowsDay(db: Database, versionId: string): Promise<Day | null> {
  const row = await tables(db)
    .selectFrom('publishing_version')
    .select(sql<Day | null>`rows_day::text`.as('day'))
    .where('id', '=', versionId)
    .where('rows_closed', '=', false)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Versions whose day is over and that are not closed yet. */
export async function selectFinishedDays(db: Database, today: Day): Promise<{ id: string; datasetId: string }[]> {
  const rows = await tables(db)
    .selectFrom('publishing_version')
    .select(['id', 'dataset_id'])
    .where('rows_day', '<', today)
    .where('rows_closed', '=', false)
    .orderBy('rows_day')
    .execute();
  return rows.map((row) => ({ id: row.id, datasetId: row.dataset_id }));
}

/** Writes what an open version holds after a write: the one change of a version there is, and none after it is closed. */
export async function updateOpenVersion(
  db: Database,
  version: Pick<StoredVersion, 'id' | 'resources' | 'changes' | 'publishedAt' | 'publishedBy'>,
  closed: boolean,
): Promise<void> {
  await tables(db)
    .updateTable('publishing_version')
    .set({
      resources: JSON.stringify(version.resources),
      changes: version.changes === null ? null : JSON.stringify(version.changes),
      published_at: version.publishedAt,
      published_by: version.publishedBy,
      rows_closed: closed,
    })
    .where('id', '=', version.id)
    .where('rows_closed', '=', false)
    .execute();
}

/** Names the table a resource of a version has now. */
export async function updateResourceTable(
  db: Database,
  versionId: string,
  resourceId: string,
  tableId: string,
): Promise<void> {
  await tables(db)
    .updateTable('publishing_resource')
    // the sum of its file is told again when the file is made
    .set({ table_id: tableId, csv_sha256: null })
    .where('version_id', '=', versionId)
    .where('resource_id', '=', resourceId)
    .execute();
}

/** Remembers a table the version had. */
export async function insertStep(
  db: Database,
  step: { tableId: string; versionId: string; resourceId: string; at: Date },
): Promise<void> {
  await tables(db)
    .insertInto('publishing_row_step')
    .values({
      table_id: step.tableId,
      version_id: step.versionId,
      resource_id: step.resourceId,
      at: step.at,
      dropped: false,
    })
    .execute();
}

/** The dataset whose versions have that resource; null where none has. */
export async function selectDatasetOfResource(db: Database, resourceId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('publishing_resource')
    .innerJoin('publishing_version', 'publishing_version.id', 'publishing_resource.version_id')
    .select('publishing_version.dataset_id')
    .where('publishing_resource.resource_id', '=', resourceId)
    .limit(1)
    .executeTakeFirst();
  return row?.dataset_id ?? null;
}

/** Tables of steps made before an instant that still have their rows, at most `limit`. */
export async function selectOldSteps(db: Database, before: Date, limit: number): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('publishing_row_step')
    .select('table_id')
    .where('at', '<', before)
    .where('dropped', '=', false)
    .orderBy('at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.table_id);
}

/** Files of these steps are gone: the rows stand in the folded table. */
export async function markDropped(db: Database, tableIds: readonly string[]): Promise<void> {
  if (tableIds.length === 0) return;
  await tables(db)
    .updateTable('publishing_row_step')
    .set({ dropped: true })
    .where('table_id', 'in', [...tableIds])
    .execute();
}

/** What was last decided about rows without review, and by whom. */
export interface RowRule {
  readonly unreviewed: boolean;
  readonly by: string;
  readonly at: Date;
}

/** Whether rows of the dataset may be written without review; null where nobody ever decided: then they may not. */
export async function selectRowRule(db: Database, datasetId: string): Promise<RowRule | null> {
  const row = await tables(db)
    .selectFrom('publishing_row_rule')
    .select(['unreviewed', 'set_by', 'set_at'])
    .where('dataset_id', '=', datasetId)
    .executeTakeFirst();
  return row ? { unreviewed: row.unreviewed, by: row.set_by, at: row.set_at } : null;
}

/** Whether rows go out without a review, and who decided so. */
export async function upsertRowRule(db: Database, rule: RowRule & { readonly datasetId: string }): Promise<void> {
  const facts = { unreviewed: rule.unreviewed, set_by: rule.by, set_at: rule.at };
  await tables(db)
    .insertInto('publishing_row_rule')
    .values({ dataset_id: rule.datasetId, ...facts })
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet(facts))
    .execute();
}
