import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnPair } from './comparison.ts';
import type { ManifestColumn } from './manifest.ts';
import { textOf } from './row-statement.ts';
import { type PartPath, source } from './table-source.ts';

type Side = keyof ColumnPair;

/** Places are written as one number: the part times this, and the row in it. */
export const PART = 2 ** 40;

/**
 * SQL of a temporary table `<side>` with a line for each row: `k` what it is matched by, `copy` which of several alike it is, `r` all shared
 * values, `place`, and `blank`: a part of its identifier is empty. Rows stand there as 128-bit digests, so a million of them fit into the memory.
 */
export function sideStatement(
  side: Side,
  paths: readonly PartPath[],
  key: readonly ColumnPair[],
  shared: readonly ColumnPair[],
): string {
  const of = (pairs: readonly ColumnPair[]) => pairs.map((pair) => pair[side]);
  const part = paths.length > 1 ? `part * ${PART} + ` : '';
  const place = `${part}file_row_number`;
  const from = source(paths, { numbered: true });
  if (key.length === 0) {
    return `CREATE TEMP TABLE ${side}_side AS SELECT r AS k, r, place, false AS blank,
      row_number() OVER (PARTITION BY r ORDER BY place) AS copy FROM (SELECT ${digest(of(shared))} AS r, ${place} AS place FROM ${from})`;
  }
  const blank = of(key).map(({ parquetColumn }) => `${identifier(parquetColumn)} IS NULL`);
  return `CREATE TEMP TABLE ${side}_side AS SELECT ${digest(of(key))} AS k, ${digest(of(shared))} AS r, ${place} AS place,
    ${blank.join(' OR ')} AS blank, 1 AS copy FROM ${from}`;
}

/** Whether a side's identifier can tell its rows apart: `blank` and `repeats`. */
export function soundStatement(side: Side): string {
  return `SELECT coalesce(bool_or(blank), false) AS blank, count(*) <> count(DISTINCT k) AS repeats FROM ${side}_side`;
}

/**
 * Writes a line for each row that differs: `kind` (0 added, 1 removed, 2 changed), `o` and `n` its places. Kinds stand together, each in the
 * order of the newer table, so that a page is a stretch of lines.
 */
export function matchStatement(path: string): string {
  return `COPY (SELECT CASE WHEN older.k IS NULL THEN 0 WHEN newer.k IS NULL THEN 1 ELSE 2 END::TINYINT AS kind,
      older.place::BIGINT AS o, newer.place::BIGINT AS n
    FROM older_side AS older FULL OUTER JOIN newer_side AS newer ON older.k = newer.k AND older.copy = newer.copy
    WHERE older.r IS DISTINCT FROM newer.r OR older.k IS NULL OR newer.k IS NULL
    ORDER BY kind, coalesce(n, o)) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`;
}

/** Digest of a row's values in those columns. A value's length stands before it, so that values cannot run into each other. */
function digest(columns: readonly ManifestColumn[]): string {
  const values = columns.map((column) => {
    const text = comparedText(column);
    return `coalesce(concat(length(${text}), ':', ${text}), '-')`;
  });
  return values.length === 0 ? `md5_number('')` : `md5_number(concat(${values.join(', ')}))`;
}

/** SQL: a value as it is compared. 1.50 and 1.5 are one number, whatever number of decimals the file had. */
function comparedText(column: ManifestColumn): string {
  if (column.type !== 'decimal') return textOf(column);
  const text = `CAST(${identifier(column.parquetColumn)} AS VARCHAR)`;
  return `CASE WHEN contains(${text}, '.') AND NOT contains(${text}, 'e') THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`;
}
