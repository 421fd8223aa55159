import type { ColumnType as KyselyColumn, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Finding } from '../../kernel/finding.ts';
import type { Context, Database } from '../../platform/context.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { Inspection, Recipe } from '../../tabular/inspection.ts';
import type { Progress, ReadingChoices, TextTable } from '../../tabular/text-table.ts';
import type { FileKind, Reading, ReadingState, TypedTable } from './reading.ts';

/** A JSON column: read as its value, written as text. */
type Json<T> = KyselyColumn<T, string, string>;

/** How the text table was made, without the path of its file. */
export type TextTableFacts = Omit<TextTable, 'parquetPath'>;

type ReadingTable = {
  id: string;
  dataset_id: string;
  resource_id: string;
  unit_id: string | null;
  kind: FileKind;
  state: ReadingState;
  revision: KyselyColumn<number, never, number>;
  progress: Json<Progress | null>;
  file_name: string;
  size: KyselyColumn<string, number, number>;
  original: string | null;
  original_sha256: string | null;
  original_public: boolean;
  choices: Json<ReadingChoices>;
  source: Json<TextTableFacts | null>;
  inspection: Json<Inspection | null>;
  recipe: Json<Recipe>;
  recipe_accepted: boolean;
  text_table: string | null;
  mended_table: string | null;
  mended: Json<Reading['mended']>;
  types: Json<Record<string, ColumnType>>;
  typed: Json<TypedTable | null>;
  refusal: Json<Finding | null>;
  published_at: Date | null;
  created_by: string | null;
  created_at: Date;
  changed_at: Date;
};

type IngestTables = { ingest_reading: ReadingTable };

/** A reading with what only the jobs need: its revision and the facts of its text table. */
export interface StoredReading {
  readonly reading: Reading;
  readonly revision: number;
  readonly facts: TextTableFacts | null;
}

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

/** What may be changed of a reading; JSON columns are given as values. */
export interface ReadingChange {
  readonly state?: ReadingState;
  readonly progress?: Progress | null;
  readonly kind?: FileKind;
  readonly size?: number;
  readonly original?: string | null;
  readonly originalSha256?: string | null;
  readonly originalPublic?: boolean;
  readonly choices?: ReadingChoices;
  readonly source?: TextTableFacts | null;
  readonly inspection?: Inspection | null;
  readonly recipe?: Recipe;
  readonly recipeAccepted?: boolean;
  readonly textTable?: string | null;
  readonly mendedTable?: string | null;
  readonly mended?: Reading['mended'];
  readonly types?: Record<string, ColumnType>;
  readonly typed?: TypedTable | null;
  readonly refusal?: Finding | null;
  readonly publishedAt?: Date | null;
}

function asJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function columnsOf(change: ReadingChange): Updateable<ReadingTable> {
  return {
    state: change.state,
    kind: change.kind,
    size: change.size,
    original: change.original,
    original_sha256: change.originalSha256,
    original_public: change.originalPublic,
    recipe_accepted: change.recipeAccepted,
    text_table: change.textTable,
    mended_table: change.mendedTable,
    published_at: change.publishedAt,
    progress: asJson(change.progress),
    choices: asJson(change.choices),
    source: asJson(change.source),
    inspection: asJson(change.inspection),
    recipe: asJson(change.recipe),
    mended: asJson(change.mended),
    types: asJson(change.types),
    typed: asJson(change.typed),
    refusal: asJson(change.refusal),
  };
}

/** A change made by a person: work begun before it is thrown away. Gives the new revision. */
export async function changeReading(ctx: Context, id: string, change: ReadingChange): Promise<void> {
  await tables(ctx.db)
    .updateTable('ingest_reading')
    .set({ ...columnsOf(change), changed_at: ctx.clock.now() })
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
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

function readingOf(row: Selectable<ReadingTable>): StoredReading {
  const facts = row.source;
  return {
    revision: row.revision,
    facts,
    reading: {
      id: row.id,
      datasetId: row.dataset_id,
      resourceId: row.resource_id,
      unitId: row.unit_id,
      kind: row.kind,
      state: row.state,
      progress: row.progress,
      fileName: row.file_name,
      size: Number(row.size),
      original: row.original,
      originalSha256: row.original_sha256,
      originalPublic: row.original_public,
      choices: row.choices,
      source: facts && sourceOf(facts),
      inspection: row.inspection,
      recipe: row.recipe,
      recipeAccepted: row.recipe_accepted,
      textTable: row.text_table,
      mendedTable: row.mended_table,
      mended: row.mended,
      types: row.types,
      typed: row.typed,
      refusal: row.refusal,
      publishedAt: row.published_at,
      createdAt: row.created_at,
      changedAt: row.changed_at,
    },
  };
}

function sourceOf(facts: TextTableFacts): Reading['source'] {
  return {
    format: facts.format,
    encoding: facts.encoding,
    delimiter: facts.dialect?.delimiter ?? null,
    headerRow: facts.dialect?.headerRow ?? null,
    sheet: facts.sheet,
    sheets: facts.sheets,
    headers: facts.headers,
    rows: facts.rows,
  };
}

/** The reading, or null. With `lock`, nobody else changes it until the transaction ends. */
export async function selectReading(ctx: Context, id: string, lock = false): Promise<StoredReading | null> {
  const query = tables(ctx.db).selectFrom('ingest_reading').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? readingOf(row) : null;
}

/** The newest readings of each of these resources, not counting cancelled ones. */
export async function selectLatest(ctx: Context, resourceIds: readonly string[]): Promise<Reading[]> {
  if (resourceIds.length === 0) return [];
  const rows = await tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .distinctOn('resource_id')
    .where('resource_id', 'in', resourceIds)
    .where('state', '<>', 'cancelled')
    .orderBy('resource_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => readingOf(row).reading);
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

/** Readings nobody has published, newest first; `unitIds` null means all units. */
export async function selectOpen(ctx: Context, unitIds: readonly string[] | null, limit: number): Promise<Reading[]> {
  if (unitIds?.length === 0) return [];
  let query = tables(ctx.db)
    .selectFrom('ingest_reading')
    .selectAll()
    .where('published_at', 'is', null)
    .where('state', '<>', 'cancelled')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ingest_reading as newer')
            .select(sql`1`.as('one'))
            .whereRef('newer.resource_id', '=', 'ingest_reading.resource_id')
            .whereRef('newer.created_at', '>', 'ingest_reading.created_at')
            .where('newer.state', '<>', 'cancelled'),
        ),
      ),
    )
    .orderBy('changed_at', 'desc')
    .limit(limit);
  if (unitIds) query = query.where('unit_id', 'in', unitIds);
  return (await query.execute()).map((row) => readingOf(row).reading);
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

/** Forgets a reading; its files are the caller's to discard. */
export async function deleteReading(ctx: Context, id: string): Promise<void> {
  await tables(ctx.db).deleteFrom('ingest_reading').where('id', '=', id).execute();
}
