import type { Actor } from '../../kernel/actor.ts';
import type { Database } from '../../platform/context.ts';
import type { PublicationRefusal, PublicationRequest, PublicationStage } from './publication-request.ts';
import { type PublishingTables, tables } from './publishing-tables.ts';

/** The newest request takes the place of the one before it; a job of that one then finds nothing to do. */
export async function replaceRequest(db: Database, request: PublicationRequest): Promise<void> {
  const row = {
    id: request.id,
    state: request.state,
    stage: request.stage,
    done: request.done,
    total: request.total,
    asked_by: JSON.stringify(request.askedBy),
    asked_at: request.askedAt,
    stamp: request.stamp,
    refusal: null,
    version_number: null,
  };
  await tables(db)
    .insertInto('publishing_request')
    .values({ dataset_id: request.datasetId, ...row })
    .onConflict((conflict) => conflict.column('dataset_id').doUpdateSet(row))
    .execute();
}

/** A row as the request it keeps. */
export function requestOf(row: PublishingTables['publishing_request']): PublicationRequest {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    state: row.state,
    stage: row.stage,
    done: row.done,
    total: row.total,
    askedBy: row.asked_by as Actor,
    askedAt: row.asked_at,
    stamp: row.stamp,
    refusal: row.refusal as PublicationRefusal | null,
    versionNumber: row.version_number,
  };
}

export async function selectRequestById(db: Database, id: string): Promise<PublicationRequest | null> {
  const row = await tables(db).selectFrom('publishing_request').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? requestOf(row) : null;
}

/** Gives false when the request was replaced or is finished: the work is then nobody's concern any more. */
export async function moveRequest(
  db: Database,
  id: string,
  change: { stage: PublicationStage; done: number; total: number },
): Promise<boolean> {
  return changeUnderWay(db, id, { ...change, state: 'working' });
}

/** Called in the transaction that makes the version. */
export function finishRequest(db: Database, id: string, versionNumber: number): Promise<boolean> {
  return changeUnderWay(db, id, { state: 'done', version_number: versionNumber });
}

/** False where it is not under way any more. */
export function failRequest(db: Database, id: string, refusal: PublicationRefusal): Promise<boolean> {
  return changeUnderWay(db, id, { state: 'failed', refusal: JSON.stringify(refusal) });
}

async function changeUnderWay(
  db: Database,
  id: string,
  change: Partial<Omit<PublishingTables['publishing_request'], 'id' | 'dataset_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('publishing_request')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
