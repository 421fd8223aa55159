import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { PrivacyReport } from './report.ts';

interface Row {
  readonly content: PrivacyReport;
}

/** A report of a version is written once; a second try of the same publication writes nothing. */
export async function insertReport(db: Database, report: PrivacyReport & { readonly version: number }): Promise<void> {
  await sql`insert into privacy_report (dataset_id, version, made_at, content)
    values (${report.datasetId}, ${report.version}, ${report.at}, ${JSON.stringify(report)}::jsonb)
    on conflict (dataset_id, version) do nothing`.execute(db);
}

/** The report of a version, or of the one before it that the rows of this version were checked by; null where there is none. */
export async function selectReport(db: Database, datasetId: string, version: number): Promise<PrivacyReport | null> {
  const { rows } = await sql<Row>`select content from privacy_report
    where dataset_id = ${datasetId} and version <= ${version} order by version desc limit 1`.execute(db);
  return rows[0]?.content ?? null;
}

/** Versions that have a report of their own, the newest first. */
export async function selectReportedVersions(
  db: Database,
  datasetId: string,
): Promise<{ version: number; madeAt: Date }[]> {
  const { rows } = await sql<{ version: number; made_at: Date }>`select version, made_at from privacy_report
    where dataset_id = ${datasetId} order by version desc limit 100`.execute(db);
  return rows.map(({ version, made_at }) => ({ version, madeAt: new Date(made_at) }));
}
