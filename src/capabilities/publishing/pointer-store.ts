import { type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Archive, Closure, Publication, PublicFile, PublicTable } from './publication.ts';
import { type PublishingTables, tables } from './publishing-tables.ts';
import type { VersionClosure } from './version.ts';
import { fileOf } from './version-store.ts';

/**
 * Makes everybody else who wants to change this dataset's publication wait until the transaction ends: the one lock of this
 * capability.
 */
export async function lockPointer(db: Database, datasetId: string, unitId: string): Promise<void> {
  const own = tables(db);
  await own
    .insertInto('publishing_pointer')
    .values({
      dataset_id: datasetId,
      unit_id: unitId,
      version_id: null,
      state: 'published',
      closure: null,
      archive: null,
      data_as_of: null,
      first_published_at: null,
      changed_at: null,
    })
    .onConflict((conflict) => conflict.column('dataset_id').doNothing())
    .execute();
  await own
    .selectFrom('publishing_pointer')
    .select('dataset_id')
    .where('dataset_id', '=', datasetId)
    .forUpdate()
    .execute();
}

/** What the public sees of a dataset from this moment; only this capability moves it. */
export async function updatePointer(db: Database, unitId: string, publication: Publication): Promise<void> {
  await tables(db)
    .updateTable('publishing_pointer')
    .set({
      unit_id: unitId,
      version_id: publication.versionId,
      state: publication.state,
      closure: publication.closure === null ? null : JSON.stringify(publication.closure),
      archive: publication.archive ? JSON.stringify(publication.archive) : null,
      data_as_of: new Date(publication.dataAsOf),
      first_published_at: new Date(publication.firstPublishedAt),
      changed_at: new Date(publication.changedAt),
    })
    .where('dataset_id', '=', publication.datasetId)
    .execute();
}

/** The version the public sees and all that is said of it. */
export async function selectPublication(db: Database, datasetId: string): Promise<Publication | null> {
  const row = await tables(db)
    .selectFrom('publishing_pointer as pointer')
    .innerJoin('publishing_version as version', 'version.id', 'pointer.version_id')
    .selectAll('pointer')
    .select('version.number')
    .where('pointer.dataset_id', '=', datasetId)
    .executeTakeFirst();
  return row ? publicationOfRow(row, row.number) : null;
}

/** What a pointer to a version says; null where it points to none. */
export function publicationOfRow(
  row: Selectable<PublishingTables['publishing_pointer']>,
  versionNumber: number,
): Publication | null {
  if (row.version_id === null) return null;
  const instant = (at: Date | null) => (at ?? new Date(0)).toISOString();
  return {
    datasetId: row.dataset_id,
    versionId: row.version_id,
    versionNumber,
    state: row.state,
    closure: row.closure as Closure | null,
    archive: row.archive as Archive | null,
    dataAsOf: instant(row.data_as_of),
    firstPublishedAt: instant(row.first_published_at),
    changedAt: instant(row.changed_at),
  };
}

/** Datasets that were ever published and belong to these units. */
export async function selectDatasetsOfUnits(db: Database, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('publishing_pointer')
    .select('dataset_id')
    .where('unit_id', 'in', [...unitIds])
    .where('version_id', 'is not', null)
    .execute();
  return rows.map((row) => row.dataset_id);
}

/** Datasets that were ever published, in the order of their ids, after one of them. */
export async function selectDatasetsAfter(db: Database, after: string | null, most: number): Promise<string[]> {
  const query = tables(db).selectFrom('publishing_pointer').select('dataset_id').where('version_id', 'is not', null);
  const rows = await (after === null ? query : query.where('dataset_id', '>', after))
    .orderBy('dataset_id')
    .limit(most)
    .execute();
  return rows.map((row) => row.dataset_id);
}

function resourcesWithState(db: Database) {
  return tables(db)
    .selectFrom('publishing_resource as resource')
    .innerJoin('publishing_version as version', 'version.id', 'resource.version_id')
    .innerJoin('publishing_pointer as pointer', 'pointer.dataset_id', 'version.dataset_id')
    .where('pointer.version_id', 'is not', null)
    .selectAll('resource')
    .select(sql<string>`version.passport ->> 'title'`.as('dataset_title'))
    .select(
      sql<boolean>`not exists (select from publishing_resource as other where other.version_id = resource.version_id
        and other.resource_id <> resource.resource_id and other.table_id is not null)`.as('only_table'),
    )
    .select([
      'version.dataset_id',
      'version.number',
      'pointer.version_id as current_id',
      'pointer.unit_id',
      'pointer.state',
      'pointer.closure',
      'version.closure as version_closure',
    ]);
}

/** Whether the data are open: the dataset, and this version of it. */
function standing(row: {
  readonly number: number;
  readonly state: Publication['state'];
  readonly closure: unknown;
  readonly version_closure: unknown;
}): Pick<PublicTable, 'state' | 'closure'> {
  const { number, state } = row;
  const own = row.version_closure as VersionClosure | null;
  if (state !== 'withdrawn' && own) return { state: 'withdrawn', closure: { ...own, reviewOn: null, version: number } };
  return { state, closure: row.closure as Closure | null };
}

/** By table id, or by resource id in the published version. A table shared by several versions is told of the newest that is open. */
export async function selectPublicTable(db: Database, id: string): Promise<PublicTable | null> {
  const row = await resourcesWithState(db)
    .where('resource.table_id', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('resource.table_id', '=', id),
        eb.and([eb('resource.resource_id', '=', id), eb('resource.version_id', '=', eb.ref('pointer.version_id'))]),
      ]),
    )
    .orderBy(sql`version.closure is not null`)
    .orderBy('version.number', 'desc')
    .executeTakeFirst();
  const found = row ?? (await rowOfStep(db, id));
  return found ? publicTableOf(found) : null;
}

/** A table the version had between two writes of rows: its address leads to what the version has. */
async function rowOfStep(db: Database, tableId: string) {
  const step = await tables(db)
    .selectFrom('publishing_row_step')
    .select(['version_id', 'resource_id'])
    .where('table_id', '=', tableId)
    .executeTakeFirst();
  if (!step) return undefined;
  return resourcesWithState(db)
    .where('resource.version_id', '=', step.version_id)
    .where('resource.resource_id', '=', step.resource_id)
    .executeTakeFirst();
}

type FoundRow = NonNullable<Awaited<ReturnType<typeof rowOfStep>>>;

function publicTableOf(row: FoundRow): PublicTable | null {
  if (row.table_id === null) return null;
  return {
    tableId: row.table_id,
    resourceId: row.resource_id,
    resourceTitle: row.title,
    datasetTitle: row.dataset_title,
    onlyTable: row.only_table,
    datasetId: row.dataset_id,
    versionNumber: row.number,
    current: row.version_id === row.current_id,
    ...standing(row),
  };
}

/** The file of a resource in the published version, or in version `number`. */
export async function selectPublicFile(db: Database, resourceId: string, number?: number): Promise<PublicFile | null> {
  const row = await resourcesWithState(db)
    .where('resource.resource_id', '=', resourceId)
    .where((eb) =>
      number === undefined
        ? eb('resource.version_id', '=', eb.ref('pointer.version_id'))
        : eb('version.number', '=', number),
    )
    .executeTakeFirst();
  const file = row ? fileOf(row) : null;
  if (!row || file === null) return null;
  return {
    ...file,
    resourceId,
    datasetId: row.dataset_id,
    unitId: row.unit_id,
    versionNumber: row.number,
    ...standing(row),
    open: row.open,
    personal: row.personal ?? !row.open,
    tableId: row.table_id,
  };
}
