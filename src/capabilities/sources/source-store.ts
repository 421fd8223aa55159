import { sql } from 'kysely';
import type { Context, Database } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import type { LastingTrouble, Schedule, Source } from './source.ts';
import { type SourcesTables, tables } from './sources-tables.ts';

function sourceOf(row: SourcesTables['sources_source']): Source {
  return {
    resourceId: row.resource_id,
    datasetId: row.dataset_id,
    kind: row.kind,
    address: row.address,
    auth: row.auth,
    authName: row.auth_name,
    sealedSecret: row.secret,
    hostKey: row.host_key,
    schedule: row.schedule as Schedule,
    moveDate: row.move_date,
    state: row.state,
    trouble: row.trouble as LastingTrouble | null,
    failures: row.failures,
    nextAt: row.next_at,
    checkedAt: row.checked_at,
    sha256: row.sha256,
    etag: row.etag,
    lastModified: row.last_modified,
    setBy: { id: row.set_by, name: row.set_by_name },
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

function rowOf(source: Source): SourcesTables['sources_source'] {
  return {
    resource_id: source.resourceId,
    dataset_id: source.datasetId,
    kind: source.kind,
    address: source.address,
    auth: source.auth,
    auth_name: source.authName,
    secret: source.sealedSecret,
    host_key: source.hostKey,
    schedule: JSON.stringify(source.schedule),
    move_date: source.moveDate,
    state: source.state,
    trouble: source.trouble === null ? null : JSON.stringify(source.trouble),
    failures: source.failures,
    next_at: source.nextAt,
    checked_at: source.checkedAt,
    sha256: source.sha256,
    etag: source.etag,
    last_modified: source.lastModified,
    set_by: source.setBy.id,
    set_by_name: source.setBy.name,
    created_at: source.createdAt,
    changed_at: source.changedAt,
  };
}

/** Keeps a source as it is now, new or not. */
export async function putSource(ctx: Context, source: Source): Promise<void> {
  const row = rowOf(source);
  await tables(ctx.db)
    .insertInto('sources_source')
    .values(row)
    .onConflict((conflict) => conflict.column('resource_id').doUpdateSet(row))
    .execute();
}

/** With `lock`, nobody else changes it until the transaction ends. */
export async function selectSource(ctx: Context, resourceId: string, lock = false): Promise<Source | null> {
  const query = tables(ctx.db).selectFrom('sources_source').selectAll().where('resource_id', '=', resourceId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? sourceOf(row) : null;
}

/** Of all resources of a dataset, the oldest first. */
export async function selectSourcesOf(ctx: Context, datasetId: string): Promise<Source[]> {
  const rows = await tables(ctx.db)
    .selectFrom('sources_source')
    .selectAll()
    .where('dataset_id', '=', datasetId)
    .orderBy('created_at')
    .execute();
  return rows.map(sourceOf);
}

/** Sources whose time has come, locked; those another tick looks at are passed over. */
export async function selectDue(ctx: Context, now: Date, most: number): Promise<Source[]> {
  const rows = await tables(ctx.db)
    .selectFrom('sources_source')
    .selectAll()
    .where('state', '=', 'on')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(sourceOf);
}

/** Sources in trouble, the latest changed first. */
export const troubled: Question<Pick<Source, 'datasetId' | 'resourceId' | 'trouble'>[]> = {
  query: sql`select dataset_id, resource_id, trouble from sources_source where trouble is not null order by changed_at desc`,
  read: (rows: readonly Pick<SourcesTables['sources_source'], 'dataset_id' | 'resource_id' | 'trouble'>[]) =>
    rows.map((row) => ({
      datasetId: row.dataset_id,
      resourceId: row.resource_id,
      trouble: row.trouble as LastingTrouble | null,
    })),
};

export async function deleteSource(ctx: Context, resourceId: string): Promise<void> {
  await tables(ctx.db).deleteFrom('sources_source').where('resource_id', '=', resourceId).execute();
}

/** Hosts an administrator trusts though they lead inside; lower case. */
export async function selectTrustedHosts(db: Database): Promise<string[]> {
  const row = await tables(db).selectFrom('sources_setting').select('trusted_hosts').executeTakeFirst();
  return row?.trusted_hosts ?? [];
}

/** Hosts of the inner network that may be fetched from; in place of the list before. */
export async function updateTrustedHosts(db: Database, hosts: readonly string[]): Promise<void> {
  await tables(db)
    .updateTable('sources_setting')
    .set({ trusted_hosts: [...hosts] })
    .execute();
}
