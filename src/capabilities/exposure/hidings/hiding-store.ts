import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { ColumnPlace, Hiding } from './hiding.ts';

interface HidingRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly column_name: string;
  readonly column_title: string;
  readonly reporters: number;
  readonly detector: boolean;
  readonly by_name: string;
  readonly began_at: Date;
  readonly until: Date | null;
  readonly kept_by: string;
  readonly kept_reason: string;
  readonly ended_at: Date | null;
  readonly ending: Hiding['ending'];
}

function hidingOf(row: HidingRow): Hiding {
  return {
    ...{ id: row.id, datasetId: row.dataset_id, resourceId: row.resource_id, columnName: row.column_name },
    ...{ columnTitle: row.column_title, reporters: row.reporters, detector: row.detector, by: row.by_name },
    ...{ beganAt: row.began_at, until: row.until, keptBy: row.kept_by, keptReason: row.kept_reason },
    ...{ endedAt: row.ended_at, ending: row.ending },
  };
}

/** @returns false where the column is hidden already */
export async function insertHiding(db: Database, hiding: Hiding): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into exposure_hiding (id, dataset_id, resource_id, column_name, column_title, reporters,
      detector, by_name, began_at, until)
    values (${hiding.id}, ${hiding.datasetId}, ${hiding.resourceId}, ${hiding.columnName}, ${hiding.columnTitle},
      ${hiding.reporters}, ${hiding.detector}, ${hiding.by}, ${hiding.beganAt}, ${hiding.until})
    on conflict do nothing`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectHiding(db: Database, id: string, lock?: 'lock'): Promise<Hiding | null> {
  const { rows } = await sql<HidingRow>`select * from exposure_hiding where id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? hidingOf(rows[0]) : null;
}

/** The newest hiding of a column, over or not. */
export async function selectLastHiding(db: Database, { resourceId, columnName }: ColumnPlace): Promise<Hiding | null> {
  const { rows } = await sql<HidingRow>`select * from exposure_hiding where resource_id = ${resourceId}
    and column_name = ${columnName} order by began_at desc limit 1`.execute(db);
  return rows[0] ? hidingOf(rows[0]) : null;
}

/** All, those in force first, then the newest; of one dataset, or of all. */
export async function selectHidings(db: Database, datasetId: string | null, most: number): Promise<Hiding[]> {
  const { rows } = await sql<HidingRow>`select * from exposure_hiding
    where ${datasetId}::uuid is null or dataset_id = ${datasetId}
    order by ended_at is not null, began_at desc limit ${most}`.execute(db);
  return rows.map(hidingOf);
}

/** Those whose time is over. */
export async function selectDue(db: Database, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from exposure_hiding
    where ended_at is null and until <= ${now} order by until`.execute(db);
  return rows.map(({ id }) => id);
}

/** Its term, who kept it hidden and why, and how it ended; what was hidden does not change. */
export async function updateHiding(db: Database, hiding: Hiding): Promise<void> {
  await sql`update exposure_hiding set until = ${hiding.until}, kept_by = ${hiding.keptBy}, kept_reason = ${hiding.keptReason},
    ended_at = ${hiding.endedAt}, ending = ${hiding.ending} where id = ${hiding.id}`.execute(db);
}
