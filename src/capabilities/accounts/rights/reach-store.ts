import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DeedReach } from './permit.ts';

/**
 * Rows that a deed reaches, as a condition of SQL: those of its units and those of its datasets.
 * @param unit the column with the id of a row's unit, with the name of its table where several are asked
 * @param dataset the column with the id of a row's dataset
 */
export function withinReach(reach: DeedReach, unit = 'unit_id', dataset = 'dataset_id'): RawBuilder<SqlBool> {
  if (reach === 'all') return sql`true`;
  const { unitIds, datasetIds } = reach;
  return sql`(${sql.ref(unit)} = any(${[...unitIds]}::uuid[]) or ${sql.ref(dataset)} = any(${[...datasetIds]}::uuid[]))`;
}
