import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnFacts } from '../checks/check.ts';
import { clean } from '../scan/clean.ts';
import { sqlText } from '../scan/predicate.ts';
import type { AloneQuestion } from './detector.ts';
import { DETECTORS } from './detector-list.ts';
import type { DetectorCode, PersonalSign } from './sign.ts';
import { whoseOf } from './whose/whose-of.ts';

/** As sure as a sign is that only its own cell tells. */
const CONFIDENCE = 0.6;
/** More rows are a column of their own. */
const FEW = 1_000;
/** Cells of the form that make a sum a chance, where the question does not say. */
const MANY = 10;
/** By chance one in ten to one in twenty-five has the sum. */
const BY_CHANCE = 0.4;

/** A table of which only the first rows are new. */
export interface NewRows {
  readonly session: DuckSession;
  /** Parquet: new rows first, then those that stand in the table already. */
  readonly path: string;
  readonly rows: number;
  /** Rows told of a sign. */
  readonly most: number;
}

interface Asked {
  readonly code: DetectorCode;
  readonly column: ColumnFacts;
  readonly question: AloneQuestion;
}

/**
 * Signs that single cells of new rows show whatever the columns hold otherwise: a tax number by its sum, a card, a passport, a name, a flat with its
 * street. What is ordinary in its column is not among them: cells of the form that stand there already and were not taken for a person's.
 * @param found signs of the columns as a whole that new rows show too: what they say is not said again
 */
export async function findAlone(
  table: NewRows,
  columns: readonly ColumnFacts[],
  found: readonly PersonalSign[],
): Promise<PersonalSign[]> {
  const asked = columns.flatMap((column) =>
    DETECTORS.flatMap(({ code, alone }): Asked[] => {
      const question = alone?.(column, columns) ?? null;
      if (question === null || (question.ofFew && table.rows > FEW)) return [];
      if (found.some((sign) => sign.code === code && sign.column === column.profile.index)) return [];
      return [{ code, column, question }];
    }),
  );
  const signs: PersonalSign[] = [];
  for (const one of asked) {
    const rows = await rowsOf(table, one);
    if (rows.length > 0 && !(await isOrdinary(table, one))) signs.push(signOf(one, columns, rows));
  }
  return signs;
}

const cellOf = ({ profile }: ColumnFacts) => {
  const raw = `c${profile.index}`;
  return [raw, `(${clean(raw)})`] as const;
};
const read = (path: string) => `read_parquet(${sqlText(path)}, file_row_number = true)`;

async function rowsOf({ session, path, rows, most }: NewRows, { column, question }: Asked): Promise<number[]> {
  const found = await session.rows(
    `SELECT file_row_number + 1 AS r FROM ${read(path)} WHERE file_row_number < ${rows} AND (${question.value(...cellOf(column))}) LIMIT ${most}`,
  );
  return found.map(({ r }) => Number(r)).toSorted((a, b) => a - b);
}

async function isOrdinary({ session, path, rows }: NewRows, { column, question }: Asked): Promise<boolean> {
  const cell = cellOf(column);
  const value = question.value(...cell);
  if (question.form === undefined) {
    const [standing] = await session.rows(
      `SELECT count_if(${value}) AS n FROM ${read(path)} WHERE file_row_number >= ${rows}`,
    );
    return Number(standing?.n ?? 0) > 0;
  }
  const [all] = await session.rows(
    `SELECT count_if(${question.form(...cell)}) AS form, count_if(${value}) AS n FROM ${read(path)}`,
  );
  const form = Number(all?.form ?? 0);
  return form >= (question.many ?? MANY) && Number(all?.n ?? 0) <= form * BY_CHANCE;
}

function signOf({ code, column, question }: Asked, beside: readonly ColumnFacts[], rows: readonly number[]) {
  const { index, title } = column.profile;
  return {
    code,
    column: index,
    columnTitle: title,
    count: rows.length,
    share: rows.length / Math.max(1, column.filled),
    confidence: CONFIDENCE,
    ...whoseOf(code, column, { beside, count: rows.length }),
    why: question.why,
    rows,
  };
}
