import { type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context, Database } from '../../platform/context.ts';
import type { Reading, ReadingState } from './reading.ts';
import { columnsOf, type IngestTables, type ReadingChange, readingOf, type StoredReading } from './reading-row.ts';

function tables(db: Database) {
  return db.withTables<IngestTables>();
}

/** Keeps a new reading. */
export async function insertReading(ctx: Context, reading: Reading, createdBy: string | null): Promise<void> {
  await tables(ctx.db)
    .insertInto('ingest_reading')
    .values({
      id: reading.id,
      dataset_id: reading.datasetId,
      resource_id: reading.resourceId,
      unit_id: reading.unitId,
      part_of: reading.partOf,
      kind: reading.kind,
      state: reading.state,
      progress: 'null',
      file_name: reading.fileName,
      size: reading.size,
      original_public: reading.originalPublic,
      choices: JSON.stringify(reading.choices),
      source: 'null',
      inspection: 'null',
      recipe: JSON.stringify(reading.recipe),
      recipe_accepted: reading.recipeAccepted,
      mended: 'null',
      types: JSON.stringify(reading.types),
      typed: 'null',
      refusal: 'null',
      created_by: createdBy,
      created_at: reading.createdAt,
      changed_at: reading.changedAt,
    })
    .execute();
}

/** A change made by a person: work begun before it is thrown away. Gives the new revision. */
export async function changeReading(ctx: Context, id: string, change: ReadingChange): Promise<number> {
  const { revision } = await tables(ctx.db)
    .updateTable('ingest_reading')
    .set({ ...columnsOf(change), changed_at: ctx.clock.now() })
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/**
 * A change made by a job: only if nobody changed the reading since the job saw that revision.
 * @returns false when somebody did: the work is of no use any more.
 */
export async function moveReading(ctx: Context, id: string, revision: number, change: ReadingChange): Promise<boolean> {
  const result = await tables(ctx.db)
    .updateTable('ingest_reading')
    .set({ ...columnsOf(change), changed_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The reading, or null. With `lock`, nobody else changes it until the transaction ends. */
export async function selectReading(ctx: Context, id: string, lock = false): Promise<StoredReading | null> {
  const query = tables(ctx.db).selectFrom('ingest_reading').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? readingOf(row) : null;
}

/** Readings that are not cancelled, those that share another's file after it. */
export async function readingsOf(
  ctx: Context,
  which: (
    row: ExpressionBuilder<IngestTables, 'ingest_reading'>,
  ) => ExpressionWrapper<IngestTables, 'ingest_reading', SqlBool>,
): Promise<StoredReading[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where(which)
    .where('state', '<>', 'cancelled')
    .orderBy(sql`part_of is not null`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(readingOf);
}

/** Of each of these resources the newest reading, cancelled ones left out, and the newest that was published: the same one, or two. One statement. */
export async function selectLatest(
  ctx: Context,
  resourceIds: readonly string[],
): Promise<{ latest: StoredReading[]; published: StoredReading[] }> {
  if (resourceIds.length === 0) return { latest: [], published: [] };
  const newest = (which: RawBuilder<SqlBool>) => sql<SqlBool>`id in (
    select distinct on (resource_id) id from ingest_reading
    where resource_id = any(${[...resourceIds]}::uuid[]) and state <> 'cancelled' and ${which}
    order by resource_id, created_at desc, id desc)`;
  const latest = newest(sql`true`);
  const published = newest(sql`published_at is not null`);
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .select([latest.as('is_latest'), published.as('is_published')])
    .where(sql<SqlBool>`(${latest} or ${published})`)
    .orderBy('resource_id')
    .execute();
  const of = (which: 'is_latest' | 'is_published') => rows.filter((row) => row[which]).map(readingOf);
  return { latest: of('is_latest'), published: of('is_published') };
}

/** The newest reading of the resource whose recipe a person decided about. */
export async function selectAccepted(ctx: Context, resourceId: string): Promise<Reading | null> {
  const row = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where('resource_id', '=', resourceId)
    .where('recipe_accepted', '=', true)
    .where('state', 'in', ['checked', 'mending', 'ready'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? readingOf(row).reading : null;
}

/** The reading of the resource that was published last. */
export async function selectPublished(ctx: Context, resourceId: string): Promise<Reading | null> {
  const row = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where('resource_id', '=', resourceId)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? readingOf(row).reading : null;
}

/** What is remembered of the files the resource was published with, the newest first; of each only what tells its facts. */
export async function selectPublishedFacts(
  ctx: Context,
  resourceId: string,
  most: number,
): Promise<Pick<Reading, 'facts' | 'mended' | 'inspection'>[]> {
  const { rows } = await sql<Pick<Reading, 'facts' | 'mended' | 'inspection'>>`
    select facts, case when facts = 'null' then mended else 'null' end as mended,
      case when facts = 'null' then inspection else 'null' end as inspection
    from ingest_reading where resource_id = ${resourceId} and published_at is not null and kind = 'table'
    order by published_at desc limit ${most}`.execute(ctx.db);
  return rows;
}

/** Ids of the resource's readings that were received and neither published nor cancelled. */
export async function selectUnpublished(ctx: Context, resourceId: string): Promise<string[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .select('id')
    .where('resource_id', '=', resourceId)
    .where('published_at', 'is', null)
    .where('state', 'not in', ['cancelled', 'receiving'])
    .execute();
  return rows.map(({ id }) => id);
}

/** The same, held until the transaction ends. */
export async function lockUnpublished(tx: Context, resourceId: string): Promise<string[]> {
  const rows = await tables(tx.db)
    .selectFrom('ingest_reading')
    .select('id')
    .where('resource_id', '=', resourceId)
    .where('published_at', 'is', null)
    .where('state', 'not in', ['cancelled', 'receiving'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Unpublished readings in these states that nobody touched since. */
export async function selectAbandoned(ctx: Context, states: readonly ReadingState[], since: Date): Promise<Reading[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where('state', 'in', states)
    .where('published_at', 'is', null)
    .where('changed_at', '<', since)
    .limit(1000)
    .execute();
  return rows.map((row) => readingOf(row).reading);
}

/** Published readings whose work tables are still kept though a newer reading of the resource was published too. */
export async function selectSuperseded(ctx: Context): Promise<Reading[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where('published_at', 'is not', null)
    .where('text_table', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('ingest_reading as newer')
          .select(sql`1`.as('one'))
          .whereRef('newer.resource_id', '=', 'ingest_reading.resource_id')
          .whereRef('newer.published_at', '>', 'ingest_reading.published_at'),
      ),
    )
    .limit(1000)
    .execute();
  return rows.map((row) => readingOf(row).reading);
}

/** Resources whose newest file was read before there were detectors of personal data and can be looked at anew. */
export async function selectUnscanned(ctx: Context, most: number): Promise<string[]> {
  const { rows } = await sql<{ resource_id: string }>`
    select resource_id from (
      select distinct on (resource_id) resource_id, kind, state, text_table, inspection from ingest_reading
      where state <> 'cancelled' order by resource_id, created_at desc, id desc) as newest
    where kind = 'table' and state = 'ready' and text_table is not null and not inspection ? 'signs'
    limit ${most}`.execute(ctx.db);
  return rows.map((row) => row.resource_id);
}

/** The readings of a dataset go with it to another unit. */
export async function updateUnitOfReadings(ctx: Context, datasetId: string, unitId: string): Promise<void> {
  await tables(ctx.db)
    .updateTable('ingest_reading')
    .set({ unit_id: unitId })
    .where('dataset_id', '=', datasetId)
    .execute();
}

/** Forgets a reading; its files are the caller's to discard. */
export async function deleteReading(ctx: Context, id: string): Promise<void> {
  await tables(ctx.db).deleteFrom('ingest_reading').where('id', '=', id).execute();
}

/** The newest file of a resource is told by its time: this one's becomes later than any other's. */
export async function moveToNewest(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  const latest = sql<Date>`greatest(${now}::timestamptz, (select max(other.created_at) + interval '1 millisecond'
    from ingest_reading as other where other.resource_id = ingest_reading.resource_id and other.id <> ingest_reading.id))`;
  await tables(ctx.db)
    .updateTable('ingest_reading')
    .set({ created_at: latest, changed_at: now })
    .where('id', '=', id)
    .execute();
}
