import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { STORED_AS } from '../../tabular/index.ts';
import { valueText } from '../../tabular/writers/index.ts';
import type { ManifestColumn } from './manifest.ts';
import { keyColumns } from './row-batch.ts';
import { type PartPath, source } from './table-source.ts';

const PARQUET = '(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)';

const name = ({ parquetColumn }: ManifestColumn) => identifier(parquetColumn);

/**
 * SQL of the temporary table `batch`, one line a row: `n` from 1, `has` a 1 for each column that was sent, the typed values, and `misfit`: the place
 * of the first column whose value has the right form but does not go into its type.
 */
export function batchStatement(path: string, columns: readonly ManifestColumn[]): string {
  const forms = [
    "n: 'BIGINT'",
    "has: 'VARCHAR'",
    ...columns.map((column) => `${literal(column.parquetColumn)}: 'VARCHAR'`),
  ];
  const typed = columns.map((column) => `TRY_CAST(${name(column)} AS ${STORED_AS[column.type]})`);
  const tests = columns.map(
    (column, at) => ` WHEN sent.${name(column)} IS NOT NULL AND ${typed[at]} IS NULL THEN ${at}`,
  );
  return `CREATE TEMP TABLE batch AS SELECT n, has, ${columns.map((column, at) => `${typed[at]} AS ${name(column)}, `).join('')}
    CASE${tests.join('')} END AS misfit
    FROM read_json(${literal(path)}, format = 'newline_delimited', columns = {${forms.join(', ')}}) AS sent`;
}

/** Rows with values that their type cannot hold: `n` and the column's `place`. */
export function misfitStatement(most: number): string {
  return `SELECT n, misfit AS place FROM batch WHERE misfit IS NOT NULL ORDER BY n LIMIT ${most}`;
}

/** Values of a column of the batch that are not among the ones it may have: `n`, and the value as text `v`. */
export function outsideStatement(column: ManifestColumn, values: readonly string[], most: number): string {
  const text = `trim(${valueText(name(column), column.type)})`;
  return `SELECT n FROM batch WHERE ${text} NOT IN (${values.map(literal).join(', ')}) ORDER BY n LIMIT ${most}`;
}

/** Rows of the batch that have the key of one before them: `n`, and `first`. */
export function twiceStatement(columns: readonly ManifestColumn[], most: number): string {
  const keys = keyColumns(columns).map(name).join(', ');
  return `SELECT n, first FROM (SELECT n, min(n) OVER (PARTITION BY ${keys}) AS first FROM batch) WHERE n <> first ORDER BY n LIMIT ${most}`;
}

/** SQL of the temporary table `hit`: where the rows with the batch's keys lie (`part`, `row`). */
export function hitStatement(columns: readonly ManifestColumn[], paths: readonly PartPath[]): string {
  const keys = keyColumns(columns).map(name);
  const parts = paths.map(
    (path, i) =>
      `SELECT ${i} AS part, file_row_number AS "row", ${keys.join(', ')} FROM ${source([path], { numbered: true })}`,
  );
  const same = keys.map((key) => `held.${key} = batch.${key}`).join(' AND ');
  return `CREATE TEMP TABLE hit AS SELECT batch.n, held.part, held."row" FROM (${parts.join(' UNION ALL ')}) AS held JOIN batch ON ${same}`;
}

/** SQL of the temporary table `old`: the rows that were hit, whole, by the batch's `n`. @param few row numbers by part, where they are few: only their row groups are read then */
export function oldStatement(
  columns: readonly ManifestColumn[],
  paths: readonly PartPath[],
  few: ReadonlyMap<number, readonly number[]> | null,
): string {
  const own = columns.map(name).join(', ');
  const parts = paths.flatMap(({ path }, i) => {
    const rows = few?.get(i) ?? [];
    if (few && rows.length === 0) return [];
    const narrow = few ? ` WHERE file_row_number IN (${rows.join(', ')})` : '';
    return [
      `SELECT ${i} AS part, file_row_number AS "row", ${own} FROM read_parquet(${literal(path)}, file_row_number = true)${narrow}`,
    ];
  });
  const from =
    parts.length === 0 ? `SELECT 0 AS part, 0 AS "row", ${own} FROM batch WHERE false` : parts.join(' UNION ALL ');
  return `CREATE TEMP TABLE old AS SELECT hit.n, hit.part, hit."row", ${columns.map((column) => `held.${name(column)}`).join(', ')}
    FROM (${from}) AS held JOIN hit ON held.part = hit.part AND held."row" = hit."row"`;
}

