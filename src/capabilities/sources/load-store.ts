import type { Context } from '../../platform/context.ts';
import type { Load, LoadState, Trouble } from './source.ts';
import { type SourcesTables, tables } from './sources-tables.ts';

const UNDER_WAY: LoadState[] = ['asked', 'fetching', 'reading', 'publishing'];

function loadOf(row: SourcesTables['sources_load']): Load {
  return {
    id: row.id,
    resourceId: row.resource_id,
    datasetId: row.dataset_id,
    cause: row.cause,
    state: row.state,
    bytes: row.bytes === null ? null : Number(row.bytes),
    rows: row.row_count === null ? null : Number(row.row_count),
    readingId: row.reading_id,
    versionNumber: row.version_number,
    reason: row.reason as Trouble | null,
    startedAt: row.started_at,
    changedAt: row.changed_at,
    endedAt: row.ended_at,
  };
}

/** Keeps a new load; false where one of that source is under way. */
export async function insertLoad(ctx: Context, load: Load): Promise<boolean> {
  const result = await tables(ctx.db)
    .insertInto('sources_load')
    .values({
      id: load.id,
      resource_id: load.resourceId,
      dataset_id: load.datasetId,
      cause: load.cause,
      state: load.state,
      started_at: load.startedAt,
      changed_at: load.changedAt,
      ended_at: load.endedAt,
      reason: load.reason === null ? null : JSON.stringify(load.reason),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectLoad(ctx: Context, id: string, lock = false): Promise<Load | null> {
  const query = tables(ctx.db).selectFrom('sources_load').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? loadOf(row) : null;
}

/**
 * Takes a load up for a try: whoever took it before (a killed worker, or one thought dead) may write nothing more. Null where it is past fetching.
 * @param claim of this try and no other
 */
export async function claimLoad(ctx: Context, id: string, claim: string): Promise<Load | null> {
  const row = await tables(ctx.db)
    .updateTable('sources_load')
    .set({ state: 'fetching', claim, changed_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'fetching'])
    .returningAll()
    .executeTakeFirst();
  return row ? loadOf(row) : null;
}

/** What may be changed of a load. */
export interface LoadChange {
  readonly state?: LoadState;
  readonly bytes?: number;
  readonly rows?: number | null;
  readonly readingId?: string;
  readonly versionNumber?: number | null;
  readonly reason?: Trouble | null;
}

/**
 * A step of a load that is under way; ends it where the new state is an end.
 * @param claim of the try that does it; left out: whoever holds the row's lock
 * @returns false when another try has taken it up, or it has ended
 */
export async function moveLoad(ctx: Context, id: string, change: LoadChange, claim?: string): Promise<boolean> {
  const now = ctx.clock.now();
  const { state, bytes, rows, readingId, versionNumber, reason } = change;
  let query = tables(ctx.db)
    .updateTable('sources_load')
    .set({
      changed_at: now,
      ...(claim === undefined ? { claim: null } : {}), // the try that held it writes nothing more
      ...(state === undefined ? {} : { state, ended_at: UNDER_WAY.includes(state) ? null : now }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(rows === undefined ? {} : { row_count: rows }),
      ...(readingId === undefined ? {} : { reading_id: readingId }),
      ...(versionNumber === undefined ? {} : { version_number: versionNumber }),
      ...(reason === undefined ? {} : { reason: reason === null ? null : JSON.stringify(reason) }),
    })
    .where('id', '=', id)
    .where('state', 'in', UNDER_WAY);
  if (claim !== undefined) query = query.where('claim', '=', claim);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The load a file came by; null for files given by hand. */
export async function selectLoadOfReading(ctx: Context, readingId: string): Promise<Load | null> {
  const row = await tables(ctx.db)
    .selectFrom('sources_load')
    .selectAll()
    .where('reading_id', '=', readingId)
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  return row ? loadOf(row) : null;
}

/** Loads of a dataset that wait for something: a reading, a publication, a person. */
export async function selectUnfinished(ctx: Context, datasetId: string): Promise<Load[]> {
  const rows = await tables(ctx.db)
    .selectFrom('sources_load')
    .selectAll()
    .where('dataset_id', '=', datasetId)
    .where('state', 'in', [...UNDER_WAY, 'waiting', 'submitted'])
    .execute();
  return rows.map(loadOf);
}

/** Loads under way that nothing has happened to since. */
export async function selectStill(ctx: Context, since: Date): Promise<Load[]> {
  const rows = await tables(ctx.db)
    .selectFrom('sources_load')
    .selectAll()
    .where('state', 'in', UNDER_WAY)
    .where('changed_at', '<', since)
    .limit(100)
    .execute();
  return rows.map(loadOf);
}

/** A draft of a load that a person has published since. */
export async function markPublishedByHand(ctx: Context, id: string, versionNumber: number): Promise<void> {
  await tables(ctx.db)
    .updateTable('sources_load')
    .set({ state: 'published', version_number: versionNumber, changed_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'submitted'])
    .execute();
}

/** Loads of these resources, the newest first. */
export async function selectLoads(ctx: Context, resourceIds: readonly string[], most: number): Promise<Load[]> {
  if (resourceIds.length === 0) return [];
  const rows = await tables(ctx.db)
    .selectFrom('sources_load')
    .selectAll()
    .where('resource_id', 'in', resourceIds)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(loadOf);
}

/** Forgets loads that ended before: the history of the dataset keeps what they changed. */
export async function deleteOldLoads(ctx: Context, before: Date): Promise<void> {
  await tables(ctx.db).deleteFrom('sources_load').where('ended_at', '<', before).execute();
}
