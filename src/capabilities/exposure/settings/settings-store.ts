import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { ExposureSettings } from './settings.ts';

/** Unless the city chose otherwise nothing is hidden by itself and a report is answered within one working day. */
export async function selectSettings(db: Database): Promise<ExposureSettings> {
  const { rows } = await sql<{ hides: boolean; answer_days: number }>`
    select hides, answer_days from exposure_setting`.execute(db);
  return { hides: rows[0]?.hides ?? false, answerDays: rows[0]?.answer_days ?? 1 };
}

export async function updateSettings(db: Database, { hides, answerDays }: ExposureSettings): Promise<void> {
  await sql`update exposure_setting set hides = ${hides}, answer_days = ${answerDays}`.execute(db);
}
