import type { FindingPlace } from '../../kernel/finding.ts';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { CellCheck, CellFault, ColumnFacts, Told } from '../checks/check.ts';
import { repairSql } from '../repairs/compose-repairs.ts';
import { clean } from './clean.ts';
import { inGroups } from './plan.ts';
import { sqlText } from './predicate.ts';

/** A fault with the check that found it and its column. */
export interface FoundFault {
  readonly check: CellCheck;
  readonly fault: CellFault;
  readonly column: ColumnFacts;
}

const PLACES = 20;
const LONGEST_VALUE = 300;
const FAULTS_A_STATEMENT = 20;

function placesSql(path: string, { check, fault, column }: FoundFault, at: number): string {
  const name = `c${column.profile.index}`;
  const untidy = column.count('spaces-around') > 0 || column.count('look-alike-letters') > 0;
  const tidied = untidy ? `(${clean(name)})` : name;
  const repaired =
    fault.repairable && !fault.step ? repairSql(check, name, { facts: column.profile, tidy: !untidy }) : 'NULL';
  // the table is read in its order, so the first to be found are the first to stand there
  return `SELECT * FROM (SELECT ${at} AS at, r, ${name} AS v, ${repaired} AS mended FROM (SELECT file_row_number + 1 AS r, ${name}
    FROM read_parquet(${sqlText(path)}, file_row_number = true) WHERE ${fault.where(name, tidied)} LIMIT ${PLACES}))`;
}

/** The first places of every fault, with what the repair would write there. */
export async function findPlaces(
  session: DuckSession,
  path: string,
  faults: readonly FoundFault[],
  signal?: AbortSignal,
): Promise<Told[]> {
  const findings: Told[] = [];
  for (const group of inGroups(faults, FAULTS_A_STATEMENT)) {
    signal?.throwIfAborted();
    const rows = await session.rows(group.map((found, at) => placesSql(path, found, at)).join(' UNION ALL '));
    const places = group.map((): FindingPlace[] => []);
    for (const row of rows) {
      const found = group[Number(row.at)]?.fault;
      const repairable = found?.repairable === true && !found.step;
      places[Number(row.at)]?.push({
        row: Number(row.r),
        value: row.v === null || row.v === undefined ? null : String(row.v).slice(0, LONGEST_VALUE),
        ...(repairable
          ? {
              repaired:
                row.mended === null || row.mended === undefined ? null : String(row.mended).slice(0, LONGEST_VALUE),
            }
          : {}),
      });
    }
    for (const [at, { check, fault, column }] of group.entries()) {
      const { index, title } = column.profile;
      const { mild, count, message, repairable, step } = fault;
      const sorted = (places[at] ?? []).sort((a, b) => a.row - b.row);
      findings.push({
        code: check.code,
        ...(mild ? { mild } : {}),
        column: index,
        columnName: title,
        count,
        places: sorted,
        message,
        repairable,
        ...(step ? { step } : {}),
      });
    }
  }
  return findings;
}
