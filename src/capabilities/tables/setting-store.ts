import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { DownloadFormat } from './download-formats.ts';
import type { DownloadSettings } from './download-settings.ts';

type SettingTables = {
  tables_setting: { one: boolean; decimal_sign: DownloadSettings['decimalSign']; parquet: boolean };
};

/** @param lock nobody changes them until the transaction ends */
export async function selectSettings(db: Database, lock?: 'lock'): Promise<DownloadSettings> {
  const query = db.withTables<SettingTables>().selectFrom('tables_setting').select(['decimal_sign', 'parquet']);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return { decimalSign: row.decimal_sign, parquet: row.parquet };
}

export async function updateSettings(db: Database, { decimalSign, parquet }: DownloadSettings): Promise<void> {
  await db
    .withTables<SettingTables>()
    .updateTable('tables_setting')
    .set({ decimal_sign: decimalSign, parquet })
    .execute();
}

/** Whether Parquet is given, and sizes in bytes of the finished files of a table. One statement. */
export async function selectOffer(
  db: Database,
  tableId: string,
): Promise<{ parquet: boolean; sizes: Partial<Record<DownloadFormat, number>> }> {
  const { rows } = await sql<{ parquet: boolean; sizes: Partial<Record<DownloadFormat, number>> }>`
    select parquet, (select coalesce(jsonb_object_agg(format, size), '{}') from tables_download
      where table_id = ${tableId} and object_key is not null) as sizes
    from tables_setting`.execute(db);
  return rows[0] ?? { parquet: false, sizes: {} };
}
