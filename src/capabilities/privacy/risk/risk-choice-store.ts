import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { RiskChoice } from './risk-choice.ts';

interface Row {
  readonly resource_id: string;
  readonly titles: readonly string[];
  readonly chosen_by: string;
  readonly chosen_at: Date;
}

const choiceOf = (row: Row): RiskChoice => ({
  resourceId: row.resource_id,
  titles: row.titles,
  chosenBy: row.chosen_by,
  chosenAt: new Date(row.chosen_at),
});

/** What was chosen for the tables of a dataset. */
export async function selectRiskChoices(db: Database, datasetId: string): Promise<RiskChoice[]> {
  const { rows } = await sql<Row>`select resource_id, titles, chosen_by, chosen_at from privacy_risk_choice
    where dataset_id = ${datasetId} order by resource_id`.execute(db);
  return rows.map(choiceOf);
}

/** What was chosen for one table; null: nothing. */
export async function selectRiskChoice(db: Database, resourceId: string): Promise<RiskChoice | null> {
  const { rows } = await sql<Row>`select resource_id, titles, chosen_by, chosen_at from privacy_risk_choice
    where resource_id = ${resourceId}`.execute(db);
  return rows[0] ? choiceOf(rows[0]) : null;
}

/** In place of the choice before it. */
export async function keepRiskChoice(db: Database, datasetId: string, one: RiskChoice): Promise<void> {
  await sql`insert into privacy_risk_choice (resource_id, dataset_id, titles, chosen_by, chosen_at)
    values (${one.resourceId}, ${datasetId}, ${[...one.titles]}::text[], ${one.chosenBy}, ${one.chosenAt})
    on conflict (resource_id) do update set titles = excluded.titles, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`.execute(
    db,
  );
}

/** From now on the usual columns are taken again. */
export async function deleteRiskChoice(db: Database, resourceId: string): Promise<void> {
  await sql`delete from privacy_risk_choice where resource_id = ${resourceId}`.execute(db);
}
