import { type ColumnType, sql } from 'kysely';
import type { Context, Database } from '../../../platform/context.ts';
import type { StoredReading } from '../reading-row.ts';
import { readingsOf } from '../reading-store.ts';
import type { Part } from './part.ts';

type PartTables = {
  ingest_part: {
    resource_id: string;
    main_resource_id: string;
    dataset_id: string;
    name: string;
    headers: ColumnType<string[], string, string>;
    created_at: Date;
  };
};

function tables(db: Database) {
  return db.withTables<PartTables>();
}

/** Says that a resource takes its table from the file of another; said again, the newer name holds. */
export async function putPart(ctx: Context, part: Part): Promise<void> {
  const named = { name: part.name, headers: JSON.stringify(part.headers) };
  await tables(ctx.db)
    .insertInto('ingest_part')
    .values({
      resource_id: part.resourceId,
      main_resource_id: part.mainResourceId,
      dataset_id: part.datasetId,
      ...named,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column('resource_id').doUpdateSet({ ...named, main_resource_id: part.mainResourceId }),
    )
    .execute();
}

/** Parts of the file given for this resource, in the order they were taken. */
export async function selectParts(ctx: Context, mainResourceId: string): Promise<Part[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ingest_part')
    .selectAll()
    .where('main_resource_id', '=', mainResourceId)
    .orderBy('created_at')
    .orderBy('resource_id')
    .execute();
  return rows.map((row) => ({
    resourceId: row.resource_id,
    mainResourceId: row.main_resource_id,
    datasetId: row.dataset_id,
    name: row.name,
    headers: row.headers,
  }));
}

/** The resource has a file of its own now. */
export async function deletePart(ctx: Context, resourceId: string): Promise<void> {
  await tables(ctx.db).deleteFrom('ingest_part').where('resource_id', '=', resourceId).execute();
}

/** The resource is gone: it takes no table of a file, and its own file renews nothing. */
export async function deletePartsOf(ctx: Context, resourceId: string): Promise<void> {
  await tables(ctx.db)
    .deleteFrom('ingest_part')
    .where((where) => where.or([where('resource_id', '=', resourceId), where('main_resource_id', '=', resourceId)]))
    .execute();
}

/** Parts of resources that have no reading any more: their datasets were removed. Gives how many. */
export async function deleteForgottenParts(ctx: Context): Promise<number> {
  const result = await tables(ctx.db)
    .deleteFrom('ingest_part')
    .where(
      sql<boolean>`not exists (select from ingest_reading where ingest_reading.resource_id = ingest_part.resource_id)`,
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The reading a file was given for and those that share it, cancelled ones left out; the first is the one it was given for. */
export function selectSharing(ctx: Context, mainId: string): Promise<StoredReading[]> {
  return readingsOf(ctx, (row) => row.or([row('id', '=', mainId), row('part_of', '=', mainId)]));
}