/** SQL of the temporary table `fresh`: the rows as they are to be, those that stay what they are left out; `is_new` where the key was not there. */
export function freshStatement(columns: readonly ManifestColumn[], partly: boolean): string {
  const values = columns.map((column, at) =>
    partly
      ? `CASE WHEN substr(batch.has, ${at + 1}, 1) = '1' THEN batch.${name(column)} ELSE old.${name(column)} END AS ${name(column)}`
      : `batch.${name(column)}`,
  );
  const differs = columns.map((column) => `wanted.${name(column)} IS DISTINCT FROM old.${name(column)}`).join(' OR ');
  return `CREATE TEMP TABLE fresh AS SELECT wanted.*, old.n IS NULL AS is_new FROM
    (SELECT batch.n, ${values.join(', ')} FROM batch LEFT JOIN old ON batch.n = old.n) AS wanted
    LEFT JOIN old ON wanted.n = old.n WHERE old.n IS NULL OR ${differs}`;
}

/** New rows of the batch without a value in one of these columns: `n`, `place`. */
export function blankStatement(columns: readonly ManifestColumn[], required: readonly number[], most: number): string {
  const tests = required.flatMap((at) => {
    const column = columns[at];
    return column ? [`SELECT n, ${at} AS place FROM fresh WHERE is_new AND ${name(column)} IS NULL`] : [];
  });
  return `SELECT n, place FROM (${tests.join(' UNION ALL ')}) ORDER BY n LIMIT ${most}`;
}

/** Writes the numbers of the rows of a part that are no more: those before, and the ones that `gone` (a SELECT of `row`) adds. */
export function removedStatement(to: string, before: string | null, gone: string): string {
  const earlier = before === null ? '' : `SELECT "row" FROM read_parquet(${literal(before)}) UNION ALL `;
  return `COPY (SELECT CAST("row" AS BIGINT) AS "row" FROM (${earlier}${gone}) ORDER BY 1) TO ${literal(to)} ${PARQUET}`;
}

/** Writes a part: the living rows of a small one before it (with `lost`, a SELECT of `row`, left out), then the fresh ones. */
export function partStatement(
  to: string,
  columns: readonly ManifestColumn[],
  before: PartPath | null,
  lost: string,
): string {
  const own = columns.map(name).join(', ');
  const earlier =
    before === null
      ? ''
      : `SELECT 0 AS g, file_row_number AS place, ${own} FROM ${source([before], { numbered: true })}
          WHERE file_row_number NOT IN (${lost}) UNION ALL `;
  return `COPY (SELECT ${own} FROM (${earlier}SELECT 1 AS g, n AS place, ${own} FROM fresh) ORDER BY g, place) TO ${literal(to)} ${PARQUET}`;
}

/** SQL: the given columns of one file, its rows in their places. */
export function copyStatement(to: string, columns: readonly ManifestColumn[], path: string): string {
  const own = columns.map(name).join(', ');
  return `COPY (SELECT ${own} FROM read_parquet(${literal(path)}, file_row_number = true) ORDER BY file_row_number) TO ${literal(to)} ${PARQUET}`;
}

/** Writes all living rows of a table as one part, in its order. */
export function foldStatement(to: string, columns: readonly ManifestColumn[], paths: readonly PartPath[]): string {
  const own = columns.map(name).join(', ');
  const order = paths.length > 1 ? 'part, file_row_number' : 'file_row_number';
  return `COPY (SELECT ${own} FROM ${source(paths, { numbered: true })} ORDER BY ${order}) TO ${literal(to)} ${PARQUET}`;
}
