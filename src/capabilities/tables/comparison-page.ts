import type { Context } from '../../platform/context.ts';
import type { DuckRow, DuckValue, PublicQuery } from '../../platform/duckdb/duckdb.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { finishedComparison } from './ask-comparison.ts';
import { comparedColumns, comparisonId } from './compare-rules.ts';
import { PART } from './compare-statement.ts';
import {
  type CellChange,
  type ComparedColumn,
  type ComparedTable,
  type ComparisonResult,
  ROW_CHANGES,
  type RowChange,
  type RowDifference,
  type RowDifferencePage,
} from './comparison.ts';
import type { ManifestColumn } from './manifest.ts';
import { type Position, positionsStatement } from './row-statement.ts';
import { shownValue } from './row-value.ts';
import { type PartPath, pathsOf } from './table-source.ts';

/** Which of the differing rows: of one kind, or all (null); a page of them. */
export interface DifferenceQuery {
  readonly kind: RowChange | null;
  readonly page: number;
  readonly size: number;
}

/** How a statement is carried out: by the query process for a page, by a session for a file. */
export type Ask = (query: PublicQuery) => Promise<DuckRow[]>;

/**
 * One page of the rows that differ, with their values before and after. Only the columns of the tables handed in are read. Null where the
 * comparison is not finished.
 */
export async function differencePage(
  ctx: Context,
  older: ComparedTable,
  newer: ComparedTable,
  query: DifferenceQuery,
): Promise<RowDifferencePage | null> {
  const lines = await openLines(ctx, older, newer);
  if (!lines) return null;
  const { first, count } = stretchOf(lines.result, query.kind);
  const skip = Math.min((query.page - 1) * query.size, count);
  const ask: Ask = (statement) => ctx.duckdb.query(statement);
  const rows = await lines.read(ask, first + skip, Math.min(query.size, count - skip));
  return { columns: lines.columns, rows, total: count, page: query.page, size: query.size };
}

/** A finished comparison opened for reading. */
export interface DifferenceLines {
  readonly result: ComparisonResult;
  readonly columns: readonly ComparedColumn[];
  /** The rows of so many lines from the `from`-th on. */
  read(ask: Ask, from: number, count: number): Promise<RowDifference[]>;
}

/** Opens the lines of a comparison; null where it is not finished. */
export async function openLines(
  ctx: Context,
  older: ComparedTable,
  newer: ComparedTable,
): Promise<DifferenceLines | null> {
  const found = await finishedComparison(ctx, comparisonId(older, newer));
  if (!found?.result || found.key === null) return null;
  const path = await ctx.objects.localPath(found.key);
  const columns = comparedColumns(older, newer);
  const sides = {
    older: { paths: await pathsOf(ctx, older.parts), columns: columns.map((column) => column.older) },
    newer: { paths: await pathsOf(ctx, newer.parts), columns: columns.map((column) => column.newer) },
  };
  return {
    result: found.result,
    columns,
    async read(ask, from, count) {
      if (count <= 0) return [];
      const lines = await ask({
        sql: `SELECT kind, o, n FROM read_parquet(${literal(path)}, file_row_number = true)
          WHERE file_row_number >= ? AND file_row_number < ? ORDER BY file_row_number`,
        values: [from, from + count],
      });
      const before = await valuesAt(ask, sides.older, places(lines, 'o'));
      const after = await valuesAt(ask, sides.newer, places(lines, 'n'));
      return lines.map((line) => differenceOf(line, before, after, columns));
    },
  };
}

/** Where the lines of a kind stand: they are kept in the order of `ROW_CHANGES`. */
export function stretchOf(result: ComparisonResult, kind: RowChange | null): { first: number; count: number } {
  const counts = {
    added: result.rowsAdded,
    removed: result.rowsRemoved,
    changed: result.rowsChanged ?? 0,
  };
  if (kind === null) return { first: 0, count: counts.added + counts.removed + counts.changed };
  const before = ROW_CHANGES.slice(0, ROW_CHANGES.indexOf(kind));
  return { first: before.reduce((sum, one) => sum + counts[one], 0), count: counts[kind] };
}

function places(lines: readonly DuckRow[], side: 'o' | 'n'): number[] {
  return lines.flatMap((line) => (line[side] === null ? [] : [Number(line[side])]));
}

interface OpenSide {
  readonly paths: readonly PartPath[];
  readonly columns: readonly (ManifestColumn | null)[];
}

/** The values at these places, in the order of `columns`; undefined where the side has no such column. */
async function valuesAt(
  ask: Ask,
  side: OpenSide,
  at: readonly number[],
): Promise<Map<number, (DuckValue | undefined)[]>> {
  if (at.length === 0) return new Map();
  const own = side.columns.filter((column) => column !== null);
  const positions: Position[] = at.map((place) => ({ part: Math.floor(place / PART), row: place % PART }));
  const { sql, values } = positionsStatement({ columns: own, paths: side.paths }, own, positions);
  const rows = await ask({ sql, values });
  return new Map(
    rows.map((row) => {
      let next = 0;
      const cells = side.columns.map((column) =>
        column === null ? undefined : shownValue(column.type, row[`v${next++}`] ?? null),
      );
      return [Number(row.part ?? 0) * PART + Number(row.file_row_number), cells];
    }),
  );
}

function differenceOf(
  line: DuckRow,
  before: ReadonlyMap<number, readonly (DuckValue | undefined)[]>,
  after: ReadonlyMap<number, readonly (DuckValue | undefined)[]>,
  columns: readonly ComparedColumn[],
): RowDifference {
  const kind = ROW_CHANGES[Number(line.kind)] ?? 'changed';
  const older = line.o === null ? null : Number(line.o);
  const newer = line.n === null ? null : Number(line.n);
  const was = older === null ? undefined : before.get(older);
  const is = newer === null ? undefined : after.get(newer);
  const cells = columns.map((column, i): CellChange => {
    const both = kind === 'changed' && column.older !== null && column.newer !== null;
    const [from, to] = [was?.[i], is?.[i]];
    return { before: from, after: to, changed: both && !isSame(from, to) };
  });
  const row = (place: number | null) => (place === null ? null : (place % PART) + 1);
  return { kind, olderRow: row(older), newerRow: row(newer), cells };
}

/** The same value as the comparison sees it: as text, without the noughts a fraction ends with. */
function isSame(one: DuckValue | undefined, other: DuckValue | undefined): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: DuckValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
