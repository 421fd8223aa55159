import { type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import { type CommunityTables, communityTables } from './community-tables.ts';
import type { DataTask, TaskEnd } from './task.ts';

function taskOf(row: Selectable<CommunityTables['community_task']>): DataTask {
  const { closed_at: at, closed_how: how } = row;
  return {
    id: row.id,
    messageId: row.message_id,
    dataset: { id: row.dataset_id, title: row.dataset_title },
    unitId: row.unit_id,
    place: { row: row.place_row, column: row.place_column },
    openedAt: new Date(row.opened_at),
    closed: at === null || how === null ? null : { at, how, reason: row.closed_reason },
  };
}

/** Opens a task; does nothing where the message has an open one. Gives whether it is new. */
export async function insertTask(db: Database, task: DataTask): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await communityTables(db)
    .insertInto('community_task')
    .values({
      id: task.id,
      message_id: task.messageId,
      dataset_id: task.dataset.id,
      unit_id: task.unitId,
      dataset_title: task.dataset.title,
      place_row: task.place.row,
      place_column: task.place.column,
      opened_at: task.openedAt,
    })
    .onConflict((conflict) => conflict.column('message_id').where('closed_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The latest task of a message, or null. */
export async function selectTaskOf(db: Database, messageId: string): Promise<DataTask | null> {
  const row = await communityTables(db)
    .selectFrom('community_task')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? taskOf(row) : null;
}

/** Open tasks within reach, the oldest first. */
export function openTasks(reach: DeedReach, most: number): Question<DataTask[]> {
  return {
    query: sql`select * from community_task where closed_at is null and ${withinReach(reach)} order by opened_at, id limit ${most}`,
    read: (rows: readonly Selectable<CommunityTables['community_task']>[]) => rows.map(taskOf),
  };
}

/** Closes open tasks of a message or of a dataset; gives them as they are now. */
export async function closeTasks(
  db: Database,
  of: { readonly messageId: string } | { readonly datasetId: string },
  end: { readonly at: Date; readonly how: TaskEnd; readonly reason: string },
): Promise<DataTask[]> {
  const rows = await communityTables(db)
    .updateTable('community_task')
    .set({ closed_at: end.at, closed_how: end.how, closed_reason: end.reason })
    .where('closed_at', 'is', null)
    .where((eb) => ('messageId' in of ? eb('message_id', '=', of.messageId) : eb('dataset_id', '=', of.datasetId)))
    .returningAll()
    .execute();
  return rows.map(taskOf);
}

/** Tasks of a dataset, or of a unit, are another unit's now. */
export async function updateUnitOfTasks(
  db: Database,
  of: { readonly datasetId: string } | { readonly unitId: string },
  unitId: string,
): Promise<void> {
  await communityTables(db)
    .updateTable('community_task')
    .set({ unit_id: unitId })
    .where((eb) => ('datasetId' in of ? eb('dataset_id', '=', of.datasetId) : eb('unit_id', '=', of.unitId)))
    .execute();
}
