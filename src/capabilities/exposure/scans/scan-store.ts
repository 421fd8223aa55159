import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { DetectorCode, Whose } from '../../../tabular/index.ts';
import type { SeenSign } from './seen-sign.ts';

interface SignRow {
  readonly table_id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly column_name: string;
  readonly column_title: string;
  readonly code: DetectorCode;
  readonly count: string | number;
  readonly share: number;
  readonly confidence: number;
  readonly whose: Whose;
  readonly since: Date;
}

/** Tables that were looked at by detectors of this digest. */
export async function selectScanned(db: Database, fingerprint: string): Promise<Set<string>> {
  const { rows } = await sql<{ table_id: string }>`
    select table_id from exposure_scan where fingerprint = ${fingerprint}`.execute(db);
  return new Set(rows.map((row) => row.table_id));
}

/** Says that a table was looked at; the signs seen before that are not there any more are forgotten. */
export async function putScan(
  db: Database,
  scan: {
    readonly tableId: string;
    readonly datasetId: string;
    readonly resourceId: string;
    readonly fingerprint: string;
    readonly at: Date;
  },
  signs: readonly SeenSign[],
): Promise<void> {
  await sql`insert into exposure_scan (table_id, dataset_id, resource_id, fingerprint, scanned_at)
    values (${scan.tableId}, ${scan.datasetId}, ${scan.resourceId}, ${scan.fingerprint}, ${scan.at})
    on conflict (table_id) do update set fingerprint = excluded.fingerprint, scanned_at = excluded.scanned_at`.execute(
    db,
  );
  const marks = signs.map(({ columnName, code }) => `${columnName} ${code}`);
  await sql`delete from exposure_sign where table_id = ${scan.tableId}
    and not (column_name || ' ' || code = any(${marks}::text[]))`.execute(db);
  for (const sign of signs) {
    await sql`insert into exposure_sign (table_id, column_name, code, dataset_id, resource_id, column_title, count, share, confidence,
        whose, since)
      values (${sign.tableId}, ${sign.columnName}, ${sign.code}, ${sign.datasetId}, ${sign.resourceId}, ${sign.columnTitle},
        ${sign.count}, ${sign.share}, ${sign.confidence}, ${sign.whose}, ${sign.since})
      on conflict (table_id, column_name, code) do update set count = excluded.count, share = excluded.share,
        confidence = excluded.confidence, whose = excluded.whose, column_title = excluded.column_title`.execute(db);
  }
}

/** All signs, of one table or of every one, the newest first. */
export async function selectSigns(db: Database, tableId: string | null = null): Promise<SeenSign[]> {
  const { rows } = await sql<SignRow>`select * from exposure_sign
    where ${tableId}::uuid is null or table_id = ${tableId} order by since desc, column_name, code`.execute(db);
  return rows.map((row) => ({
    ...{ tableId: row.table_id, datasetId: row.dataset_id, resourceId: row.resource_id, columnName: row.column_name },
    ...{ columnTitle: row.column_title, code: row.code, count: Number(row.count), share: row.share },
    ...{ confidence: row.confidence, whose: row.whose, since: row.since },
  }));
}

/** Whether a detector saw anything in a column. */
export async function hasSign(
  db: Database,
  { resourceId, columnName }: { readonly resourceId: string; readonly columnName: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from exposure_sign
    where resource_id = ${resourceId} and column_name = ${columnName} limit 1`.execute(db);
  return rows.length > 0;
}
