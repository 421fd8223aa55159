import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Origin } from './origin.ts';

type OriginTables = {
  catalog_origin: {
    dataset_id: string;
    portal: string;
    remote_id: string;
    remote_name: string;
    address: string;
    first_published_at: Date | null;
    changed_there_at: Date | null;
  };
};

const tables = (db: Database): Kysely<OriginTables> => db.withTables<OriginTables>();

function originOf(row: OriginTables['catalog_origin']): Origin {
  return {
    datasetId: row.dataset_id,
    portal: row.portal,
    remoteId: row.remote_id,
    remoteName: row.remote_name,
    address: row.address,
    firstPublishedAt: row.first_published_at,
    changedThereAt: row.changed_there_at,
  };
}

/** Keeps where a dataset came from; what was kept of it before is replaced. Throws where another dataset came from there. */
export async function putOrigin(db: Database, origin: Origin): Promise<void> {
  const row = {
    dataset_id: origin.datasetId,
    portal: origin.portal,
    remote_id: origin.remoteId,
    remote_name: origin.remoteName,
    address: origin.address,
    first_published_at: origin.firstPublishedAt,
    changed_there_at: origin.changedThereAt,
  };
  await tables(db)
    .insertInto('catalog_origin')
    .values(row)
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet(row))
    .execute();
}

/** @param ids of datasets; all that came from somewhere when left out */
export async function selectOrigins(db: Database, ids: readonly string[] | null): Promise<Origin[]> {
  let query = tables(db).selectFrom('catalog_origin').selectAll();
  if (ids) query = query.where((where) => where('dataset_id', '=', where.fn.any(where.val([...ids]))));
  return (await query.execute()).map(originOf);
}

/** Datasets that came from this portal, by their ids there. */
export async function selectOriginsThere(
  db: Database,
  portal: string,
  remoteIds: readonly string[],
): Promise<Origin[]> {
  const rows = await tables(db)
    .selectFrom('catalog_origin')
    .selectAll()
    .where('portal', '=', portal)
    .where((where) => where('remote_id', '=', where.fn.any(where.val([...remoteIds]))))
    .execute();
  return rows.map(originOf);
}
