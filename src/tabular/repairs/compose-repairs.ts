import type { CellDeed, RepairFacts } from '../checks/check.ts';
import { clean } from '../scan/clean.ts';
import { sqlText } from '../scan/predicate.ts';

/** What is to be done to the cells of one column, in the order of `CELL_CHECKS`. */
export interface ColumnRepairs {
  readonly index: number;
  readonly facts: RepairFacts;
  readonly checks: readonly CellDeed[];
  /** Spaces and letters of the column are in order, or are put in order by the first repairs. */
  readonly tidy: boolean;
}

/** SQL of one repair over the column's expression. */
export function repairSql(
  check: CellDeed,
  value: string,
  { facts, tidy }: Pick<ColumnRepairs, 'facts' | 'tidy'>,
): string {
  if (check.repair === undefined) return value;
  return check.repair(value, tidy ? value : `(${clean(value)})`, facts);
}

/**
 * SQL relation of a table after repairs: columns c0 … and file_row_number. One stage a repair, each over what the stage before left, so that
 * expressions stay short.
 * @param columns only these; all when absent. Of a wide table no statement should name more columns than it needs.
 * @param rows a condition on file_row_number: only such rows are mended
 */
export function mendedRelation(
  path: string,
  all: readonly ColumnRepairs[],
  columns?: readonly number[],
  rows?: string,
): string {
  const wanted = columns && new Set(columns);
  const repairs = wanted ? all.filter(({ index }) => wanted.has(index)) : all;
  const list = columns ? [...columns.map((index) => `c${index}`), 'file_row_number'].join(', ') : '*';
  let relation = `(SELECT ${list} FROM read_parquet(${sqlText(path)}, file_row_number = true)${rows === undefined ? '' : ` WHERE ${rows}`})`;
  const stages = Math.max(0, ...repairs.map(({ checks }) => checks.length));
  for (let stage = 0; stage < stages; stage += 1) {
    const replaced = repairs.flatMap((column) => {
      const check = column.checks[stage];
      return check ? [`${repairSql(check, `c${column.index}`, column)} AS c${column.index}`] : [];
    });
    if (replaced.length > 0) relation = `(SELECT * REPLACE (${replaced.join(', ')}) FROM ${relation})`;
  }
  return relation;
}

const TIDYING = new Set(['spaces-around', 'invisible-characters', 'look-alike-letters']);

/** The repairs of a column: `found` are the codes of its findings, `accepted` those to be carried out. */
export function columnRepairs(
  index: number,
  facts: RepairFacts,
  found: ReadonlySet<string>,
  accepted: readonly CellDeed[],
): ColumnRepairs {
  const done = new Set(accepted.map(({ code }) => code));
  const tidy = [...TIDYING].every((code) => !found.has(code) || done.has(code));
  return { index, facts, checks: accepted, tidy };
}
