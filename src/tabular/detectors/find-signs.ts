import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnFacts } from '../checks/check.ts';
import { clean } from '../scan/clean.ts';
import { inGroups } from '../scan/plan.ts';
import { sqlText } from '../scan/predicate.ts';
import type { Judgement } from './detector.ts';
import { DETECTORS } from './detector-list.ts';
import type { DetectorCode, PersonalSign } from './sign.ts';
import { whoseOf } from './whose/whose-of.ts';

/** Rows told of a sign. */
const ROWS = 20;
/** A sign that is less sure is not told. */
const LEAST = 0.5;
const SIGNS_A_STATEMENT = 20;

interface Found {
  readonly code: DetectorCode;
  readonly column: ColumnFacts;
  readonly judged: Judgement;
}

/**
 * Personal data of a scanned table: every sign with its first rows and no value.
 * @param columns after the scan; those left out by repairs are not among them
 * @param most rows told of a sign
 */
export async function findSigns(
  session: DuckSession,
  path: string,
  columns: readonly ColumnFacts[],
  most: number = ROWS,
): Promise<PersonalSign[]> {
  const found = columns.flatMap((column) =>
    DETECTORS.flatMap(({ code, judge }): Found[] => {
      const judged = judge(column, columns);
      return judged !== null && judged.count > 0 && judged.confidence >= LEAST ? [{ code, column, judged }] : [];
    }),
  );
  const signs: PersonalSign[] = [];
  for (const group of inGroups(found, SIGNS_A_STATEMENT)) {
    const places = await session.rows(group.map((one, at) => rowsSql(path, one, at, most)).join(' UNION ALL '));
    for (const [at, { code, column, judged }] of group.entries()) {
      const { index, title } = column.profile;
      signs.push({
        code,
        column: index,
        columnTitle: title,
        count: judged.count,
        share: judged.count / Math.max(1, column.filled),
        confidence: judged.confidence,
        ...whoseOf(code, column, { beside: columns, count: judged.count }),
        ...(judged.whose === undefined ? {} : { whose: judged.whose }),
        why: judged.why,
        rows: places.flatMap((row) => (Number(row.at) === at ? [Number(row.r)] : [])).toSorted((a, b) => a - b),
      });
    }
  }
  return signs;
}

function rowsSql(path: string, { column, judged }: Found, at: number, most: number): string {
  const cell = `c${column.profile.index}`;
  const where = judged.where('v', 'k');
  const cleaned = where === judged.where('v', 'v') ? '' : `, ${clean(cell)} AS k`;
  const cells = `SELECT file_row_number + 1 AS r, ${cell} AS v${cleaned} FROM read_parquet(${sqlText(path)}, file_row_number = true)`;
  return `SELECT * FROM (SELECT ${at} AS at, r FROM (${cells}) WHERE ${where} LIMIT ${most})`;
}
